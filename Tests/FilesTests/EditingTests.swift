import Files
import Planning
import Testing

@Suite("Saving a value")
struct EditingTests {
  @Test(arguments: Oddities.all.enumerated().map { ($0, $1) })
  func `of any key changes that value and no other line`(number: Int, file: Oddities.File) throws {
    let loaded = try LoadedProfile(file.bytes, name: "f")
    for (place, field) in Catalog.fields.enumerated() {
      let values = Variations.values(of: field, besides: loaded.profile)
      let value = values[(number + place) % values.count]
      #expect(throws: Never.self, "\(field.path): \(value.text)") {
        try expectRoundTrip(of: value, at: field, in: loaded)
      }
    }
  }

  @Test(arguments: Catalog.fields.map(\.path))
  func `of any kind is read again as it was written`(path: String) throws {
    let loaded = try LoadedProfile(Array(Sample.text.utf8), name: "f")
    for value in Variations.values(of: Catalog[path], besides: loaded.profile) {
      try expectRoundTrip(of: value, at: Catalog[path], in: loaded)
    }
  }

  @Test(arguments: Catalog.fields.map(\.path))
  func `of any kind is told as what differs`(path: String) throws {
    let before = try LoadedProfile(Array(Sample.text.utf8), name: "f").profile
    for value in Variations.values(of: Catalog[path], besides: before) {
      var after = before
      try #require(Catalog[path].set(&after, value))
      let differing = Catalog.fields(thatDifferIn: before, and: after).map(\.path)
      #expect(differing.contains(path), "\(value.text)")
      #expect(differing == Catalog.fields.filter { $0.value(before) != $0.value(after) }.map(\.path))
    }
  }

  /// Ranges around every step of a slider, whose likely value may miss the midpoint by one unit in its last place.
  @Test func `of any step of a range is read again as it was written`() throws {
    let loaded = try LoadedProfile(Array(Sample.text.utf8), name: "f")
    for hundredths in 1...60 {
      let likely = Double(hundredths) / 100
      for (low, high) in [(0.8, 1.2), (0.5, 1.5), (1, 3), (0.9, 1.1)] {
        let range = Estimate(low: likely * low, likely: likely, high: likely * high)
        let field = Catalog["demand.requests_per_user_per_minute"]
        try expectRoundTrip(of: .estimate(range), at: field, in: loaded)
      }
    }
  }

  @Test(arguments: ["25.125", "0.5", "3600", "0.000001", "12.10"])
  func `of money keeps every decimal place`(dollars: String) throws {
    let loaded = try LoadedProfile(Array(Sample.text.utf8), name: "f")
    let money = try #require(Money(decimal: dollars))
    try expectRoundTrip(
      of: .moneyRange(MoneyRange(low: money, high: Money(dollars: 10_000))),
      at: Catalog["quotes.load_balancer.usd_per_month"], in: loaded)
  }

  @Test(arguments: Oddities.all)
  func `of nothing changes nothing`(file: Oddities.File) throws {
    let loaded = try LoadedProfile(file.bytes, name: "f")
    #expect(try ProfileText.edited(loaded, to: loaded.profile) == [file.bytes])
  }

  private func expectRoundTrip(of value: FieldValue, at field: Field, in loaded: LoadedProfile) throws {
    var profile = loaded.profile
    try #require(field.set(&profile, value), "\(field.path)")
    guard profile.conflicts.isEmpty else { return }
    let edited = try ProfileText.edited(loaded, to: profile)[0]
    let reread = try LoadedProfile(edited, name: "f")
    #expect(reread.profile == profile, "\(field.path)")
    expectFewLinesTouched(from: loaded.source.bytes, to: edited, field.path)
    let back = try ProfileText.edited(reread, to: loaded.profile)[0]
    #expect(try LoadedProfile(back, name: "f").profile == loaded.profile, "\(field.path)")
  }

  /// One value stands on a line or two; a list may stand on a few.
  private func expectFewLinesTouched(from old: [UInt8], to new: [UInt8], _ path: String) {
    let lines = { (bytes: [UInt8]) in
      bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    }
    let difference = lines(new).difference(from: lines(old))
    #expect(difference.removals.count <= 4, "\(path):\n\(String(decoding: new, as: UTF8.self))")
  }
}

