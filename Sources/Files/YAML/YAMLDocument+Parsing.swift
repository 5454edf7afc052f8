extension YAMLDocument {
  /// Reads text that is UTF-8.
  package init(parsing source: SourceText) {
    let forbidden = source.forbiddenCharacters()
    guard forbidden.isEmpty else {
      self.init(root: nil, problems: forbidden)
      return
    }
    var tree = YAMLTree(source)
    let root = tree.read()
    self.init(root: root, problems: tree.problems.sorted { $0.offset < $1.offset })
  }
}
