internal import Planning

/// Why both plans differ, in parts that add up.
extension ComparisonReport {
  var causes: [Block] {
    var table = Table(
      [.text("", brief: "")]
        + Attribution.Cause.allCases.map { .number($0.title, brief: $0.title.lowercased()) })
    for item in attributions {
      table.row(
        [Text(item.title)] + Attribution.Cause.allCases.map { Text(item.unit.signed(item.attribution[$0])) })
    }
    let remark = Text("Shares add up to the change; what two causes do only together is halved.", .quiet)
    return folded("Why", table, [.paragraph(remark)])
  }

  /// Why the costs and the users differ, where they do.
  var attributions: [(id: String, title: String, unit: Unit, attribution: Attribution)] {
    let costs = CostBasis.allCases.flatMap { basis in
      [CostColumn.low, .high].map { column in
        (
          "\(basis.rawValue)_\(column.rawValue)",
          "\(basis.title), \(column.rawValue)", Unit.cents,
          comparison.attribution(of: basis, column)
        )
      }
    }
    let users = [FleetSize.desired, .max].map { size in
      (
        "users_\(size.rawValue)", "Users at \(size.rawValue)", Unit.users,
        comparison.attribution(ofUsersAt: size)
      )
    }
    return (costs + users).compactMap { id, title, unit, attribution in
      guard let attribution, attribution.main != nil else { return nil }
      return (id, title, unit, attribution)
    }
  }

  /// What an attribution counts.
  enum Unit {
    case cents, users

    func signed(_ amount: Int) -> String {
      switch self {
      case .cents: Figures.signedCents(Money(cents: amount))
      case .users: Figures.signed(amount)
      }
    }
  }
}
