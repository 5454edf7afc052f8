internal import Typography

/// What has to be said beside a total, so that nobody takes it for more than it is: told once for the dashboard and
/// every report.
package struct BillRemarks: Equatable, Sendable {
  /// How much of the likely total is guessed; nil where nothing has a price, as in the next two.
  package let assumed: String?

  /// What users cost on average, and what the next ones cost.
  package let users: String?

  /// What the event adds to a month; nil without one.
  package let event: String?

  /// What is promised, and how much of it each size uses; nil without a Savings Plan.
  package let commitment: String?

  /// How large each line roughly is that stands outside the total.
  package let outside: [String]

  /// What no line counts, in one sentence; tax always is.
  package let notCounted: String

  /// Lines that are on without being stated, each with the key that says otherwise.
  package let onByDefault: [OnByDefault]

  /// All of it but what a table may say in full, in the order in which it is told.
  package var sentences: [String] { [assumed, users, event, commitment].compactMap(\.self) }

  package init(_ plan: Plan) {
    assumed = plan.list.knownTotal.map { _ in
      "\(Numbers.readable(plan.assumedPercent(in: .likely), places: 0))% of the likely list total rests on assumptions"
        + " that nobody has replaced by a value."
    }
    users = plan.costOfThousandUsers.map { each in
      let growth = plan.nextTenThousandUsers.map {
        "; the next 10,000 cost \(Figures.usd($0)), the fleet sized for them"
      }
      return "1,000 users cost \(Figures.cents(each)) a month, likely\(growth ?? "")."
    }
    event = plan.costOfEvent.flatMap { cost in
      plan.profile.event.map { event in
        "The event of \(Numbers.readable(event.hours)) h, with"
          + " \(Figures.users(event.concurrentUsers ?? plan.profile.demand.concurrentUsers)) users on"
          + " \(Numbers.counted(event.instances ?? plan.profile.compute.instances.max, "instance")), adds"
          + " \(Figures.cents(cost)) to a month that follows the day."
      }
    }
    commitment = plan.commitment.map { commitment in
      let used = FleetSize.allCases.map {
        "\(Numbers.readable(commitment.usedPercent[$0], places: 0))% at \($0.rawValue)"
      }
      return "The Savings Plan costs $\(commitment.hourly.exact) an hour, used or not; the fleet uses"
        + " \(used.joined(separator: ", "))."
    }
    outside = plan.list.unpriced.map { line in
      let about = line.about.map {
        "; it is of the order of \(Figures.usd($0.low)) to \(Figures.usd($0.high)) a month"
      }
      return "\(line.id.title) has no price\(about ?? ", and nobody can say how much it is")."
    }
    notCounted = Self.notCounted(plan.notCounted)
    onByDefault = OnByDefault.all(plan)
  }

  private static func notCounted(_ entries: [NotCounted]) -> String {
    let sized = entries.filter { $0.about != nil }
    let rough = sized.compactMap(\.about)
    let sizes = RoughCost(
      low: rough.map(\.low).reduce(.zero, +), high: rough.map(\.high).reduce(.zero, +))
    let unknown = entries.filter { $0.about == nil }.map(\.title)
    let known =
      sized.isEmpty
      ? []
      : [
        "about \(Figures.usd(sizes.low)) to \(Figures.usd(sizes.high)) a month in all:"
          + " \(sized.map(\.title).joined(separator: ", "))"
      ]
    return "Not counted, "
      + (known + ["of unknown size: \(unknown.joined(separator: ", "))"]).joined(separator: "; ") + "."
  }
}

extension Plan {
  /// What a thousand of the users cost a month in the likely column; nil where nothing has a price.
  package var costOfThousandUsers: Money? {
    list.knownTotal?.likely.map { $0.scaled(by: Fraction(1000, profile.demand.concurrentUsers)) }
  }
}
