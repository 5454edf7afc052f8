/// A day from which something that the profile rests on no longer holds, whatever the users do.
struct CalendarEnd {
  let kind: Break.Kind

  /// The section of the profile that is about it.
  let id: String
  let day: Day

  /// What ends: a version, a model, the day of the prices.
  let what: String
}

extension Profile {
  /// The days on which the stated versions of engines leave standard support, and its first two years of extended
  /// support.
  var supportEnds: [CalendarEnd] {
    let engines = [
      database.map { ("database", $0.engine, $0.engineVersion) },
      cache.map { ("cache", $0.engine.rawValue, $0.engineVersion) },
    ]
    return engines.compactMap(\.self).flatMap { section, engine, version -> [CalendarEnd] in
      guard let version,
        let support = BillingFacts.extendedSupport(ofEngine: engine, version: version)?.value
      else { return [] }
      return [CalendarEnd(kind: .supportEnd, id: section, day: support.firstYear, what: version)]
        + (support.thirdYear.map {
          [CalendarEnd(kind: .supportThirdYear, id: section, day: $0, what: version)]
        } ?? [])
    }
  }
}

extension Plan {
  /// Every end that the calendar has for the plan.
  var calendarEnds: [CalendarEnd] {
    let model = profile.voice?.model.flatMap { name in EndOfLife.known.first { $0.name == name } }
    let prices = oldestPrice?.firstDay
    return profile.supportEnds
      + [
        model.map { CalendarEnd(kind: .modelEnd, id: "voice", day: $0.day, what: $0.name) },
        prices.map {
          CalendarEnd(
            kind: .priceAge, id: "price_book", day: $0.adding(days: Int(Threshold.priceExpiry.value)),
            what: $0.text)
        },
      ].compactMap(\.self)
  }
}
