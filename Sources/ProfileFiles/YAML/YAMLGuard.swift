/// Looks through a text before the YAML library does: refuses what the library must not see or cannot place.
///
/// It finds the tokens where libyaml's scanner finds them, without their meaning, so that both agree on what is text
/// and what is not. What it refuses is replaced, scalar for scalar, so that the library reads the rest at the same
/// lines and columns, and every mistake of a file is told in one run.
struct YAMLGuard {
  /// How deep collections may stand within the outermost one; a profile needs four levels.
  static let depthLimit = 16

  let bytes: [UInt8]
  var at: Int
  var lineStart: Int

  private(set) var problems: [YAMLProblem] = []

  /// Where each scalar and each collection in brackets ends, by where it starts; the library tells only the start.
  var ends: [Int: Int] = [:]

  /// Where the keys and aliases start that the library reads something else for.
  private(set) var refused: Set<Int> = []

  /// False when reading on would overflow the stack, or only add to more mistakes than are shown.
  var isReadable: Bool { !isTooDeep && problems.count <= ProfileRejection.shownLimit }

  /// A token that is a key if a colon follows on its line.
  var keyCandidate: KeyCandidate?

  /// Whether the next token may be a key; in a block, no tab may stand before such a token.
  var keyMayFollow = true

  private let source: SourceText
  private var levels: [Level] = []
  private var isTooDeep = false
  private var masked: MaskedText
  private var end: Int
  private var document = Document.ahead

  private enum Document { case ahead, open, closed }

  struct KeyCandidate {
    let range: Range<Int>
    let isScalar: Bool
  }

  /// A collection that is open here.
  private struct Level {
    /// Column of the entries of a block; nil in brackets.
    var indent: Int?
    var start = 0
    var isList = false
    var outerCandidate: KeyCandidate?
    var firstPlaces: [String: Int] = [:]

    /// The key whose value is being read.
    var key: String?
  }

  /// Reads all tokens that start at `limit` or before.
  init(_ source: SourceText, upTo limit: Int = .max) {
    self.source = source
    bytes = source.bytes
    at = source.start
    lineStart = at
    masked = MaskedText(source)
    end = bytes.count
    while skipToToken(), at <= limit { readToken() }
  }

  /// What the library may read.
  var text: String { masked.text(upTo: end) }

  /// The keys on the way to the place that was reached.
  var path: [String] { levels.compactMap(\.key) }

  var isInBrackets: Bool { levels.last.map { $0.indent == nil } ?? false }

  /// Column of the entries of the innermost block, -1 outside of all.
  var blockIndent: Int { levels.last { $0.indent != nil }?.indent ?? -1 }
}

// MARK: - Tokens

extension YAMLGuard {
  /// Goes over blanks, comments and line ends; false at the end of what is read.
  private mutating func skipToToken() -> Bool {
    while at < end {
      switch bytes[at] {
      case .space: at += 1
      case .tab:
        if keyMayFollow, !isInBrackets { report(.tab) }
        at += 1
      case UInt8(ascii: "#"): skipLine()
      case .lineFeed, .carriageReturn:
        newline()
        if !isInBrackets { keyMayFollow = true }
      default: return true
      }
    }
    return false
  }

