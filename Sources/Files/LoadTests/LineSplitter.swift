internal import Glibc

/// Cuts a stream of bytes into lines, holding no more than the longest line.
struct LineSplitter {
  /// No line of a log is longer; in bytes.
  static let longest = 1 << 20

  /// What ends a line: a line end, or `>` for XML.
  let end: UInt8

  /// Whether a line end inside of double quotes belongs to the text there, as RFC 4180 has it.
  let mindsQuotes: Bool

  /// The line that comes next, from 1.
  private(set) var number = 1
  private var rest: [UInt8] = []
  private(set) var isTooLong = false

  init(end: UInt8 = .lineFeed, mindsQuotes: Bool = false) {
    self.end = end
    self.mindsQuotes = mindsQuotes
  }

  /// Visits every line that ends in a chunk, without its end.
  mutating func take(_ chunk: UnsafeBufferPointer<UInt8>, _ visit: (UnsafeBufferPointer<UInt8>, Int) -> Void)
  {
    guard let base = chunk.baseAddress else { return }
    var start = 0
    var search = 0
    while search < chunk.count, !isTooLong,
      let found = memchr(base + search, Int32(end), chunk.count - search)
    {
      let stop = UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
      let piece = UnsafeBufferPointer(rebasing: chunk[start..<stop])
      search = stop + 1
      if rest.isEmpty {
        if mindsQuotes, hasOpenQuote(piece) { continue }
        visit(Self.withoutReturn(piece), number)
        number += end == .lineFeed ? 1 + inner(piece) : inner(piece)
      } else {
        rest.append(contentsOf: piece)
        if mindsQuotes, rest.withUnsafeBufferPointer(hasOpenQuote) {
          rest.append(end)
          start = search
          continue
        }
        let number = number
        rest.withUnsafeBufferPointer { visit(Self.withoutReturn($0), number) }
        self.number +=
          end == .lineFeed ? 1 + rest.withUnsafeBufferPointer(inner) : rest.withUnsafeBufferPointer(inner)
        rest.removeAll(keepingCapacity: true)
      }
      start = search
    }
    if start < chunk.count {
      rest.append(contentsOf: chunk[start...])
      if rest.count > Self.longest { isTooLong = true }
    }
  }

  /// Visits what stands after the last line end.
  mutating func finish(_ visit: (UnsafeBufferPointer<UInt8>, Int) -> Void) {
    guard !rest.isEmpty, !isTooLong else { return }
    let number = number
    rest.withUnsafeBufferPointer { visit(Self.withoutReturn($0), number) }
  }

  /// Line ends inside of a piece.
  private func inner(_ piece: UnsafeBufferPointer<UInt8>) -> Int {
    mindsQuotes || end != .lineFeed ? piece.count { $0 == .lineFeed } : 0
  }

  private func hasOpenQuote(_ piece: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = piece.baseAddress, memchr(base, Int32(UInt8(ascii: "\"")), piece.count) != nil else {
      return false
    }
    return !piece.count { $0 == UInt8(ascii: "\"") }.isMultiple(of: 2)
  }

  private static func withoutReturn(_ piece: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    piece.last == .carriageReturn ? UnsafeBufferPointer(rebasing: piece.dropLast()) : piece
  }
}
