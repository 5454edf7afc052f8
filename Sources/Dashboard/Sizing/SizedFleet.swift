import Planning

/// The types that carry a target, and the plan of the profile once the fleet of one of them is taken.
struct SizedFleet: Sendable {
  let question: SizingQuestion
  let sizing: Sizing

  /// The candidate that is looked at, among all.
  let row: Int

  /// What taking it sets; nil where no profile could hold it, or where there is none.
  let changes: [ProfileChange]?

  /// The plan with that.
  let plan: Plan?

  var target: SizingTarget { question.target }
  var candidate: Candidate? { sizing.candidates.indices.contains(row) ? sizing.candidates[row] : nil }

  init(_ plan: Plan, for question: SizingQuestion, row: Int) {
    let sizing = Sizing(
      plan.profile, for: question.target, filter: TypeFilter(words: question.words), by: question.order,
      provenance: plan.provenance, facts: plan.facts)
    self.init(plan, question, sizing, row: row)
  }

  /// The same types with another one looked at.
  func looking(at row: Int, of plan: Plan) -> SizedFleet { SizedFleet(plan, question, sizing, row: row) }

  private init(_ plan: Plan, _ question: SizingQuestion, _ sizing: Sizing, row: Int) {
    self.question = question
    self.sizing = sizing
    self.row = min(max(0, row), max(0, sizing.candidates.count - 1))
    let isKnown = sizing.candidates.indices.contains(self.row)
    changes = isKnown ? sizing.changes(to: sizing.candidates[self.row]) : nil
    self.plan = changes.map { Plan(plan.profile.applying($0), facts: plan.facts) }
  }
}

/// What the sizing form asks.
struct SizingQuestion: Equatable, Sendable {
  var target: SizingTarget

  /// The types that are let through, as the list of types is filtered too.
  var words = ""
  var order = SizingOrder.cost
}
