import Files
import Planning
import Testing

@Suite struct `Any profile that the format accepts` {
  @Test(arguments: Catalog.fields.flatMap(Extreme.all))
  func `is answered at both ends of every key`(extreme: Extreme) {
    expectAnswers(to: Guide.profile.applying([extreme.change]), comparing: [.to])
    expectAnswers(to: Sound.profile.applying([extreme.change]), comparing: [.from])
  }

  private static let guide = Plan(Guide.profile)

  /// The ways in which a plan is compared with that of the guide, of which each takes as long as all else.
  private enum Way { case from, to }

  @Test(arguments: [false, true])
  func `is answered when every key is at its end`(isHigh: Bool) {
    let changes = Catalog.fields.compactMap { field in
      Extreme.all(of: field).first { $0.isHigh == isHigh }?.change
    }
    expectAnswers(to: Guide.profile.applying(changes))
  }

  /// The ends that multiply into the largest and the smallest numbers there are.
  @Test(arguments: [1e-6, 1e6], [1e-6, 1e6])
  func `is answered where rates, CPU and users are at their ends together`(
    requests: Double, perInstance: Double
  ) {
    for (users, target, meanLoad) in [
      (1, 1e-6, 1e-6), (10_000_000_000, 1e-6, 100), (100_000_000_000, 100, 1e-6), (100_000_000_000, 100, 100),
    ] {
      var profile = Guide.profile
      profile.demand.concurrentUsers = users
      profile.demand.requestsPerUserPerMinute = Estimate(requests)
      profile.demand.responseKB = Estimate(1e6)
      profile.demand.meanLoadPercent = meanLoad
      profile.compute.requestsPerInstancePerMinute = perInstance
      profile.compute.targetCPUPercent = target
      profile.scaling.scaleOut = ScaleOutRule(periods: 1440)
      expectAnswers(to: profile)
    }
  }

  /// Whatever is computed from a plan ends, and no sentence speaks of what is no number.
  private func expectAnswers(to profile: Profile, comparing ways: [Way] = [.from, .to]) {
    guard profile.conflicts.isEmpty else { return }
    let plan = Plan(profile)
    let simulation = Simulation(plan, .launch(profile.demand, minutes: 180))
    let sizing = Sizing(profile, for: SizingTarget(users: profile.demand.concurrentUsers))
    let sentences =
      Review(plan).findings.map(\.message) + FleetSize.allCases.map { plan.sentence(at: $0) }
      + [simulation.story()] + plan.quotas.compactMap { plan.derivation(of: $0) }
    for sentence in sentences {
      #expect(!sentence.contains("nan") && !sentence.contains("infin"), "\(sentence)")
    }
    #expect(!Ramp(plan).stages.isEmpty)
    #expect(!sizing.candidates.isEmpty)
    #expect(UncertaintyRun(plan, samples: 512, seed: 1).finished().samples == 512)
    for way in ways {
      let comparison =
        switch way {
        case .from: Comparison(from: plan, to: Self.guide)
        case .to: Comparison(from: Self.guide, to: plan)
        }
      for column in CostColumn.allCases {
        guard let attribution = comparison.attribution(of: .list, column) else { continue }
        let totals = (
          comparison.old.list.total[column]?.cents ?? 0, comparison.new.list.total[column]?.cents ?? 0
        )
        // More cents than an Int counts are as many as it counts.
        guard totals.0 < .max, totals.1 < .max else { continue }
        #expect(attribution.total == totals.1 - totals.0)
      }
    }
  }
}

/// The smallest or the largest value that a key may hold.
struct Extreme: Sendable, CustomTestStringConvertible {
  let change: ProfileChange
  let isHigh: Bool

  var testDescription: String { "\(change.path) \(change.value.text)" }

  static func all(of field: Field) -> [Extreme] {
    switch field.kind {
    case .count(let bounds): ends(field, .count(bounds.lowerBound), .count(bounds.upperBound))
    case .number(let bounds): ends(field, .number(bounds.low), .number(bounds.high))
    case .estimate(let bounds):
      ends(field, .estimate(Estimate(bounds.low)), .estimate(Estimate(bounds.high)))
    case .flag: ends(field, .flag(false), .flag(true))
    default: []
    }
  }

  private static func ends(_ field: Field, _ low: FieldValue, _ high: FieldValue) -> [Extreme] {
    [
      Extreme(change: ProfileChange(field.path, low), isHigh: false),
      Extreme(change: ProfileChange(field.path, high), isHigh: true),
    ]
  }
}
