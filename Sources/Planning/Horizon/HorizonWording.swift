internal import Typography

extension Horizon {
  /// When it runs out, in one sentence: `Compute runs out on 2027-09-01 (2027-06 to 2027-12): 399,977 users at max`.
  package var answer: String {
    guard let last = months.last else { return "Nothing is known of \(from.text)" }
    guard let first = firstToBreak, case .users(let limit) = first.limit,
      let wall = plan.wall(named: first.id)
    else {
      return months[0].plan.brokenAtMax
        ? "Nothing more runs out by \(last.month.text)"
        : "Nothing runs out by \(last.month.text), with \(whole(last.users)) users"
    }
    let ends = [first.earliest, first.latest].map { $0.map { String($0.text.prefix(7)) } }
    let range =
      ends[0] == ends[1] ? "" : " (\(ends[0] ?? "")\(ends[1].map { " to \($0)" } ?? ", or not within"))"
    let when =
      first.likely.map { "on \($0.text)\(range)" }
      ?? "from \(first.earliest?.text ?? "") on, if growth is fast"
    return "\(wall.id.runsOut) \(when): \(whole(limit)) users at max"
  }
}

extension Plan {
  /// Whether a wall at max is below the users already.
  fileprivate var brokenAtMax: Bool {
    limits.strains.keys.contains { $0.kind == .wall && $0.at == FleetSize.max.rawValue }
  }
}

extension Break {
  /// When it breaks, seen from the first day of the months: `2027-09 (06..12)`, `since 2026-12`, `2027-05-22`.
  package func span(today: Day) -> String {
    guard at != nil else {
      let day = likely?.text ?? ""
      return likely.map { $0 < today } == true ? "since \(day)" : day
    }
    let month = { (day: Day?) in day.map { String($0.text.prefix(7)) } }
    guard let likely = month(likely) else { return "(\(month(earliest) ?? "")..)" }
    let (first, last) = (month(earliest) ?? likely, month(latest))
    if first == likely, last == likely {
      return self.likely.map { $0 <= today } == true ? "since \(likely)" : likely
    }
    let brief = { (text: String) in text.prefix(4) == likely.prefix(4) ? String(text.suffix(2)) : text }
    return "\(likely) (\(brief(first))..\(last.map(brief) ?? ""))"
  }

  /// The day to act, `passed` where that is behind; in brackets where it counts only if growth is fast.
  package var actByWord: String {
    if isPassed { return "passed" }
    return actBy?.text ?? actByEarliest.map { "(\($0.text))" } ?? ""
  }

  /// What breaks and at how much of it: `Compute at max, 399,977`.
  package var subject: String {
    switch limit {
    case .users(let users): "\(title), \(whole(users))"
    case .units(let units): "\(title), \(Figures.quantity(units))"
    case .money(let money): "\(title), \(Figures.usd(money))"
    case .words: title
    }
  }

  /// The chance that it breaks within the months; one that rounds to nothing is not none.
  package var chance: String { chancePercent == 0 ? "<1%" : "\(chancePercent)%" }
}

extension Break.Act.Command {
  /// The command as people paste it, on the file that the profile stands in.
  package func text(file: String) -> String {
    switch self {
    case .size(let users):
      "headroom size \(ShellCommand.word(file)) --users \(users) --write resized.yaml"
    case .shell(let command): command
    }
  }
}

extension Horizon.Ended {
  /// Why there are no further months, as a sentence.
  package var sentence: String {
    switch because {
    case .nothingSaid:
      "Nothing is said of \(month.text): growth.users ends before it, and no growth.monthly_percent goes on."
    case .outOfBounds:
      "It ends before \(month.text), which has fewer users than \(Bound.users.lowerBound) or more than"
        + " \(Numbers.grouped(Bound.users.upperBound))."
    }
  }
}

extension HorizonRefusal {
  /// Why there is nothing to look at, and what to do.
  package var text: String {
    switch self {
    case .noGrowth:
      "the profile says nothing of growth; state growth.monthly_percent or growth.users, or give --monthly-percent 2..4..6"
    case .beforeStart(let month, let start): "--from \(month.text) is before growth.from \(start.text)"
    case .pointNotAfter(let month, let start):
      "growth.users \(month.text) is not after \(start.text), in which growth begins"
    case .nothing(let month): "nothing is known of the users in \(month.text)"
    case .noPrice(let reason): "no commitment can be judged, since \(reason.text)"
    }
  }
}