  private mutating func readToken() {
    if document == .closed, !atMarker("...") { return endDocument() }
    let byte = bytes[at]
    if byte == UInt8(ascii: "&") || byte == UInt8(ascii: "!") { return blankProperty() }
    leaveBlocks(deeperThan: column)
    if atMarker("---") || atMarker("...") { return readMarker() }
    if column == 0, byte == UInt8(ascii: "%") { return blankDirective() }
    document = .open
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "{"): openBracket()
    case UInt8(ascii: "]"), UInt8(ascii: "}"): closeBracket()
    case UInt8(ascii: ","): readComma()
    case UInt8(ascii: "-") where isSpace(at: at + 1): readDash()
    case UInt8(ascii: "?") where isInBrackets || isSpace(at: at + 1): readQuestionMark()
    case UInt8(ascii: ":") where isInBrackets || isSpace(at: at + 1): readColon()
    case UInt8(ascii: "*"): replaceAlias()
    case UInt8(ascii: "|") where !isInBrackets, UInt8(ascii: ">") where !isInBrackets: skipBlockScalar()
    case UInt8(ascii: "\""), UInt8(ascii: "'"): skipQuotedScalar()
    default: skipPlainScalar()
    }
  }

  private mutating func readMarker() {
    if bytes[at] == UInt8(ascii: "."), !isInBrackets {
      document = .closed
    } else if document == .ahead {
      document = .open
    } else {
      return endDocument()
    }
    at += 3
    keyMayFollow = false
  }

  private mutating func endDocument() {
    leaveBlocks(deeperThan: -1)
    report(.secondDocument)
    end = at
  }

  private mutating func openBracket() {
    let isList = bytes[at] == UInt8(ascii: "[")
    saveCandidate(KeyCandidate(range: at..<(at + 1), isScalar: false))
    enter(Level(start: at, isList: isList, outerCandidate: keyCandidate))
    keyCandidate = nil
    keyMayFollow = true
    at += 1
  }

  private mutating func closeBracket() {
    at += 1
    keyMayFollow = false
    keyCandidate = nil
    guard isInBrackets, let level = levels.popLast() else { return }
    keyCandidate = level.outerCandidate
    ends[level.start] = at
  }

  private mutating func readComma() {
    if isInBrackets { levels[levels.count - 1].key = nil }
    keyCandidate = nil
    keyMayFollow = true
    at += 1
  }

  private mutating func readDash() {
    enterBlock(at: column)
    keyCandidate = nil
    keyMayFollow = true
    at += 1
  }

  private mutating func readQuestionMark() {
    report(.explicitKey)
    enterBlock(at: column)
    keyCandidate = nil
    keyMayFollow = !isInBrackets
    at += 1
  }

  private mutating func readColon() {
    if let candidate = keyCandidate, candidate.range.lowerBound >= lineStart {
      enterBlock(at: candidate.range.lowerBound - lineStart)
      if levels.last?.isList == true {
        report(.pairInList)
      } else if candidate.isScalar {
        readKey(candidate.range)
      }
      keyMayFollow = false
    } else {
      if keyMayFollow { enterBlock(at: column) }
      keyMayFollow = !isInBrackets
    }
    keyCandidate = nil
    at += 1
  }

  private mutating func readKey(_ range: Range<Int>) {
    let content = bytes[range.lowerBound].isQuote ? range.dropFirst().dropLast() : range
    let key = source.text(content)
    let first = levels[levels.count - 1].firstPlaces[key]
    levels[levels.count - 1].key = nil
    if let first {
      report(.duplicateKey(key, first: source.position(at: first)), at: range.lowerBound)
    } else if key == "<<" {
      report(.mergeKey, at: range.lowerBound)
    }
    if first != nil || key == "<<" {
      refused.insert(range.lowerBound)
      masked.replace(content, by: standIn())
    } else {
      levels[levels.count - 1].firstPlaces[key] = range.lowerBound
    }
    levels[levels.count - 1].key = key
  }
}

// MARK: - What is taken out

extension YAMLGuard {
  /// Makes an anchor or a tag blank.
  private mutating func blankProperty() {
    report(bytes[at] == UInt8(ascii: "&") ? .anchor : .tag)
    let start = at
    skipWord()
    masked.replace(start..<at, by: " ")
  }

  private mutating func blankDirective() {
    report(.directive)
    let start = at
    skipLine()
    masked.replace(start..<at, by: " ")
  }

  /// Makes an alias a text in quotes.
  private mutating func replaceAlias() {
    report(.alias)
    let start = at
    skipWord()
    saveCandidate(KeyCandidate(range: start..<at, isScalar: false))
    keyMayFollow = false
    guard at - start >= 2 else { return }
    ends[start] = at
    refused.insert(start)
    masked.replace(start..<(start + 1), by: "'")
    masked.replace((start + 1)..<(at - 1), by: standIn())
    masked.replace((at - 1)..<at, by: "'")
  }

  private mutating func skipWord() {
    at += 1
    while at < end, !isSpace(at: at), !bytes[at].isFlowIndicator { at += 1 }
  }

  /// A letter for private use, another one for each refusal that is shown.
  private func standIn() -> Character {
    Character(Unicode.Scalar(0xF0000 + UInt32(refused.count % 0xFFFE)) ?? "\u{F0000}")
  }

  private mutating func report(_ kind: YAMLProblem.Kind, at offset: Int? = nil) {
    problems.append(YAMLProblem(offset: offset ?? at, path: path, kind: kind))
  }
}

// MARK: - Levels

extension YAMLGuard {
  mutating func saveCandidate(_ candidate: KeyCandidate) {
    if keyMayFollow { keyCandidate = candidate }
  }

  private mutating func enterBlock(at column: Int) {
    if !isInBrackets, column > blockIndent { enter(Level(indent: column)) }
  }

  private mutating func enter(_ level: Level) {
    if levels.count > Self.depthLimit {
      report(.tooDeep(limit: Self.depthLimit))
      isTooDeep = true
      end = at
    }
    levels.append(level)
  }

  private mutating func leaveBlocks(deeperThan column: Int) {
    while let indent = levels.last?.indent, indent > column { levels.removeLast() }
    if levels.last?.indent == column, bytes[at] != UInt8(ascii: "-") { levels[levels.count - 1].key = nil }
  }
}
