internal import Typography

/// Traffic as a CSV file of `minute,users` points, with or without that line as a header.
package enum TrafficFile {
  /// No file is larger, in bytes: a year of minutes takes less.
  package static let sizeLimit = 1 << 24

  /// Reads the points of a file; empty lines and spaces around numbers do not matter.
  ///
  /// - Throws: ``Mistake`` for the first thing that is no point, and where no point is left.
  package static func points(_ text: String) throws(Mistake) -> [Traffic.Point] {
    var points: [Traffic.Point] = []
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      let content = line.drop { $0 == "\u{FEFF}" }
      if content.allSatisfy(\.isWhitespace) || (points.isEmpty && isHeader(content)) { continue }
      points.append(try point(in: Line(number: index + 1, text: content), after: points.last))
    }
    if points.isEmpty { throw Mistake(line: 1, column: 1, problem: .noPoint) }
    return points
  }

  private static func isHeader(_ line: Substring) -> Bool {
    line.lowercased().filter { !$0.isWhitespace } == "minute,users"
  }

  private struct Line {
    let number: Int
    let text: Substring

    func mistake(at field: Substring, _ problem: Mistake.Problem) -> Mistake {
      let column = text.distance(from: text.startIndex, to: field.startIndex) + 1
      return Mistake(line: number, column: column, problem: problem)
    }
  }

  private static func point(in line: Line, after last: Traffic.Point?) throws(Mistake) -> Traffic.Point {
    let fields = line.text.split(separator: ",", omittingEmptySubsequences: false).map(trimmed)
    guard fields.count == 2 else {
      throw line.mistake(at: line.text, .columns(found: String(line.text)))
    }
    guard let minute = Int(fields[0]), (0..<Scenario.longest).contains(minute), isPlain(fields[0]) else {
      throw line.mistake(at: fields[0], .minute(found: String(fields[0])))
    }
    if let last, minute <= last.minute {
      throw line.mistake(at: fields[0], .notLater(minute: minute, previous: last.minute))
    }
    guard let users = Double(fields[1]), (0...mostUsers).contains(users), isPlain(fields[1]) else {
      throw line.mistake(at: fields[1], .users(found: String(fields[1])))
    }
    return Traffic.Point(minute: minute, users: users)
  }

  private static let mostUsers = Double(Bound.users.upperBound)

  private static func trimmed(_ field: Substring) -> Substring {
    let start = field.firstIndex { !$0.isWhitespace } ?? field.endIndex
    let end = field.lastIndex { !$0.isWhitespace }.map(field.index(after:)) ?? start
    return field[start..<end]
  }

  /// Digits and a point, so that `0x10`, `1e5` and `inf` are the mistakes that they look like.
  private static func isPlain(_ field: Substring) -> Bool {
    field.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: ".") }
  }

  /// What is wrong with a traffic file, and where, counted from 1.
  package struct Mistake: Error, Equatable {
    package let line: Int
    package let column: Int
    package let problem: Problem

    package enum Problem: Equatable, Sendable {
      case noPoint
      case columns(found: String)
      case minute(found: String)
      case notLater(minute: Int, previous: Int)
      case users(found: String)
    }

    /// What was found and what was expected, without the place.
    package var text: String {
      switch problem {
      case .noPoint: "no point; expected lines of minute,users such as 0,50000"
      case .columns(let found): "found \(quoted(found)); expected two numbers, minute,users"
      case .minute(let found):
        "minute: found \(quoted(found)); expected a whole number from 0 to"
          + " \(Numbers.grouped(Scenario.longest - 1))"
      case .notLater(let minute, let previous):
        "minute: \(minute) is not after \(previous); expected minutes that rise"
      case .users(let found):
        "users: found \(quoted(found)); expected a number from 0 to \(Numbers.readable(mostUsers))"
      }
    }

    private func quoted(_ found: String) -> String {
      found.isEmpty ? "nothing" : "\"\(found.printable.clipped(to: 40))\""
    }
  }
}
