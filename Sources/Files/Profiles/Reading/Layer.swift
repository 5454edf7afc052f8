/// One file of a profile: the profile itself, or one that it extends.
package struct Layer: Sendable {
  /// What messages call the file.
  package let name: String

  /// Where the file really is, with symbolic links followed; nil for standard input and for the guide inside the
  /// program.
  package let path: String?
  package let source: SourceText

  /// Nil where the bytes are no text to look at; `flaw` says why.
  let document: YAMLDocument?
  let flaw: Flaw?

  enum Flaw: Hashable, Sendable {
    case tooLarge
    case notText(byteOffset: Int)
  }

  /// No profile is larger, in bytes.
  static let sizeLimit = 1 << 20

  init(_ bytes: [UInt8], name: String, path: String? = nil) {
    self.name = name
    self.path = path
    let source = bytes.count > Self.sizeLimit ? SourceText([]) : SourceText(bytes)
    self.source = source
    flaw =
      bytes.count > Self.sizeLimit ? .tooLarge : source.firstInvalidByte.map { .notText(byteOffset: $0) }
    document = flaw == nil ? YAMLDocument(parsing: source) : nil
  }

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
