internal import Glibc

// A path is a String that keeps every byte of a name, and is split and compared by its bytes: to the system, two
// spellings of é are two names, and a mark after a slash does not make it another sign.
extension String {
  /// The text of a path that the system gives; bytes that are no UTF-8 stand as scalars of their own.
  package init(systemPath bytes: some Collection<UInt8>) {
    let text = String(decoding: bytes, as: UTF8.self)
    if text.utf8.elementsEqual(bytes), !text.unicodeScalars.contains(where: { $0.pathByte != nil }) {
      self = text
      return
    }
    var scalars = String.UnicodeScalarView()
    var rest = Array(bytes)[...]
    while let first = rest.first {
      let length = String(decoding: rest.prefix(4), as: UTF8.self).unicodeScalars.first.map { scalar in
        String(scalar).utf8.elementsEqual(rest.prefix(String(scalar).utf8.count)) && scalar.pathByte == nil
          ? String(scalar).utf8.count : 0
      }
      if let length, length > 0 {
        scalars.append(contentsOf: String(decoding: rest.prefix(length), as: UTF8.self).unicodeScalars)
        rest = rest.dropFirst(length)
      } else {
        scalars.append(Unicode.Scalar(pathByte: first))
        rest = rest.dropFirst()
      }
    }
    self.init(scalars)
  }

  /// Hands the path to the system, byte for byte.
  ///
  /// No name holds a NUL, at which the system would cut the path: such a path is handed over as the empty one, which
  /// leads nowhere.
  package func withSystemPath<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    guard !utf8.contains(0) else { return "".withCString(body) }
    guard unicodeScalars.contains(where: { $0.pathByte != nil }) else { return withCString(body) }
    let bytes = unicodeScalars.flatMap { scalar in scalar.pathByte.map { [$0] } ?? Array(String(scalar).utf8)
    }
    return (bytes.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map(body) ?? "".withCString(body)
    }
  }

  /// Hands this path and another one to the system.
  func withSystemPath<Result>(
    and other: String, _ body: (UnsafePointer<CChar>, UnsafePointer<CChar>) -> Result
  ) -> Result {
    withSystemPath { path in other.withSystemPath { body(path, $0) } }
  }

  /// Whether two paths are spelled alike; `==` takes another normal form for the same text.
  func isSpelled(like other: String) -> Bool { utf8.elementsEqual(other.utf8) }

  /// The folder that a path names a file in.
  var folder: String {
    guard let slash = utf8.lastIndex(of: .slash) else { return "." }
    return slash == startIndex ? "/" : String(self[..<slash])
  }

  var lastComponent: String {
    utf8.lastIndex(of: .slash).map { String(self[utf8.index(after: $0)...]) } ?? self
  }

  /// The names that the path is made of.
  var components: [String] { utf8.split(separator: .slash).map { String(Substring($0)) } }

  /// The path with every symbolic link followed; nil where nothing is there.
  var resolved: String? {
    guard let pointer = withSystemPath({ realpath($0, nil) }) else { return nil }
    defer { free(pointer) }
    return String(systemPath: UnsafeRawBufferPointer(start: pointer, count: strlen(pointer)))
  }

  /// Where the symbolic link at the path leads to; nil where there is none.
  var linked: String? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = withSystemPath { readlink($0, &buffer, buffer.count) }
    guard count > 0 else { return nil }
    let text = String(systemPath: buffer.prefix(count).map(UInt8.init(bitPattern:)))
    return text.utf8.first == .slash ? text : "\(folder)/\(text)"
  }

  /// Where symbolic links lead to one after the other, the path itself first; the last is no link, unless they lead in a
  /// circle.
  var chainOfLinks: [String] { Array(sequence(first: self, next: \.linked).prefix(Self.longestChain)) }

  /// The system follows no more.
  private static let longestChain = 40
}

extension UInt8 {
  fileprivate static let slash = UInt8(ascii: "/")
}

extension Unicode.Scalar {
  /// The last scalars of the last private plane stand for the bytes from 0x80 on, which alone can be no UTF-8.
  private static let firstOfBytes: UInt32 = 0x10FF80

  /// The byte of a path that the scalar stands for.
  package var pathByte: UInt8? {
    value < Unicode.Scalar.firstOfBytes ? nil : UInt8(value - Unicode.Scalar.firstOfBytes + 0x80)
  }

  fileprivate init(pathByte byte: UInt8) {
    self = Unicode.Scalar(Unicode.Scalar.firstOfBytes + UInt32(byte) - 0x80) ?? "\u{FFFD}"
  }
}
