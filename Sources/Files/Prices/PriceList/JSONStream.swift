internal import Glibc
internal import Planning

/// Reads JSON that may be larger than memory, from its start to its end: what nobody asks for is passed over, and only
/// values that somebody takes are held, one at a time.
final class JSONStream {
  /// A value that is taken whole is never longer; the longest product of a price list has some kilobytes.
  static let valueLimit = 1 << 20

  /// Nil for bytes that are held already.
  private let descriptor: Int32?
  private let name: String
  private var chunk: [UInt8] = []
  private var offset = 0
  private var line = 1
  private var column = 1

  /// Nil for UTF-8; bytes of UTF-16 that wait for the rest of their character stand in `rest`.
  private var order: ByteOrder?
  private var rest: [UInt8] = []

  init(_ path: String) throws(InputFileError) {
    name = path
    // Without O_NONBLOCK a pipe with no writer would never open.
    let descriptor = path.withSystemPath { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY) }
    self.descriptor = descriptor >= 0 ? descriptor : nil
    guard descriptor >= 0 else { throw .cannotRead(path, FileObstacle(errno), .prices) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .cannotRead(path, FileObstacle(errno), .prices) }
    if let obstacle = FileObstacle(mode: status.st_mode) { throw .cannotRead(path, obstacle, .prices) }
    try begin()
  }

  init(_ bytes: [UInt8], name: String) throws(InputFileError) {
    self.name = name
    descriptor = nil
    chunk = bytes
    try begin()
  }

  deinit { if let descriptor { close(descriptor) } }

  var place: Provenance.Place { Provenance.Place(file: name, line: line, column: column) }

  /// The byte that comes next; nil at the end.
  func peek() throws(InputFileError) -> UInt8? {
    if offset == chunk.count { try refill() }
    return chunk[safe: offset]
  }

  private func next() throws(InputFileError) -> UInt8? {
    guard let byte = try peek() else { return nil }
    offset += 1
    if byte == .lineFeed {
      line += 1
      column = 1
    } else if !byte.continuesScalar {
      column += 1
    }
    return byte
  }

  /// The first byte of the value that comes next.
  func peekValue() throws(InputFileError) -> UInt8? {
    while let byte = try peek(), byte.isBlank || byte.isLineEnd { _ = try next() }
    return try peek()
  }

  // MARK: - Values

  /// Goes through the members of an object; the body takes or passes over the value of each.
  func object(_ body: (String) throws(InputFileError) -> Void) throws(InputFileError) {
    try collection(from: "{", to: "}") { () throws(InputFileError) in
      let key = try take()
      guard case .text(let text) = try value(of: key).content else {
        throw mistake(.unexpected(String(decoding: key.bytes.prefix(40), as: UTF8.self), .key), at: key.place)
      }
      try expect(":", .colon)
      try body(text)
    }
  }

  /// Goes through the elements of an array; the body takes or passes over each.
  func array(_ body: () throws(InputFileError) -> Void) throws(InputFileError) {
    try collection(from: "[", to: "]", body)
  }

  private func collection(
    from start: Unicode.Scalar, to end: Unicode.Scalar, _ body: () throws(InputFileError) -> Void
  ) throws(InputFileError) {
    try expect(start, .value)
    if try peekValue() == UInt8(ascii: end) {
      _ = try next()
      return
    }
    while true {
      try body()
      if try peekValue() == UInt8(ascii: end) {
        _ = try next()
        return
      }
      try expect(",", .comma(closing: end))
    }
  }

  private func expect(_ scalar: Unicode.Scalar, _ expected: JSONProblem.Expected) throws(InputFileError) {
    guard try peekValue() == UInt8(ascii: scalar) else { throw try unexpected(expected) }
    _ = try next()
  }

  /// Refuses what follows the last value.
  func expectEnd() throws(InputFileError) {
    if try peekValue() != nil { throw try unexpected(.end) }
  }

  /// The bytes of the value that comes next.
  func take() throws(InputFileError) -> (bytes: [UInt8], place: Provenance.Place) {
    _ = try peekValue()
    let start = place
    var bytes: [UInt8] = []
    try pass { piece throws(InputFileError) in
      guard bytes.count + piece.count <= Self.valueLimit else {
        throw self.mistake(.tooManyValues, at: start)
      }
      bytes += piece
    }
    return (bytes, start)
  }

  /// Passes over the value that comes next.
  func skip() throws(InputFileError) { try pass { _ in } }

  /// A value that was taken.
  func value(of taken: (bytes: [UInt8], place: Provenance.Place)) throws(InputFileError) -> JSONNode {
    do throws(JSONProblem) {
      return try JSONReader.read(SourceText(taken.bytes))
    } catch {
      throw mistake(error.kind, at: taken.place)
    }
  }

  /// Goes over a value, and shows it piece by piece.
  private func pass(_ see: (ArraySlice<UInt8>) throws(InputFileError) -> Void) throws(InputFileError) {
    guard let first = try peekValue() else { throw try unexpected(.value) }
    if first.isWord {
      // It ends where it can no longer go on.
      while let byte = try peek(), byte.isWord {
        try see(chunk[offset...offset])
        _ = try next()
      }
      return
    }
    guard "{[\"".utf8.contains(first) else { throw try unexpected(.value) }
    var brackets = Brackets()
    while try peek() != nil {
      let start = offset
      let isWhole = chunk.withUnsafeBufferPointer { bytes in
        while offset < bytes.count {
          let byte = bytes[offset]
          offset += 1
          if byte == .lineFeed {
            line += 1
            column = 1
          } else if !byte.continuesScalar {
            column += 1
          }
          if brackets.close(at: byte) { return true }
        }
        return false
      }
      try see(chunk[start..<offset])
      if isWhole { return }
    }
    throw try unexpected(brackets.isQuoted ? .key : .comma(closing: first == UInt8(ascii: "{") ? "}" : "]"))
  }

  /// What is open at a byte.
  private struct Brackets {
    private(set) var isQuoted = false
    private var isEscaped = false
    private var depth = 0

    /// Whether a byte ends what the first one began.
    mutating func close(at byte: UInt8) -> Bool {
      if isQuoted {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isQuoted = false
          return depth == 0
        }
        return false
      }
      switch byte {
      case UInt8(ascii: "\""): isQuoted = true
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        return depth == 0
      default: break
      }
      return false
    }
  }

  private func unexpected(_ expected: JSONProblem.Expected) throws(InputFileError) -> InputFileError {
    let start = place
    var word: [UInt8] = []
    while word.count < 40, let byte = try peek(), byte.isWord || word.isEmpty {
      _ = try next()
      word.append(byte)
    }
    return mistake(
      .unexpected(word.isEmpty ? nil : String(decoding: word, as: UTF8.self), expected), at: start)
  }

  private func mistake(_ kind: JSONProblem.Kind, at place: Provenance.Place) -> InputFileError {
    .wrong(Rejection([Mistake(place: place, key: "", what: .json(kind))], untold: 0, chain: [name]))
  }

  // MARK: - Bytes

  private func begin() throws(InputFileError) {
    if chunk.isEmpty { try refill() }
    order = ByteOrder(of: chunk)
    if let order {
      chunk = utf8(of: chunk[order.markLength...], in: order)
    } else if chunk.startsWithMarkOfUTF8 {
      offset = ByteOrder.markOfUTF8.count
    }
  }

  private func refill() throws(InputFileError) {
    guard let bytes = descriptor.map({ Descriptor.read($0, room: 1 << 16) }) ?? [] else {
      throw .cannotRead(name, FileObstacle(errno), .prices)
    }
    offset = 0
    chunk = order.map { utf8(of: bytes[...], in: $0) } ?? bytes
    // Half a character alone is no text yet.
    if chunk.isEmpty, !bytes.isEmpty { try refill() }
  }

  private func utf8(of bytes: ArraySlice<UInt8>, in order: ByteOrder) -> [UInt8] {
    let all = rest + bytes
    var units = order.units(of: all[...])
    if let last = units.last, UTF16.isLeadSurrogate(last) { units.removeLast() }
    rest = Array(all[(2 * units.count)...])
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}

extension UInt8 {
  /// Whether the byte may be part of a number or a bare word.
  fileprivate var isWord: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "+"),
      UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
      true
    default: isDigit
    }
  }
}
