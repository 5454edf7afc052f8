package import Planning

/// A profile together with the files that said it.
package struct LoadedProfile: Sendable {
  package let profile: Profile

  /// Where each value was said.
  package let provenance: Provenance

  /// The file itself, and then those that it extends, each by the one before it.
  package let layers: [Layer]

  /// SHA-256 of the file's bytes, in lower-case hexadecimal digits; of a profile that extends others, the SHA-256 of
  /// those digits of all its files, a line each.
  package let sha256: String

  /// What messages call the file: its path, `<stdin>` or the name of the guide inside the program.
  package var name: String { layers[0].name }

  /// The path as it was asked for; nil for standard input and for the guide inside the program.
  package var path: String? { layers[0].path == nil ? nil : name }

  /// The text of the file itself.
  package var source: SourceText { layers[0].source }

  /// Reads a profile from bytes that come from no folder, so that they cannot extend another file.
  package init(_ bytes: [UInt8], name: String) throws(Rejection) {
    try self.init(Layer(bytes, name: name)) { _, _ throws(BaseProblem) in throw .noFolder }
  }

  /// Reads a file and, through `open`, those that it extends.
  init(
    _ top: Layer, open: (_ reference: String, _ from: Layer) throws(BaseProblem) -> Layer
  ) throws(Rejection) {
    try self.init(LayerChain(top, open: open))
  }

  init(_ chain: LayerChain) throws(Rejection) {
    var (profile, provenance) = try ProfileReader.read(chain)
    provenance.measured = MeasuredValues.read(chain.layers, profile, provenance.places)
    self.profile = profile
    self.provenance = provenance
    layers = chain.layers
    let digests = layers.map { SHA256.hexadecimal(of: $0.source.bytes) }
    let list = digests.map { $0 + "\n" }.joined()
    sha256 = digests.count == 1 ? digests[0] : SHA256.hexadecimal(of: Array(list.utf8))
  }
}
