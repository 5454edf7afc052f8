/// One file of a profile: the profile itself, or one that it extends.
package struct Layer: Sendable {
  /// Where the file really is, with symbolic links followed; nil for standard input and for the guide inside the
  /// program.
  package let path: String?
  let text: FileText

  /// Nil where the bytes are no text to look at; `text.flaw` says why.
  let document: YAMLDocument?

  init(_ bytes: [UInt8], of kind: FileKind = .profile, name: String, path: String? = nil) {
    self.path = path
    text = FileText(bytes, of: kind, name: name)
    document = text.flaw == nil ? YAMLDocument(parsing: text.source) : nil
  }

  /// What messages call the file.
  package var name: String { text.name }
  package var source: SourceText { text.source }

  /// The keys at the top of the file; nil where it has none.
  var entries: [YAMLEntry]? {
    guard case .mapping(let entries, _) = document?.root?.content else { return nil }
    return entries
  }

  /// The file that this one extends, as it is written there, and where that stands.
  var base: (reference: String, offset: Int)? {
    guard let value = entries?.first(where: { $0.key == Self.baseKey })?.value,
      case .scalar(let reference, _) = value.content
    else { return nil }
    return (reference, value.range.lowerBound)
  }

  func isSameFile(as other: Layer) -> Bool {
    guard let path, let otherPath = other.path else { return path == other.path }
    return path.isSpelled(like: otherPath)
  }

  static let baseKey = "extends"
}
