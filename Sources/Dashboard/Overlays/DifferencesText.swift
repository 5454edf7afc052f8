import Canvas
import Planning
import Typography

/// Every value that differs from the saved profile, and all that this does.
struct DifferencesText {
  let state: State
  private let change: Change

  init(state: State, document: Document? = nil) {
    self.state = state
    let saved = document.map { Plan($0.profile, provenance: $0.provenance, facts: state.saved.facts) }
    change = Change(saved: saved ?? state.saved, plan: state.plan)
  }

  func lines(width: Int) -> [[Span]] {
    guard !change.fields.isEmpty else { return [[Span("Nothing differs.", .label)]] }
    return values(width) + [[]] + costs + [[]] + headroom + requests + findings
  }

  private func values(_ width: Int) -> [[Span]] {
    let names = change.fields.map(\.path.displayWidth).max() ?? 0
    return heading("Values")
      + change.fields.flatMap { field -> [[Span]] in
        let values = [
          Span((field.old ?? "not stated").printable, .label), Span(" → "),
          Span((field.new ?? "not stated").printable, .changed),
        ]
        return names + values.displayWidth + 4 <= width
          ? [[Span("  \(field.path.padded(to: names))  ")] + values]
          : [[Span("  \(field.path)")], [Span("    ")] + values]
      }
  }

  private var costs: [[Span]] {
    [row("Cost, USD a month", "before", "now", "change", isHeading: true)]
      + CostBasis.allCases.flatMap { basis in
        CostColumn.allCases.compactMap { column in
          guard let old = change.saved.table(basis)?.total[column],
            let new = change.plan.table(basis)?.total[column]
          else { return nil }
          return row(
            "  \(basis.rawValue) \(column.rawValue)", Figures.dollars(old), Figures.dollars(new),
            Figures.signedDollars(new - old))
        }
      }
  }

  private var headroom: [[Span]] {
    [row("Headroom", "before", "now", "", isHeading: true)]
      + FleetSize.allCases.map { size in
        let old = Figures.headroom(change.saved.headroom(at: size))
        let new = Figures.headroom(change.plan.headroom(at: size))
        let wall = change.plan.firstWall[size].map { "  \($0.breaksFirst)" } ?? ""
        return row("  at \(size.rawValue)", old, new, "") + [Span(wall, .label)]
      }
  }

  private var requests: [[Span]] {
    let quotas = change.quotas
    guard !quotas.isEmpty else { return [] }
    return [[], row("To request", "before", "now", "", isHeading: true)]
      + quotas.map { old, new in
        let before = old?.asksForMore == true ? Figures.quantity(old?.request) : "-"
        return row(
          "  \(new.fact.id.title)", before, new.asksForMore ? Figures.quantity(new.request) : "-", "")
      }
  }

  private var findings: [[Span]] {
    let old = Review(change.saved).findings
    let new = state.review.findings
    let gone = old.filter { finding in !new.contains { $0.id == finding.id } }
    let come = new.filter { finding in !old.contains { $0.id == finding.id } }
    guard !gone.isEmpty || !come.isEmpty else { return [] }
    return [[]] + heading("Findings")
      + gone.map { [Span("  gone  ", .good), Span("\($0.id)  \($0.title)")] }
      + come.map { [Span("  new   ", .changed), Span("\($0.id)  \($0.title)")] }
  }

  private func heading(_ title: String) -> [[Span]] { [[Span(title, .title)]] }

  private func row(_ name: String, _ old: String, _ new: String, _ change: String, isHeading: Bool = false)
    -> [Span]
  {
    let figure = { (text: String) in text.padded(to: 10, alignment: .right) }
    let role: Role = isHeading ? .label : old == new ? .value : .changed
    return [
      Span(name.padded(to: 26), isHeading ? .title : .text), Span(figure(old), .label),
      Span(figure(new), role),
      Span(change.isEmpty ? "" : figure(change), role),
    ]
  }
}
