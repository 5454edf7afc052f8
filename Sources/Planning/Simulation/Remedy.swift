/// One way in which a scenario turns nothing away, as simulating it found.
package struct Remedy: Equatable, Sendable {
  package let way: Way

  /// What the profile has to say for it; empty for what is done once, by hand.
  package let changes: [ProfileChange]

  /// Hours of the whole scenario with it, and what they cost by the bill; nil where the type has no known price.
  package let instanceHours: Double
  package let cost: Money?

  /// The cost above that of the plain run.
  package let extraCost: Money?

  package enum Way: Equatable, Sendable {
    /// So many instances or more for a while, once.
    case prescale(Prescale)

    /// The same every day.
    case scheduled(min: Int, from: Int, to: Int)

    /// So many instances at the start.
    case start(Int)
    case min(Int)

    /// A CPU target in per cent.
    case cpuTarget(Double)
    case max(Int)

    package var kind: Kind {
      switch self {
      case .prescale: .prescale
      case .scheduled: .scheduled
      case .start: .start
      case .min: .min
      case .cpuTarget: .cpuTarget
      case .max: .max
      }
    }
  }

  /// The ways that are tried, in the order in which equal ones are told.
  package enum Kind: String, CaseIterable, Sendable {
    case scheduled, prescale, start, min
    case cpuTarget = "cpu_target"

    /// Only where nothing within max holds.
    case max
  }

  /// A way that does not hold, and why.
  package struct Missing: Equatable, Sendable {
    package let kind: Kind
    package let reason: Reason
  }

  package enum Reason: Equatable, Sendable {
    /// What turned away carries no more with more instances.
    case doesNotHelp([Wall.ID])
    case unscaled(Prescale.Unknown)

    /// Only a day comes again.
    case notDaily

    /// A day is begun by another one.
    case forgotten

    /// The range ends here, and this is not enough.
    case stillShort(at: String)

    /// The quota for vCPUs lets no more run.
    case quota(instances: Int)

    /// The schedule of the profile says otherwise.
    case contradicted
  }
}
