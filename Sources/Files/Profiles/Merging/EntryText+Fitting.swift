internal import Typography

// One person's lines beside another's: indented as far, or in braces where the other has braces.
extension CollectionText {
  /// The same collection written in another style; nil where its values take more than a line and braces have one.
  func fitted(to style: YAMLNode.CollectionStyle) -> CollectionText? {
    switch (self.style, style) {
    case (.flow, .flow): return self
    case (.block(let indent), .block(let target)):
      return indent == target ? self : shifted(by: target - indent)
    case (.flow, .block(let indent)):
      let margin = String(repeating: " ", count: indent)
      return with(style) { entry in
        EntryText(
          name: entry.name, lead: "", head: margin + (isList ? "- " : entry.key + " "), value: entry.value,
          trail: "\n")
      }
    case (.block, .flow):
      guard entries.allSatisfy({ $0.value.isOnOneLine }) else { return nil }
      return with(style) { entry in
        EntryText(
          name: entry.name, lead: "", head: isList ? "" : entry.key + " ", value: entry.value, trail: "")
      }
    }
  }

  /// All comments in it, line by line.
  var comments: [String] {
    guard case .block = style else { return [] }
    return (entries.flatMap { $0.comments } + close.lines.filter(\.isComment)).map(\.trimmed)
  }

  private func with(
    _ style: YAMLNode.CollectionStyle, _ change: (EntryText) -> EntryText
  ) -> CollectionText {
    let isFlow = style.isLike(.flow)
    return CollectionText(
      style: style, isList: isList, open: isFlow ? isList ? "[" : "{" : "", entries: entries.map(change),
      close: isFlow ? isList ? "]" : "}" : "", gaps: isFlow ? entries.dropFirst().map { _ in ", " } : [])
  }

  fileprivate func shifted(by columns: Int) -> CollectionText {
    switch style {
    case .flow:
      CollectionText(
        style: style, isList: isList, open: open.shifted(by: columns, isInLine: true),
        entries: entries.map { $0.shifted(by: columns, isInLine: true) },
        close: close.shifted(by: columns, isInLine: true),
        gaps: gaps.map { $0.shifted(by: columns, isInLine: true) })
    case .block(let indent):
      CollectionText(
        style: .block(indent: indent + columns), isList: isList, open: open.shifted(by: columns),
        entries: entries.map { $0.shifted(by: columns) }, close: close.shifted(by: columns))
    }
  }
}

extension EntryText {
  /// The key with its colon.
  fileprivate var key: String { head.trimmed }

  fileprivate var comments: [String] {
    let inner: [String] = if case .collection(let collection) = value { collection.comments } else { [] }
    return (lead.lines + trail.lines).filter(\.isComment) + inner
  }

  fileprivate func shifted(by columns: Int, isInLine: Bool = false) -> EntryText {
    var shifted = self
    shifted.lead = lead.shifted(by: columns)
    shifted.head = head.shifted(by: columns, isInLine: isInLine)
    shifted.trail = trail.shifted(by: columns, isInLine: true)
    switch value {
    case .leaf(let text, let meaning):
      shifted.value = .leaf(text.shifted(by: columns, isInLine: true), meaning: meaning)
    case .collection(let collection): shifted.value = .collection(collection.shifted(by: columns))
    }
    return shifted
  }
}

extension ValueText {
  /// A collection written as another one of its kind is; nil where it cannot be.
  func fitted(to other: ValueText) -> CollectionText? {
    guard case .collection(let mine) = self, case .collection(let other) = other, mine.isList == other.isList
    else { return nil }
    return mine.fitted(to: other.style)
  }

  var isOnOneLine: Bool { !text.utf8.contains(.lineFeed) }
}

extension YAMLNode.CollectionStyle {
  func isLike(_ other: YAMLNode.CollectionStyle) -> Bool {
    switch (self, other) {
    case (.flow, .flow), (.block, .block): true
    default: false
    }
  }
}
