internal import Glibc

/// Users at the same time, minute by minute.
package struct Traffic: Equatable, Sendable {
  /// Users at minute 0, 1, 2 and so on, at least one; what follows is told by `ending`.
  package let users: [Double]
  package let ending: Ending

  /// How traffic goes on after its last minute.
  package enum Ending: Sendable { case holds, repeats }

  package static func steady(_ users: Double) -> Traffic {
    Traffic(users: [users], ending: .holds)
  }

  /// One day over and over: U max(0, a + (1 - a) cos(2 pi (t - 1200) / 1440)).
  ///
  /// U are the users at the peak, 20:00. a is the mean over the peak from a half up; below, the curve stands at zero for a
  /// while, and a is what makes the mean of its minutes what is asked, by bisection.
  package static func day(peak: Double, meanLoad: Double, startMinute: Int = 0) -> Traffic {
    let shape = DayShape(mean: meanLoad)
    let users = (0..<Clock.minutesPerDay).map { minute in
      peak * shape.share(at: (minute + startMinute) % Clock.minutesPerDay)
    }
    return Traffic(users: users, ending: .repeats)
  }

  /// Straight from one number of users to another, then steady.
  package static func launch(from start: Double, to end: Double, over minutes: Int) -> Traffic {
    between([Point(minute: 0, users: start), Point(minute: minutes, users: end)])
  }

  /// Points joined by straight lines, held before the first and after the last.
  ///
  /// - Precondition: there is a point, and minutes never fall; of two points at one minute the later one counts.
  package static func between(_ points: [Point]) -> Traffic {
    var users = [Double](repeating: points[0].users, count: points[points.count - 1].minute + 1)
    for (left, right) in zip(points, points.dropFirst()) where left.minute < right.minute {
      let rise = right.users - left.users
      for minute in left.minute..<right.minute {
        users[minute] =
          left.users + rise * Double(minute - left.minute) / Double(right.minute - left.minute)
      }
    }
    users[users.count - 1] = points[points.count - 1].users
    return Traffic(users: users, ending: .holds)
  }

  /// Users at one minute of a scenario.
  package struct Point: Equatable, Sendable {
    package let minute: Int
    package let users: Double

    package init(minute: Int, users: Double) {
      self.minute = minute
      self.users = users
    }
  }
}

/// The day of a simulation, which begins at midnight.
package enum Clock {
  package static let minutesPerDay = 1440

  /// 20:00, when the day curve peaks.
  package static let peakMinute = 1200

  /// A minute as a time of its day: `20:05`.
  package static func time(_ minute: Int) -> String {
    let ofDay = minute % minutesPerDay
    return "\(twoDigits(ofDay / 60)):\(twoDigits(ofDay % 60))"
  }

  /// The minute of a day that a text such as `20:05` means; nil for any other text.
  package static func minute(of text: String) -> Int? {
    let parts = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.count == 2 }),
      let hour = Int(Substring(parts[0])), let minute = Int(Substring(parts[1])),
      (0..<24).contains(hour), (0..<60).contains(minute)
    else { return nil }
    return hour * 60 + minute
  }

  private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
