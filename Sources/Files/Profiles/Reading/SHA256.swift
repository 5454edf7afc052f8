internal import CSHA256

/// The digest by which a report says what it was made from.
enum SHA256 {
  /// In lower-case hexadecimal digits.
  static func hexadecimal(of bytes: [UInt8]) -> String {
    let count = 2 * Int(SHA256_DIGEST_LENGTH)
    // One byte more, for the zero that ends a C string.
    return String(unsafeUninitializedCapacity: count + 1) { buffer in
      buffer.withMemoryRebound(to: CChar.self) { _ = SHA256Data(bytes, bytes.count, $0.baseAddress) }
      return count
    }
  }
}
