internal import Yams

extension YAMLDocument {
  /// Reads text that is UTF-8.
  ///
  /// The library tells one mistake and stops: what the guard found before that place, and mistakes in the keys that
  /// stand whole before it, are told with it.
  package init(parsing source: SourceText) {
    let forbidden = source.forbiddenCharacters()
    guard forbidden.isEmpty else {
      self.init(root: nil, problems: forbidden)
      return
    }
    let guarded = YAMLGuard(source)
    guard guarded.isReadable else {
      self.init(root: nil, problems: guarded.problems)
      return
    }
    do {
      let tree = try YAMLDocument.tree(of: guarded.text, source, guarded)
      self.init(
        root: tree.root, problems: (guarded.problems + tree.problems).sorted { $0.offset < $1.offset })
    } catch {
      let problem = YAMLProblem(error, in: source)
      let earlier = guarded.problems.filter { $0.offset <= problem.offset }
      let readable = YAMLDocument.tree(before: problem.offset, of: source)
      // What the guard took out at the very place may be all that the library stumbled over.
      let isToldAlready = earlier.contains { $0.offset == problem.offset }
      let problems = earlier + (readable?.problems ?? []) + (isToldAlready ? [] : [problem])
      self.init(root: readable?.root, problems: problems.sorted { $0.offset < $1.offset })
    }
  }

  private typealias Tree = (root: YAMLNode?, problems: [YAMLProblem])

  /// - Throws: what the library throws.
  private static func tree(of text: String, _ source: SourceText, _ guarded: YAMLGuard) throws -> Tree {
    let node = try Parser(yaml: text, resolver: .basic, encoding: .utf8).singleRoot()
    var tree = YAMLTree(source, guarded)
    let root = node.map { tree.read($0) }
    return (root?.content == .null("") ? nil : root, tree.problems)
  }

  /// The keys at the top that stand whole before a place which cannot be read, so that their mistakes are told too.
  ///
  /// What opens a bracket or a quote and never closes it is no longer read, so a few keys more may have to go.
  private static func tree(before offset: Int, of source: SourceText) -> Tree? {
    let starts = source.topLevelLines(before: offset).suffix(3)
    for start in starts.reversed() {
      let part = SourceText(Array(source.bytes[..<start]))
      let guarded = YAMLGuard(part)
      if let tree = try? tree(of: guarded.text, part, guarded) { return tree }
    }
    return nil
  }
}

extension SourceText {
  /// Where the lines begin, up to a place, that have something in their first column.
  fileprivate func topLevelLines(before offset: Int) -> [Int] {
    (start..<max(start, min(offset + 1, bytes.count))).filter { index in
      let follows = index == start || bytes[index - 1] == .lineFeed || bytes[index - 1] == .carriageReturn
      let isLineEnd = bytes[index] == .lineFeed || bytes[index] == .carriageReturn
      return follows && !isLineEnd && !bytes[index].isBlank && bytes[index] != UInt8(ascii: "#")
    }
  }
}
