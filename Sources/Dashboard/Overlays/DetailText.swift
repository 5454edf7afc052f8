import Canvas
import Planning
import Typography

/// The whole story of one row: formula, inputs, and where each came from.
struct DetailText {
  let state: State
  let detail: Detail

  var title: String {
    switch detail {
    case .wall(let id): id.title
    case .cost(let id): id.title
    case .quota(let id): id.title
    }
  }

  func lines(width: Int) -> [[Span]] {
    switch detail {
    case .wall(let id): wall(id, width)
    case .cost(let id): cost(id, width)
    case .quota(let id): quota(id, width)
    }
  }

  private func wall(_ id: Wall.ID, _ width: Int) -> [[Span]] {
    guard let wall = state.plan.wall(id) else { return [] }
    if let unknown = wall.unknown { return paragraph("Unknown: \(unknown.text).", width) }
    let figures = FleetSize.allCases.map { size in
      let headroom = state.plan.headroom(of: wall, at: size)
      return [
        Span(size.rawValue.padded(to: 9), .label),
        Span(Figures.users(wall.users[size]).padded(to: 12, alignment: .right)),
        Span(Figures.headroom(headroom).padded(to: 11, alignment: .right), .of(headroom: headroom)),
      ]
    }
    return figures + [[]] + explanation(state.plan.explanation(of: id), width)
  }

  private func cost(_ id: CostLine.ID, _ width: Int) -> [[Span]] {
    var lines: [[Span]] = []
    if let reason = state.plan.list.unpriced.first(where: { $0.id == id })?.reason {
      lines += paragraph("Unknown, and in no total: \(reason.text).", width) + [[]]
    }
    for basis in CostBasis.allCases where state.plan.table(basis)?.line(id) != nil {
      lines.append([Span(basis == .list ? "List price" : "Quoted", .title)])
      lines += explanation(state.plan.explanation(of: id, basis: basis), width) + [[]]
    }
    return lines
  }

  private func quota(_ id: QuotaFact.ID, _ width: Int) -> [[Span]] {
    guard let need = state.plan.quotas.first(where: { $0.fact.id == id }) else { return [] }
    var lines = paragraph("\(need.verdict.word): \(need.verdict.text).", width) + [[]]
    if let command = need.command(region: state.plan.profile.region) {
      lines += paragraph(command, width, .accent) + [[]]
    }
    lines += fact("name", need.fact.name, width)
    lines += fact("unit", need.fact.unit, width)
    lines += fact("applied", need.applied.map { Figures.quantity($0) } ?? "not known to the profile", width)
    lines += fact("default", Figures.quantity(need.fact.defaultValue), width)
    if let note = need.fact.note { lines += fact("note", note, width) }
    return lines + fact("source", "\(need.fact.source) (\(need.fact.confidence))", width)
  }

  private func fact(_ name: String, _ text: String, _ width: Int) -> [[Span]] {
    text.printable.wrapped(to: max(10, width - 10)).enumerated().map { row, line in
      [Span((row == 0 ? name : "").padded(to: 10), .label), Span(line)]
    }
  }

  private func explanation(_ explanation: Explanation, _ width: Int) -> [[Span]] {
    paragraph(explanation.formula, width)
      + explanation.inputs.flatMap { input -> [[Span]] in
        let value = Span("  \(input.name) ", .label)
        return [[value, Span(input.value)], [Span("    \(input.origin.text)", .label)]]
      }
  }

  private func paragraph(_ text: String, _ width: Int, _ role: Role = .text) -> [[Span]] {
    text.printable.wrapped(to: max(10, width)).map { [Span($0, role)] }
  }
}

extension Origin {
  /// Who said it, as a phrase.
  var text: String {
    switch self {
    case .profile(let place): "\(place.file):\(place.line)"
    case .edited: "changed here, not saved"
    case .assumed(let reason): "default: \(reason)"
    case .unstated: "nobody said it"
    case .fact(let fact): "\(fact.source), \(fact.confidence), \(fact.collected)"
    case .policy(let reason): reason
    }
  }
}
