import Planning

/// What the fleet as it stands would cost in each Region, and what is not known there.
struct RegionChoices: Equatable, Sendable {
  let rows: [Row]

  struct Row: Equatable, Sendable {
    let region: Region

    /// The list total at desired; nil where nothing has a price.
    let monthly: Money?

    /// How many lines nobody can price there.
    let unknown: Int
  }

  init(of plan: Plan) {
    rows = Region.all.map { region in
      let list = plan.list(in: region)
      return Row(region: region, monthly: list.knownTotal?.low, unknown: list.unpriced.count)
    }
  }
}
