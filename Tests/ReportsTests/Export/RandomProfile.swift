import Planning
import Reports

/// Profiles by chance, the same for the same seed: any key of the format with any value that it takes, and a place for each.
struct RandomProfile {
  private var stream: RandomStream
  private(set) var profile: Profile
  private(set) var provenance = Provenance()

  /// A profile that the format accepts; keys that would set it against itself are left as they were.
  init(seed: Int) {
    stream = RandomStream(seed: seed, stream: 0)
    profile = Guide.source.plan.profile
    for field in Catalog.fields where number(below: 3) == 0 {
      let changed = profile.applying([ProfileChange(field.path, value(of: field.kind))])
      guard changed.conflicts.isEmpty else { continue }
      profile = changed
      provenance.places[field.path] = Provenance.Place(file: "random.yaml", line: 1, column: 1)
    }
    if number(below: 4) == 0 { profile.cache = nil }
    if number(below: 4) == 0 { profile.database = nil }
    if number(below: 4) == 0 { profile.firewall = nil }
    if number(below: 4) == 0 { profile.compute.gunicorn = nil }
  }

  var plan: Plan { Plan(profile, provenance: provenance) }

  /// Changes the profile, and leaves where its values were said as it is.
  mutating func change(_ body: (inout Profile) -> Void) { body(&profile) }

  mutating func number(below limit: Int) -> Int { Int(stream.next() % UInt64(limit)) }

  private mutating func number(in bounds: ClosedRange<Int>) -> Int {
    // Both ends, and not only values that nobody has.
    let near = min(bounds.upperBound, bounds.lowerBound + 20)
    switch number(below: 8) {
    case 0: return bounds.lowerBound
    case 1: return min(bounds.upperBound, 40)
    default: return bounds.lowerBound + number(below: near - bounds.lowerBound + 1)
    }
  }

  private mutating func number(in bounds: Field.Bounds) -> Double {
    let whole = Double(number(below: 200)) / 2
    return bounds.contains(whole) ? whole : number(below: 2) == 0 ? bounds.low : bounds.high
  }

  /// Words of AWS, and text that means something to each of the formats.
  mutating func text() -> String {
    let texts = [
      "c7g.xlarge", "db.r7g.large", "cache.r7g.large", "eu-central-1", "16.9", "/health", "10.0.0.0/8",
      "compute",
      "sg-0123", "pl-0123", "::/0", "cpu_percent", "error_percent", "$(reboot)", "${AWS::AccountId}",
      "%{ if true }",
      "'; reboot; '", "\" }\nx = \"", "- !Ref x", "a: b # c", "yes", "0x1F", "~", "\\", "`id`",
      "END_OF_USER_DATA", "é", "𝄞",
      Hostile.text,
    ]
    return texts[number(below: texts.count)]
  }

  private mutating func value(of kind: Field.Kind) -> FieldValue {
    switch kind {
    case .text: return .text(text())
    case .choice(let words): return .text(words[number(below: words.count)])
    case .openChoice(let words):
      return .text(words.isEmpty || number(below: 3) == 0 ? text() : words[number(below: words.count)])
    case .flag: return .flag(number(below: 2) == 0)
    case .version: return .text("16.9")
    case .month: return .text("2027-01")
    case .time: return .text("18:30")
    case .count(let bounds): return .count(number(in: bounds))
    case .number(let bounds): return .number(number(in: bounds))
    case .estimate(let bounds): return .estimate(Estimate(number(in: bounds)))
    case .money: return .money(Money(dollars: number(below: 100)))
    case .moneyRange: return .moneyRange(MoneyRange(low: Money(dollars: 1), high: Money(dollars: 2)))
    case .countRange(let bounds):
      let count = number(in: bounds)
      return .countRange(CountRange(low: count, high: count))
    case .ports: return .ports((0..<number(below: 4)).map { _ in 1 + number(below: 65_535) })
    case .texts: return .texts((0..<number(below: 4)).map { _ in text() })
    case .records(let shape): return .records((0..<number(below: 4)).compactMap { _ in record(shape) })
    case .numbers: return .numbers([:])
    case .numbersOf: return .numbers([:])
    case .estimatesByMonth: return .estimates([:])
    case .shares(let words): return .numbers(words.first.map { [$0: 100] } ?? [:])
    case .reasons: return .reasons([:])
    }
  }

  private mutating func record(_ shape: RecordShape) -> Record? {
    var values: [String: FieldValue] = [:]
    for key in shape.keys { values[key.name] = key.name == "metric" ? metric() : value(of: key.kind) }
    return Record(shape, values)
  }

  private mutating func metric() -> FieldValue {
    let metrics = [
      "cpu_percent", "memory_percent", "requests_per_minute", "error_percent", "response_seconds",
    ]
    return .text(number(below: 6) == 0 ? text() : metrics[number(below: metrics.count)])
  }
}
