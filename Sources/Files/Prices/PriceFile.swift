package import Planning

/// A private price file, format `headroom-prices/1`.
///
/// It says what one organization pays: prices, tariffs and sizes of nodes that replace those of the built-in price book,
/// and discounts on the rest. It stays out of the profiles that a team shares.
package enum PriceFile {
  package static let format = "headroom-prices/1"

  /// Reads the price file at a path.
  package static func read(_ path: String) throws(ProfileFileError) -> PriceOverlay {
    let bytes: [UInt8]
    do {
      bytes = try InputFile.bytes(at: path, limit: Layer.sizeLimit + 1)
    } catch {
      throw .cannotRead(path, error)
    }
    do {
      return try overlay(bytes, name: path)
    } catch {
      throw .wrong(error)
    }
  }

  /// Reads a price file from its bytes; types and tariffs are known if the tables inside the program have them.
  package static func overlay(_ bytes: [UInt8], name: String) throws(ProfileRejection) -> PriceOverlay {
    try PriceReader.read(Layer(bytes, name: name), sha256: SHA256.hexadecimal(of: bytes))
  }
}

extension ProfileRejection {
  /// Whether what was read as a profile says that it is a price file.
  package var isOfPriceFile: Bool {
    problems.contains { problem in
      if case .wrongFormat(let format) = problem.mistake {
        format.hasPrefix("headroom-prices/")
      } else {
        false
      }
    }
  }
}
