package import Planning

/// A private price file, format `headroom-prices/1`.
///
/// It says what one organization pays: prices, tariffs and sizes of nodes that replace those of the built-in price book,
/// and discounts on the rest. It stays out of the profiles that a team shares.
package enum PriceFile {
  package static let format = "headroom-prices/1"

  /// Reads the price file at a path.
  package static func read(_ path: String) throws(InputFileError) -> PriceOverlay {
    try InputFile.read(path, as: .prices) { bytes throws(Rejection) in try overlay(bytes, name: path) }
  }

  /// Reads a price file from its bytes; types and tariffs are known if the tables inside the program have them.
  package static func overlay(_ bytes: [UInt8], name: String) throws(Rejection) -> PriceOverlay {
    try PriceReader.read(Layer(bytes, of: .prices, name: name), sha256: SHA256.hexadecimal(of: bytes))
  }
}

extension Rejection {
  /// Whether what was read as a profile says that it is a price file.
  package var isOfPriceFile: Bool {
    mistakes.contains { mistake in
      if case .wrongFormat(let format) = mistake.what {
        format.hasPrefix("headroom-prices/")
      } else {
        false
      }
    }
  }
}
