extension Catalog {
  static let horizon = growth + budget + leadTimes

  private static let growth = [
    Field(
      "growth.from", in: \.growth, \.from, .month,
      .derived(reason: "assumed the month in which the prices were collected"),
      "Month in which demand.concurrent_users holds"
    ).following { $0.growth?.start },
    Field(
      "growth.monthly_percent", in: \.growth, \.monthlyPercent, .estimate(Bound.monthlyPercent), .optional,
      "Per cent that users become more each month"),
    Field(
      "growth.users", in: \.growth, \.usersByText, .estimatesByMonth(Bound.grownUsers),
      .defaulted(reason: "none until somebody expects them"), "Users in months after growth.from"),
    Field(
      "growth.between", in: \.growth, \.between, .choice(Growth.Between.words),
      .defaulted(reason: "as many users more every month"), "How users grow between two such months"),
    Field(
      "growth.seasonal_percent", in: \.growth, \.seasonalPercentByText,
      .numbersOf((1...12).map { String($0) }, .positive(to: 1000)),
      .defaulted(reason: "100: every month alike"), "Per cent of the trend by calendar month, 1 to 12"),
  ]

  private static let budget = [
    Field(
      "budget.monthly_usd", in: \.budget, \.monthly, .money, .requiredInSection, "Most that a month may cost"),
    Field(
      "budget.column", in: \.budget, \.column, .choice(Budget.columns.map(\.rawValue)),
      .defaulted(reason: "what a month is expected to cost"), "Column of the bill that is held to it"),
  ]

  private static let leadTimes = [
    leadTime("resize", \.resize, "A larger fleet", "7 to change, 14 to load-test"),
    leadTime("quota", \.quota, "A service quota", "AWS names no time"),
    leadTime("voice_quota", \.voiceQuota, "A quota of a model", "AWS names no time and asks for the use"),
    leadTime("database", \.database, "Another class, or replicas", "a change that is rehearsed"),
    leadTime("cache", \.cache, "Shards of the cache", "a change that is rehearsed"),
    leadTime("budget", \.budget, "More money", "a month's notice"),
    leadTime("engine", \.engine, "A newer version of an engine", "a quarter"),
    leadTime("model", \.model, "Another model that speaks", "every dialogue is tested"),
    leadTime("prices", \.prices, "Newer prices", "at once"),
  ]

  private static func leadTime(
    _ name: String, _ days: any WritableKeyPath<LeadTimes, Int> & Sendable, _ title: String, _ reason: String
  ) -> Field {
    Field(
      "lead_times.\(name)_days", in: \.leadTimes, days, .count(Bound.leadDays),
      .defaulted(reason: "assumed: \(reason)"), "\(title), in days")
  }
}

extension Bound {
  package static let monthlyPercent = Field.Bounds.from(-50, to: 100)
  static let grownUsers = Field.Bounds.from(1, to: Double(users.upperBound))
  static let leadDays = 0...1000
}

extension Growth {
  /// The points as the file writes them, by `2027-03`.
  fileprivate var usersByText: [String: Estimate] {
    get { Dictionary(uniqueKeysWithValues: users.map { ($0.key.text, $0.value) }) }
    set {
      users = newValue.reduce(into: [:]) { users, entry in
        if let month = CalendarMonth(entry.key) { users[month] = entry.value }
      }
    }
  }

  /// The seasons as the file writes them, by the number of the month.
  fileprivate var seasonalPercentByText: [String: Double] {
    get { Dictionary(uniqueKeysWithValues: seasonalPercent.map { (String($0.key), $0.value) }) }
    set {
      seasonalPercent = newValue.reduce(into: [:]) { seasons, entry in
        if let month = Int(entry.key) { seasons[month] = entry.value }
      }
    }
  }
}
