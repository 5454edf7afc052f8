/// One line cut into its fields, by places so that nothing is copied.
struct RowFields {
  let line: UnsafeBufferPointer<UInt8>
  private(set) var ranges: [Range<Int>]

  /// Fields of a row with a delimiter, where a field may stand in double quotes.
  init(_ line: UnsafeBufferPointer<UInt8>, delimiter: UInt8, reusing ranges: [Range<Int>] = []) {
    self.line = line
    var ranges = ranges
    ranges.removeAll(keepingCapacity: true)
    var start = 0
    var offset = 0
    let quote = UInt8(ascii: "\"")
    while offset <= line.count {
      if offset < line.count, line[offset] == quote, offset == start {
        offset += 1
        while offset < line.count {
          if line[offset] == quote {
            if offset + 1 < line.count, line[offset + 1] == quote { offset += 1 } else { break }
          }
          offset += 1
        }
        let end = min(offset, line.count)
        ranges.append(start + 1..<max(start + 1, end))
        offset = end + 1
        while offset < line.count, line[offset] != delimiter { offset += 1 }
        offset += 1
        start = offset
        if offset > line.count { break }
        continue
      }
      while offset < line.count, line[offset] != delimiter { offset += 1 }
      ranges.append(start..<offset)
      offset += 1
      start = offset
    }
    self.ranges = ranges
  }

  var count: Int { ranges.count }

  subscript(index: Int) -> UnsafeBufferPointer<UInt8> {
    guard index < ranges.count else { return UnsafeBufferPointer(rebasing: line[0..<0]) }
    return UnsafeBufferPointer(rebasing: line[ranges[index]])
  }

  func text(_ index: Int) -> String { String(decoding: self[index], as: UTF8.self) }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether these are just the bytes of a word.
  func says(_ word: StaticString) -> Bool {
    guard count == word.utf8CodeUnitCount else { return false }
    for index in indices where self[index] != word.utf8Start[index] { return false }
    return true
  }

  func begins(with word: StaticString) -> Bool {
    count >= word.utf8CodeUnitCount
      && UnsafeBufferPointer(rebasing: self[..<word.utf8CodeUnitCount]).says(word)
  }

  /// A decimal number; nil for anything else, such as `N/A` or `-`.
  var number: Double? {
    var offset = 0
    var isNegative = false
    if offset < count, self[offset] == UInt8(ascii: "-") {
      isNegative = true
      offset += 1
    }
    var mantissa: UInt64 = 0
    var digits = 0
    var places = 0
    var isFraction = false
    while offset < count {
      let byte = self[offset]
      if byte.isDigit {
        if mantissa < 100_000_000_000_000_000 {
          mantissa = mantissa * 10 + UInt64(byte - UInt8(ascii: "0"))
          if isFraction { places += 1 }
        } else if !isFraction {
          places -= 1
        }
        digits += 1
      } else if byte == UInt8(ascii: "."), !isFraction {
        isFraction = true
      } else {
        break
      }
      offset += 1
    }
    guard digits > 0 else { return nil }
    if offset < count {
      guard self[offset] == UInt8(ascii: "e") || self[offset] == UInt8(ascii: "E") else { return nil }
      return Double(String(decoding: self, as: UTF8.self)).flatMap { $0.isFinite ? $0 : nil }
    }
    let value = Double(mantissa) / PowersOfTen.of(places)
    return isNegative ? -value : value
  }
}

private enum PowersOfTen {
  static func of(_ places: Int) -> Double {
    if table.indices.contains(places) { return table[places] }
    return places < 0 ? 1 / of(min(-places, 300)) : .infinity
  }

  private static let table: [Double] = (0...300).map { power in
    (0..<power).reduce(1.0) { value, _ in value * 10 }
  }
}