/// Values that a key could have instead of its own.
enum Variations {
  static func values(of field: Field, besides profile: Profile) -> [FieldValue] {
    candidates(field).filter { $0 != field.value(profile) }
  }

  private static func candidates(_ field: Field) -> [FieldValue] {
    switch field.kind {
    case .text, .version: words.map { .text($0) }
    case .openChoice: words.prefix(3).map { .text($0) }
    case .choice(let words): words.map { .text($0) }
    case .flag: [.flag(true), .flag(false)]
    case .count(let bounds):
      [
        .count(bounds.lowerBound), .count(min(max(3, bounds.lowerBound), bounds.upperBound)),
        .count(bounds.upperBound),
      ]
    case .number(let bounds): [.number(bounds.high), .number(max(bounds.low, min(0.1 + 0.2, bounds.high)))]
    case .estimate(let bounds):
      [
        .estimate(Estimate(min(0.3, bounds.high))), .estimate(Estimate(low: 0.1, high: 0.3)),
        .estimate(Estimate(low: 0.00001, likely: 0.11, high: 0.3)),
      ]
    case .money: [.money(Money(dollars: 5000)), .money(Money(cents: 1))]
    case .moneyRange: [.moneyRange(MoneyRange(low: Money(cents: 5), high: Money(dollars: 7200)))]
    case .countRange: [.countRange(CountRange(low: 2, high: 4)), .countRange(CountRange(low: 3, high: 3))]
    case .ports: [.ports([80]), .ports([6379, 443, 6380]), .ports([]), .ports([6380])]
    case .texts: [.texts(["0.0.0.0/0"]), .texts(words), .texts([])]
    case .time: [.text("00:00"), .text("20:05")]
    case .month: [.text("2026-12"), .text("1970-01")]
    case .records(ScheduledSize.shape): [sizes, [sizes[1]], []].map(\.fieldValue)
    case .records: [alarms, [alarms[1]], [], alarms.reversed()].map(\.fieldValue)
    case .shares(let words):
      [.numbers([words[0]: 100]), .numbers([words[0]: 62.5, words[1]: 37.5])]
    case .numbersOf(let words, _): [.numbers([:]), .numbers([words[0]: 80, words[words.count - 1]: 162.5])]
    case .estimatesByMonth:
      [
        .estimates([:]),
        .estimates(["2998-03": Estimate(300_000), "2999-12": Estimate(low: 1.5, likely: 2, high: 1e9)]),
      ]
    case .numbers: [.numbers([:]), .numbers(["ec2/L-1216C47A": 64, "c6i: x/y": 0.5])]
    case .reasons: [.reasons([:]), .reasons(["HR002": "known: \"too\"", "HR003": "no #1, really"])]
    }
  }

  /// Words that YAML would read as something else, or that break a line, a list or a quote.
  private static let words = [
    "a", "it's", "a: b", "a #b", "#a", "yes", "NULL", "~", "12", "1:30", "0x1F", "- a", "-a", "[a]", "{a}",
    "a, b", "*a",
    "&a", "!a", "%a", "@a", "`a", "|", ">", "'a'", "\"a\"", "a\\b", " a ", "é 𝄞", "a\u{202E}b", "a:", ":a",
    "?", "? a",
    "---", "...", "null", "a\u{2028}b", "=1+1", "<<",
  ]

  private static let sizes = [
    ScheduledSize(minute: 1050, min: 24, desired: 24), ScheduledSize(minute: 1350, min: 6),
    ScheduledSize(minute: 0, max: 90),
  ]

  private static let alarms = [
    Alarm(metric: "cpu_percent", above: 85), Alarm(metric: "memory_percent", above: 90.5),
    Alarm(metric: "error_percent", above: 5, highResolution: true),
  ]
}
