internal import Typography

extension Plan {
  /// What to do about a strain, in the plan of the last month, so that it is done once.
  func act(on strain: Strain, lead: LeadTime) -> Break.Act {
    let users = whole(demand.users)
    switch lead {
    case .resize:
      return Break.Act(
        text: "Size the fleet for \(users) users, then test it under load; another type takes"
          + " \(Figure.otherType.text) days.",
        command: .size(users: demand.users))
    case .quota, .voiceQuota:
      let need = strain.kind == .quota ? quota(named: strain.id) : quotaOfWall(lead)
      let command = need?.increaseCommand(region: profile.region)
      return Break.Act(
        text: need?.request.map {
          "Request \(Numbers.readable($0)) for \(users) users, once: \(Self.openRequests)."
        } ?? "Ask for as many as \(users) users need: \(Self.openRequests).",
        command: command.map { .shell($0) })
    case .database:
      return Break.Act(text: "Take a larger class or more replicas, for \(users) users.", command: nil)
    case .cache: return Break.Act(text: "Add shards, for \(users) users.", command: nil)
    default:
      return Break.Act(
        text: "Ask for more money, or for less: \(Figures.usd(budgeted)) a month with \(users) users.",
        command: nil)
    }
  }

  /// AWS lets few requests be open, and names no time until one is granted.
  private static var openRequests: String {
    let counts = Figure.openQuotaRequests.values.map { Numbers.readable($0) }
    return
      "\(counts[0]) may be open for it, \(counts[1]) in a Region, \(counts[2]) in an account, and AWS names no time"
  }

  /// The quota that stands behind a wall.
  private func quotaOfWall(_ lead: LeadTime) -> QuotaNeed? {
    quotas.first { need in
      if case .voiceQuota = lead {
        need.fact.serviceCode == "bedrock"
      } else {
        need.fact.id == QuotaFact.ID("ec2_on_demand_vcpu")
      }
    }
  }

  private var budgeted: Money { profile.budget.flatMap { list.total[$0.column] } ?? .zero }

  /// What to do about an end of the calendar.
  func act(on end: CalendarEnd) -> Break.Act {
    switch end.kind {
    case .modelEnd:
      let successor = EndOfLife.known.first { $0.name == end.what }?.successor
      return Break.Act(
        text: "Move to \(successor ?? "its successor"), and test every dialogue.", command: nil)
    case .priceAge: return Break.Act(text: "Plan with newer prices.", command: nil)
    case .supportThirdYear:
      return Break.Act(text: "Upgrade: the third year of extended support costs twice as much.", command: nil)
    default: return Break.Act(text: "Upgrade: extended support is billed from then on.", command: nil)
    }
  }

  /// What an end of the calendar is called.
  func title(of end: CalendarEnd) -> String {
    let engine = end.id == "cache" ? profile.cache?.engine.rawValue : profile.database?.engine
    return switch end.kind {
    case .modelEnd: "End of life of \(end.what)"
    case .priceAge: "Prices of \(end.what)"
    case .supportThirdYear: "Third year of extended support, \(engine ?? end.id) \(end.what)"
    default: "End of standard support, \(engine ?? end.id) \(end.what)"
    }
  }
}
