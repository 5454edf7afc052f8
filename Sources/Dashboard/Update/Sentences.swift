import Planning
import Typography

extension State {
  /// The selected row as one sentence with its source: what one answers when somebody asks.
  var sentence: String? {
    switch selectedDetail {
    case .wall(let id): wallSentence(id)
    case .cost(let id): costSentence(id)
    case .quota(let id): plan.quotas.first { $0.fact.id == id }.map(quotaSentence)
    case .finding(let finding):
      "\(finding.message) \(finding.fix.text) (\(finding.id); \(finding.source.title), \(finding.source.collected))"
    case nil: screen == .plan || screen == .day ? planSentence : nil
    }
  }

  mutating func copySentence() -> [Effect] {
    guard let sentence = sentence?.printable else { return [] }
    notice = Notice(text: "sent to the clipboard: \(sentence)")
    return [.copy(sentence)]
  }

  private var place: String {
    let prices = plan.oldestPrice.map { ", prices of \($0.oldestDay)" } ?? ""
    return "\(profile.name), \(profile.region)\(prices)"
  }

  private var planSentence: String {
    let cost = plan.list.knownTotal.map { total in
      " \(totalTitle) at list prices is \(Figures.cents(total.likely ?? total.low)) USD a month at desired."
    }
    return "Does it hold \(Numbers.counted(profile.demand.concurrentUsers, "user"))? \(plan.answer)."
      + " \(plan.sentence(at: .desired))\(cost ?? "") (\(place))"
  }

  private func wallSentence(_ id: Wall.ID) -> String? {
    guard let wall = plan.wall(id) else { return nil }
    if let unknown = wall.unknown { return "\(id.title): unknown, \(unknown.text). (\(place))" }
    let sizes = FleetSize.allCases.compactMap { size in
      wall.users[size].map {
        "\(Figures.users($0)) at \(size.rawValue) (\(Figures.headroom(plan.headroom(of: wall, at: size))))"
      }
    }.joined(separator: ", ")
    return "\(id.title) carries \(sizes): \(plan.explanation(of: id).formula). (\(place))"
  }

  private func costSentence(_ id: CostLine.ID?) -> String? {
    guard let id else {
      let table = plan.list
      guard let total = table.knownTotal else { return nil }
      let lines = table.lines.sorted { $0.cost.high > $1.cost.high }
        .map { "\($0.id.phrase) \(Figures.cents($0.cost.likely ?? $0.cost.low))" }.joined(separator: " + ")
      return "\(Figures.cents(total.likely ?? total.low)) USD a month at list: \(lines)."
        + " \(totalTitle), desired instances, likely demand. (\(place))"
    }
    let basis: CostBasis = showsList && plan.list.line(id) != nil ? .list : .quoted
    guard let line = plan.cost(basis)?.line(id) else { return nil }
    let explanation = plan.explanation(of: id, basis: basis)
    let sources = explanation.inputs.compactMap { input -> String? in
      if case .fact(let fact) = input.origin { fact.text } else { nil }
    }
    return "\(id.title): \(Figures.cents(line.cost.likely ?? line.cost.low)) USD a month, \(basis.rawValue):"
      + " \(explanation.formula). (\(place)\(sources.first.map { "; \($0)" } ?? ""))"
  }

  private func quotaSentence(_ need: QuotaNeed) -> String {
    "\(need.title): needs \(Figures.quantity(need.needed)) of \(Figures.quantity(need.limit)),"
      + (need.asksForMore ? " request \(Figures.quantity(need.request))." : " \(need.verdict.text).")
      + " (\(need.fact.code ?? need.fact.name), \(profile.region); \(need.fact.source))"
  }
}
