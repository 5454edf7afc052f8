internal import Yams

extension YAMLDocument {
  /// Reads text that is UTF-8.
  ///
  /// The library tells one mistake and stops; what the guard found before that place is certain, and told instead.
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
      let node = try Parser(yaml: guarded.text, resolver: .basic, encoding: .utf8).singleRoot()
      var tree = YAMLTree(source, guarded)
      let root = node.map { tree.read($0) }
      self.init(
        root: root?.content == .null("") ? nil : root,
        problems: (guarded.problems + tree.problems).sorted { $0.offset < $1.offset })
    } catch {
      let problem = YAMLProblem(error, in: source)
      let earlier = guarded.problems.filter { $0.offset <= problem.offset }
      self.init(root: nil, problems: earlier.isEmpty ? [problem] : earlier)
    }
  }
}
