// Blocks of text after `|` and `>`.
extension YAMLParser {
  /// A block of lines; afterwards the parser stands at the end of its last line.
  mutating func blockScalar(parentIndent: Int) -> YAMLNode {
    let start = at
    let isFolded = bytes[at] == UInt8(ascii: ">")
    at += 1
    guard let header = blockHeader() else {
      report(.blockHeader(source.text(start..<at)), at: start)
      skipBlock(indent: parentIndent)
      return unreadable(from: start)
    }
    var end = (at: at, lineStart: lineStart)
    skipLine()
    var indent = header.indent.map { max(parentIndent, 0) + $0 }
    var deepestBlank = 0
    var block = BlockText(isFolded: isFolded)
    while at < bytes.count, !isAtEnd {
      while bytes[safe: at] == .space, column < indent ?? .max { at += 1 }
      let isBlankLine = bytes[safe: at].map(\.isLineEnd) ?? true
      if isBlankLine {
        deepestBlank = max(deepestBlank, column)
      } else {
        if indent == nil, column > parentIndent {
          if bytes[at] == .tab { report(.tab) }
          if column < deepestBlank { report(.indent(found: column)) }
          indent = column
        }
        guard let indent, column >= indent else { break }
      }
      let line = at
      while let byte = bytes[safe: at], !byte.isLineEnd { at += 1 }
      block.append(bytes[line..<at])
      if !isBlankLine || header.chomping == .keep { end = (at, lineStart) }
      guard at < bytes.count else { break }
      newline()
    }
    (at, lineStart) = end
    let text = block.text(header.chomping, endsWithNewline: at < bytes.count)
    return YAMLNode(range: start..<at, content: .scalar(text, isFolded ? .folded : .literal))
  }

  private mutating func blockHeader() -> (indent: Int?, chomping: BlockText.Chomping)? {
    var indent: Int?
    var chomping = BlockText.Chomping.clip
    while let byte = bytes[safe: at], !byte.isBlank, !byte.isLineEnd {
      at += 1
      switch byte {
      case UInt8(ascii: "+") where chomping == .clip: chomping = .keep
      case UInt8(ascii: "-") where chomping == .clip: chomping = .strip
      case UInt8(ascii: "1")...UInt8(ascii: "9") where indent == nil: indent = Int(byte - UInt8(ascii: "0"))
      default: return nil
      }
    }
    skipBlanks()
    return atLineEnd ? (indent, chomping) : nil
  }
}

/// The lines of a block scalar, and what they mean together.
private struct BlockText {
  enum Chomping { case clip, strip, keep }

  let isFolded: Bool
  private var text = ""
  private var pendingBreaks = 0
  private var lastIsDeeper = true

  init(isFolded: Bool) {
    self.isFolded = isFolded
  }

  mutating func append(_ line: ArraySlice<UInt8>) {
    defer { pendingBreaks += 1 }
    guard let first = line.first else { return }
    let isDeeper = first.isBlank
    let folds = isFolded && !isDeeper && !lastIsDeeper
    text += folds ? YAMLParser.folded(pendingBreaks) : String(repeating: "\n", count: pendingBreaks)
    text += String(decoding: line, as: UTF8.self)
    lastIsDeeper = isDeeper
    pendingBreaks = 0
  }

  func text(_ chomping: Chomping, endsWithNewline: Bool) -> String {
    switch chomping {
    case .strip: text
    case .clip: text.isEmpty || !endsWithNewline ? text : text + "\n"
    case .keep: text + String(repeating: "\n", count: max(0, pendingBreaks - (endsWithNewline ? 0 : 1)))
    }
  }
}
