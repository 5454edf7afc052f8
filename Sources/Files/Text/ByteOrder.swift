/// In which order UTF-16 has the two bytes of a unit.
struct ByteOrder: Equatable {
  let isBigEndian: Bool

  /// Bytes of the mark that tells it, before the text.
  let markLength: Int

  /// Nil for bytes that begin with no mark of UTF-16, nor with half a character of ASCII.
  init?(of bytes: some RandomAccessCollection<UInt8>) {
    guard let first = bytes.first, let second = bytes.dropFirst().first else { return nil }
    switch (first, second) {
    case (0xFF, 0xFE): (isBigEndian, markLength) = (false, 2)
    case (0xFE, 0xFF): (isBigEndian, markLength) = (true, 2)
    case (1..., 0): (isBigEndian, markLength) = (false, 0)
    case (0, 1...): (isBigEndian, markLength) = (true, 0)
    default: return nil
    }
  }

  /// The units that pairs of bytes are; half a pair at the end is none.
  func units(of bytes: ArraySlice<UInt8>) -> [UInt16] {
    stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map { offset in
      let (first, second) = (UInt16(bytes[offset]), UInt16(bytes[offset + 1]))
      return isBigEndian ? first << 8 | second : second << 8 | first
    }
  }
}

extension Collection<UInt8> {
  /// Whether a mark says that it is UTF-8, which has no order that one would have to tell.
  var startsWithMarkOfUTF8: Bool { starts(with: ByteOrder.markOfUTF8) }

  var withoutMarkOfUTF8: SubSequence { dropFirst(startsWithMarkOfUTF8 ? ByteOrder.markOfUTF8.count : 0) }
}

extension ByteOrder {
  static let markOfUTF8: [UInt8] = [0xEF, 0xBB, 0xBF]
}
