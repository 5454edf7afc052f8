package import Planning
internal import Typography

/// The days to act by as a calendar, RFC 5545: an event of a whole day for each thing that breaks.
///
/// An event is known by what breaks, so that one whose day moves is moved in the calendar that holds it.
package struct ActByCalendar {
  package let text: String

  /// The file is what people call the profile.
  package init(_ horizon: Horizon, file: String) {
    let name = horizon.plan.profile.name
    let events = horizon.breaks.flatMap { each -> [ContentLine] in
      guard let day = each.actBy ?? each.actByEarliest else { return [] }
      return each.event(
        on: day, of: name, stamp: horizon.today, breaks: each.span(today: horizon.today),
        command: each.act.command?.text(file: file))
    }
    let lines =
      [
        ContentLine("BEGIN", "VCALENDAR"), ContentLine("VERSION", "2.0"),
        ContentLine("PRODID", "-//headroom//horizon//EN"), ContentLine("CALSCALE", "GREGORIAN"),
        ContentLine("X-WR-CALNAME", text: "Act by: \(name)"),
      ] + events + [ContentLine("END", "VCALENDAR")]
    text = lines.map(\.folded).joined()
  }
}

extension Break {
  fileprivate func event(
    on day: Day, of name: String, stamp: Day, breaks: String, command: String?
  ) -> [ContentLine] {
    let doubt = likely == nil ? ", if growth is fast" : ""
    let description = [
      "\(subject), \(breaks)\(doubt), chance \(chance). \(act.text)", command,
    ].compactMap(\.self).joined(separator: "\n\n")
    return [
      ContentLine("BEGIN", "VEVENT"), ContentLine("UID", text: uid(of: name)),
      ContentLine("DTSTAMP", "\(stamp.basic)T000000Z"), ContentLine("DTSTART;VALUE=DATE", day.basic),
      ContentLine("DTEND;VALUE=DATE", day.adding(days: 1).basic),
      ContentLine("SUMMARY", text: "Act: \(title), \(breaks)\(doubt)"),
      ContentLine("DESCRIPTION", text: description), ContentLine("CATEGORIES", text: kind.rawValue),
      ContentLine("TRANSP", "TRANSPARENT"), ContentLine("END", "VEVENT"),
    ]
  }

  /// What breaks, of which profile, whatever the day.
  private func uid(of name: String) -> String {
    let words = [kind.rawValue, id, at ?? "calendar"].map { word in
      String(word.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
    }
    return "\(words.joined(separator: "."))." + String(name.fingerprint, radix: 16) + "@headroom"
  }
}

/// A line of a calendar: a name with its parameters, and a value.
private struct ContentLine {
  private let line: String

  /// A value that needs no escape.
  init(_ name: String, _ value: String) { line = "\(name):\(value)" }

  /// Any text, of which nothing may begin another line or part of one.
  init(_ name: String, text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    line = "\(name):" + lines.map { String($0).printable.escapedInCalendars }.joined(separator: "\\n")
  }

  /// The line in pieces of at most 75 bytes, no character cut, each further one after a space.
  var folded: String {
    var folded = ""
    var room = Self.longest
    for scalar in line.unicodeScalars {
      let size = scalar.utf8.count
      if size > room {
        folded += "\r\n "
        room = Self.longest - 1
      }
      folded.unicodeScalars.append(scalar)
      room -= size
    }
    return folded + "\r\n"
  }

  private static let longest = 75
}

extension Day {
  /// As calendars write it: `20270811`.
  fileprivate var basic: String { text.filter { $0 != "-" } }
}

extension String {
  fileprivate var escapedInCalendars: String {
    map { ["\\", ";", ","].contains($0) ? "\\\($0)" : String($0) }.joined()
  }

  /// 64 bits that stay the same from run to run (FNV-1a).
  fileprivate var fingerprint: UInt64 {
    utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}
