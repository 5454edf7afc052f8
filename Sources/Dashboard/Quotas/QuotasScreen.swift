import Canvas
import Glibc
import Planning

extension Screen {
  static let quotas = Screen(
    title: "Quotas",
    bindings: [KeyMap.explain, KeyMap.copyCommand, KeyMap.copyCommands, KeyMap.copyJustification],
    list: List(
      rowCount: { $0.quotaRows.count }, table: { QuotasScreen(state: $0).table(width: 200) },
      detail: { .quota($0.quotaRows[$1].fact.id) },
      orders: ["to request first, then the nearest", "by name"],
      ordersOfColumns: [0: 1, 1: 0, 2: 0, 3: 0]),
    paint: { QuotasScreen(state: $0).paint(on: &$1, in: $2) })
}

/// Every limit that the plan touches: those to request, then the nearest first, with the command that raises it.
struct QuotasScreen {
  let state: State

  func paint(on frame: inout Frame, in area: Rect) {
    let table = table(width: area.width >= 160 ? area.width * 6 / 10 : area.width)
    let list = ListScreen(state: state, table: table).paint(on: &frame, in: area)
    let layout = table.layout(in: list)
    for (row, need) in state.quotaRows.enumerated() {
      guard let place = layout.area(row: row, column: 1), let share = need.share else { continue }
      let role: Role = need.verdict == .request ? .bad : need.verdict == .tight ? .warning : .good
      // From a hundredth of the limit to a hundred times as much, with the limit in the middle.
      let fraction = (log10(max(share, 0.01)) + 2) / 4
      frame.canvas.paint(Bar(min(fraction, 1), of: 1, target: 0.5, role: role), in: place)
    }
  }

  func table(width: Int) -> Table {
    let rows = state.quotaRows
    var table = Table(
      [
        Table.Column("Quota", isFlexible: true, minimumWidth: 20),
        Table.Column("needs of limit", rank: 3, minimumWidth: width < 100 ? 15 : width / 4),
        .number("needs", minimumWidth: 7), .number("limit", rank: 1, minimumWidth: 7),
        .number("request", rank: 1, minimumWidth: 7), Table.Column("code", rank: 4),
        Table.Column("verdict", rank: 5, minimumWidth: 9),
      ],
      rows: rows.map { need in
        [
          Span(need.title), "", Span(Figures.quantity(need.needed)), Span(Figures.quantity(need.limit)),
          need.asksForMore ? Span(Figures.quantity(need.request), .title) : "",
          Span(need.fact.code ?? "-", .label), need.verdict.span(state.look.glyphs),
        ]
      }, selected: state.selectedRow, isRuled: true, gap: width < 100 ? 1 : 2)
    guard state.order(of: .quotas) == 0 else { return table }
    for (index, need) in rows.enumerated() where index == 0 || rows[index - 1].verdict != need.verdict {
      let count = rows.count { $0.verdict == need.verdict }
      let span = need.verdict.span(state.look.glyphs)
      table.sections[index] = [Span("\(span.text.prefix(1)) \(need.verdict.group), \(count)", span.role)]
    }
    return table
  }
}

extension QuotaNeed {
  /// What the plan needs of the limit, as a share.
  fileprivate var share: Double? {
    guard let needed, let limit, limit > 0 else { return nil }
    return needed / limit
  }
}

extension QuotaNeed.Verdict {
  /// The verdict with its sign.
  func span(_ glyphs: Glyphs) -> Span {
    switch self {
    case .ok: Span("\(glyphs.good) \(word)", .good)
    case .tight: Span("\(glyphs.warning) \(word)", .warning)
    case .request: Span("\(glyphs.bad) \(word)", .bad)
    case .unknown: Span("? \(word)", .label)
    }
  }

  /// The quotas that it stands among.
  fileprivate var group: String {
    switch self {
    case .request: "to request"
    case .tight: "to request, for the margin"
    case .unknown: "unknown: the account's limits say"
    case .ok: "enough, the nearest first"
    }
  }

  /// What to deal with first.
  fileprivate var urgency: Int {
    switch self {
    case .request: 0
    case .tight: 1
    case .unknown: 2
    case .ok: 3
    }
  }
}

extension State {
  /// The quotas that the filter lets through, those to request first.
  var quotaRows: [QuotaNeed] {
    plan.quotas.enumerated()
      .filter { isFound($0.element.title, $0.element.fact.name, $0.element.fact.code ?? "") }
      .sorted {
        order(of: .quotas) == 1
          ? $0.element.title < $1.element.title
          : ($0.element.verdict.urgency, -($0.element.share ?? 0), $0.offset)
            < ($1.element.verdict.urgency, -($1.element.share ?? 0), $1.offset)
      }
      .map(\.element)
  }

  var quotaCommands: [String] {
    plan.quotas.compactMap { $0.nextCommand(region: plan.profile.region) }
  }

  private var selectedQuota: QuotaNeed? { quotaRows.isEmpty ? nil : quotaRows[selectedRow] }

  /// The command that raises the selected quota, or reads it; nil where none does.
  var selectedCommand: String? { selectedQuota?.nextCommand(region: plan.profile.region) }

  mutating func copyCommand() -> [Effect] {
    guard let need = selectedQuota else { return [] }
    guard let command = selectedCommand else {
      notice = Notice(text: "\(need.title): nothing to request by a command", kind: .caution)
      return []
    }
    notice = Notice(text: "sent to the clipboard: \(command)")
    return [.copy(command)]
  }

  var selectedJustification: String? { selectedQuota.flatMap { plan.justification(of: $0) } }

  mutating func copyJustification() -> [Effect] {
    guard let text = selectedJustification else { return [] }
    notice = Notice(text: "sent to the clipboard: \(text)")
    return [.copy(text)]
  }

  mutating func copyCommands() -> [Effect] {
    guard !quotaCommands.isEmpty else {
      notice = Notice(text: "nothing to request by a command", kind: .caution)
      return []
    }
    notice = Notice(text: "sent to the clipboard: \(quotaCommands.count) commands")
    return [.copy(quotaCommands.joined(separator: "\n"))]
  }
}
