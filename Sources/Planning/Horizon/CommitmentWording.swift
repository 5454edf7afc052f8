internal import Typography

extension CommitmentAdvice {
  /// How much to buy, in one sentence.
  package var answer: String {
    let off = "\(Numbers.readable(discountPercent))% off"
    guard best.instances > 0 else {
      return
        "Nothing: at \(off) no instance runs for more than \(Numbers.readable(100 - discountPercent))% of the time."
    }
    return "\(Numbers.counted(best.instances, "instance")), \(best.hourly.exact) USD an hour at \(off): saves"
      + " \(Figures.cents(best.saving)) of \(Figures.cents(none)) USD a month."
  }

  /// What the answer rests on, one sentence each.
  package var sentences: [String] {
    let share = Numbers.readable(100 - discountPercent)
    let last =
      months.count > 1
      ? " In \(worstMonth.month.text), the least of the months, \(Numbers.grouped(worstMonth.instances)) would be enough."
      : ""
    return [
      "An instance pays for itself from \(share)% of the hours on; \(Numbers.grouped(trough)) to"
        + " \(Numbers.counted(peak, "instance")) run On-Demand, and \(Numbers.grouped(trough)) of them always."
        + last,
      "\(discountSource.sentence) AWS settles a plan by the hour, this counts by the minute: the bill is never dearer.",
    ]
  }
}

extension CommitmentAdvice.DiscountSource {
  /// Who says so, in a table.
  package var phrase: String {
    switch self {
    case .option: "as asked"
    case .profile: "the profile's discount"
    case .default: "an assumed discount"
    }
  }

  fileprivate var sentence: String {
    switch self {
    case .option: "The discount is --discount."
    case .profile: "The discount is the profile's."
    case .default:
      "The discount is assumed: state compute.purchase.savings_plan.discount_percent once AWS has offered one."
    }
  }
}

extension CommitmentRegret.ID {
  /// How the users come, as a table says it.
  package var phrase: String {
    switch self {
    case .half: "half of the users come"
    case .slow: "growth is slow"
    case .fast: "growth is fast"
    }
  }
}
