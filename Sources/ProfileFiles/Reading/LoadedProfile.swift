internal import Crypto
package import Planning

/// A profile together with the text that said it.
package struct LoadedProfile: Sendable {
  package let profile: Profile

  /// Where each value was said.
  package let provenance: Provenance

  /// SHA-256 of the file's bytes, in lower-case hexadecimal digits.
  package let sha256: String

  /// What messages call the file: its path, `<stdin>` or the name of the guide inside the program.
  package let name: String

  /// The path to save to; nil for standard input and for the guide inside the program.
  package let path: String?

  /// The file as it was read; saving changes values in this text.
  package let source: SourceText

  /// Reads a profile from the bytes of one file.
  package init(_ bytes: [UInt8], name: String, path: String? = nil) throws(ProfileRejection) {
    source = SourceText(bytes)
    (profile, provenance) = try ProfileReader.read(source, file: name)
    sha256 = SHA256.hash(data: bytes).hexadecimal
    self.name = name
    self.path = path
  }
}

extension Sequence<UInt8> {
  fileprivate var hexadecimal: String {
    reduce(into: "") { text, byte in
      text += byte < 16 ? "0" : ""
      text += String(byte, radix: 16)
    }
  }
}
