internal import Planning

/// Turns lines of minutes and users into points.
struct TrafficReader {
  private(set) var points: [Traffic.Point] = []
  var mistakes: MistakeList

  private let source: SourceText
  private var isAtTop = true

  init(_ source: SourceText, mistakes: MistakeList) {
    self.source = source
    self.mistakes = mistakes
  }

  mutating func read() {
    for line in source.lines {
      let content = trimmed(line)
      if content.isEmpty { continue }
      if !(isAtTop && isHeader(content)) { readPoint(in: content) }
      isAtTop = false
    }
    if points.isEmpty, mistakes.isEmpty { mistakes.report(.traffic(.noPoint), at: source.start) }
  }

  private func isHeader(_ line: Range<Int>) -> Bool {
    source.text(line).lowercased().filter { !$0.isWhitespace } == "minute,users"
  }

  private mutating func readPoint(in line: Range<Int>) {
    let fields = source.bytes[line].split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      .map { trimmed($0.indices) }
    guard fields.count == 2 else {
      return mistakes.report(.traffic(.columns(found: source.text(line))), at: line.lowerBound)
    }
    let minute = minute(fields[0])
    guard let users = users(fields[1]), let minute else { return }
    points.append(Traffic.Point(minute: minute, users: users))
  }

  private mutating func minute(_ field: Range<Int>) -> Int? {
    let text = source.text(field)
    guard isPlain(field), let minute = Int(text), (0..<Scenario.longest).contains(minute) else {
      mistakes.report(.traffic(.minute(found: text)), at: field.lowerBound, key: "minute")
      return nil
    }
    if let last = points.last?.minute, minute <= last {
      mistakes.report(
        .traffic(.notLater(minute: minute, previous: last)), at: field.lowerBound, key: "minute")
      return nil
    }
    return minute
  }

  private mutating func users(_ field: Range<Int>) -> Double? {
    let text = source.text(field)
    guard isPlain(field), let users = Double(text), users <= Double(Bound.users.upperBound) else {
      mistakes.report(.traffic(.users(found: text)), at: field.lowerBound, key: "users")
      return nil
    }
    return users
  }

  /// Digits and a point, so that `0x10`, `1e5` and `inf` are the mistakes that they look like.
  private func isPlain(_ field: Range<Int>) -> Bool {
    source.bytes[field].allSatisfy { $0.isDigit || $0 == UInt8(ascii: ".") }
  }

  /// The range without blanks and line ends around it.
  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    func says(_ byte: UInt8) -> Bool { !byte.isBlank && !byte.isLineEnd }
    let start = source.bytes[range].firstIndex(where: says) ?? range.upperBound
    return start..<(source.bytes[range].lastIndex(where: says).map { $0 + 1 } ?? start)
  }
}
