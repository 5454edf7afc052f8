internal import Planning

/// A moment as tools write it: a number of seconds or of parts of them, or a time of ISO 8601 with its zone.
enum Timestamp {
  /// What stands for a time that is none.
  static let expectation = "a time such as 1795677475 or 2026-11-26T07:17:55Z"

  /// Seconds since 1970; nil for what is no time, or none before the year 5138.
  static func seconds(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
    if let number = text.number { return seconds(number) }
    return iso(text)
  }

  static func seconds(_ text: String) -> Double? {
    var text = text
    return text.withUTF8 { seconds($0) }
  }

  /// A number of seconds, milliseconds, microseconds or nanoseconds, by its size.
  static func seconds(_ number: Double) -> Double? {
    switch number {
    case 0..<1e11: number
    case 1e11..<1e14: number / 1e3
    case 1e14..<1e17: number / 1e6
    case 1e17..<1e20: number / 1e9
    default: nil
    }
  }

  /// `2026-11-18T20:00:17.335413Z`; the zone may be an offset such as +01:00 too.
  private static func iso(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
    guard text.count >= 20, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"),
      text[10] == UInt8(ascii: "T") || text[10] == .space, text[13] == UInt8(ascii: ":"),
      text[16] == UInt8(ascii: ":"), let year = digits(text, 0, 4), let month = digits(text, 5, 2),
      let day = digits(text, 8, 2), let hour = digits(text, 11, 2), let minute = digits(text, 14, 2),
      let second = digits(text, 17, 2), (1970...5000).contains(year),
      let date = Day(year: year, month: month, day: day), hour < 24, minute < 60, second < 61
    else { return nil }
    var offset = 19
    var fraction = 0.0
    if text[offset] == UInt8(ascii: ".") {
      var scale = 0.1
      offset += 1
      while offset < text.count, text[offset].isDigit {
        fraction += Double(text[offset] - UInt8(ascii: "0")) * scale
        scale /= 10
        offset += 1
      }
    }
    guard let zone = zone(text, offset) else { return nil }
    let seconds = date.secondsSince1970 + hour * 3600 + minute * 60 + second - zone
    return Double(seconds) + fraction
  }

  /// Seconds ahead of UTC.
  private static func zone(_ text: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Int? {
    guard offset < text.count else { return nil }
    if text[offset] == UInt8(ascii: "Z") { return offset + 1 == text.count ? 0 : nil }
    let sign = text[offset] == UInt8(ascii: "+") ? 1 : text[offset] == UInt8(ascii: "-") ? -1 : 0
    let colon = offset + 3 < text.count && text[offset + 3] == UInt8(ascii: ":") ? 1 : 0
    guard sign != 0, text.count == offset + 5 + colon, let hours = digits(text, offset + 1, 2),
      let minutes = digits(text, offset + 3 + colon, 2), hours < 24, minutes < 60
    else { return nil }
    return sign * (hours * 3600 + minutes * 60)
  }

  private static func digits(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int) -> Int? {
    guard start + count <= text.count else { return nil }
    var value = 0
    for offset in start..<start + count {
      guard text[offset].isDigit else { return nil }
      value = value * 10 + Int(text[offset] - UInt8(ascii: "0"))
    }
    return value
  }
}
