internal import Typography

extension Plan {
  /// How many users a wall carries and why, in one line of arithmetic.
  package func explanation(of id: Wall.ID) -> Explanation {
    let fleet = WalledFleet(profile: profile, facts: facts, provenance: provenance)
    switch model.walls.first(where: { $0.id == id })?.limit(fleet) {
    case .capacity(let capacity): return explanation(of: [capacity], wall(id))
    case .least(let capacities): return explanation(of: capacities, wall(id))
    case .counted: return latencyWallExplanation
    case .unknown(let reason): return Explanation(formula: reason.text, inputs: [])
    case .notStated(let absence): return Explanation(formula: absence.reason, inputs: [])
    case nil: return Explanation(formula: "not in the profile", inputs: [])
    }
  }

  /// The capacity that holds in words; where several hold at different sizes, each of them.
  private func explanation(of capacities: [Capacity], _ wall: Wall?) -> Explanation {
    let binding = capacities.indices.filter { index in
      capacities.count == 1
        || FleetSize.allCases.contains { size in
          wall?.users[size] != nil && wall?.capacities[index].users[size] == wall?.users[size]
        }
    }
    let shown = binding.isEmpty ? [0] : Array(binding.prefix(1))
    let formulas = shown.map { CapacityFormula(capacity: capacities[$0], wall: wall, plan: self).text }
    return Explanation(
      formula: formulas.joined(separator: "; "),
      inputs: shown.flatMap { inputs(of: capacities[$0]) }.withoutRepeats)
  }

  private func inputs(of capacity: Capacity) -> [Explanation.Input] {
    let terms = capacity.terms + capacity.divisors
    let keys = terms.flatMap(\.keys.all) + capacity.inputs.flatMap(\.keys)
    return keys.withoutRepeats.map(input) + terms.compactMap(\.fact).map { $0() }
  }

  /// Three values as `25 | 50 | 100`, or one where they are the same.
  func perSize(_ text: (FleetSize) -> String) -> String {
    let texts = FleetSize.allCases.map(text)
    return Set(texts).count == 1 ? texts[0] : texts.joined(separator: " | ")
  }
}

extension UncertainInput {
  /// The keys that a formula with the input rests on.
  fileprivate var keys: [String] {
    self == .requestsPerUser ? [key, "demand.purchase_validations_per_user_per_day"] : [key]
  }
}

/// A capacity as arithmetic: `25 | 50 | 100 instances x 1,000 requests/min / 0.25 requests/min a user`.
private struct CapacityFormula {
  let capacity: Capacity
  let wall: Wall?
  let plan: Plan

  var text: String {
    let above = capacity.terms.map(words).joined(separator: " x ")
    let below = capacity.divisors.map(words) + capacity.inputs.map(words)
    let quotient =
      below.count == 1 ? "\(above) / \(below[0])" : "\(above) / (\(below.joined(separator: " x ")))"
    return capacity.note.map { "\(quotient), \($0)" } ?? quotient
  }

  private func words(_ term: Capacity.Term) -> String {
    switch term.words {
    case .expression(let text): text()
    case .unit(let unit):
      plan.perSize { Numbers.exact(term.value[$0] * (unit.hasPrefix("%") ? 100 : 1)) } + unit
    }
  }

  /// A divisor with as many places as it takes for the formula to give the wall's whole users.
  private func divisor(_ number: Double) -> String {
    let users = FleetSize.allCases.compactMap { wall?.users[$0] }
    return Numbers.readable(number, from: 6) { shown in
      users.allSatisfy { ($0 * number / shown).wholeUnitsDown == $0.wholeUnitsDown }
    }
  }

  private func words(_ input: UncertainInput) -> String {
    let likely = input.likely(plan.profile)
    let number = { (scale: Double) in Numbers.exact(likely * scale) }
    return switch input {
    case .requestsPerUser:
      "\(divisor(plan.demand.requestsToOrigin.likely)) requests/min a user"
    case .responseTime: "\(number(0.001)) s"
    case .queryTime: "\(number(0.001)) s a query"
    case .heldTime: "\(number(0.001)) s held"
    case .queriesPerRequest: "\(number(1)) queries"
    case .cacheOperations: "\(number(1)) operations"
    case .cacheMemory: "\(number(1)) KB a user"
    case .voiceUsers: "\(number(1))% of the users"
    // What no wall counts by.
    default: "\(number(1))"
    }
  }
}
