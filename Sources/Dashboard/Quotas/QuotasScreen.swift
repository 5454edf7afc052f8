import Canvas
import Planning

extension Screen {
  static let quotas = Screen(
    title: "Quotas",
    bindings: [KeyMap.explain, KeyMap.copyCommand, KeyMap.copyCommands, KeyMap.writeCommands],
    list: List(rowCount: { $0.quotaRows.count }, detail: { .quota($0.quotaRows[$1].fact.id) }),
    paint: { QuotasScreen(state: $0).paint(on: &$1, in: $2) })
}

/// Every limit that the plan touches, worst first, with the command that raises it.
struct QuotasScreen {
  let state: State

  func paint(on frame: inout Frame, in area: Rect) {
    ListScreen(state: state, table: table).paint(on: &frame, in: area)
  }

  private var table: Table {
    let glyphs = state.look.glyphs
    return Table(
      [
        Table.Column("Quota", isFlexible: true, minimumWidth: 20), Table.Column("code", rank: 3),
        .number("needs", minimumWidth: 8), .number("limit", rank: 1, minimumWidth: 8),
        .number("request", rank: 2, minimumWidth: 8), Table.Column("verdict", minimumWidth: 9),
      ],
      rows: state.quotaRows.map { need in
        [
          Span(need.title), Span(need.fact.code ?? "-", .label), Span(Figures.quantity(need.needed)),
          Span(Figures.quantity(need.limit)), Span(Figures.quantity(need.request)),
          need.verdict.span(glyphs),
        ]
      }, selected: state.selectedRow, isRuled: true)
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
      .sorted { ($0.element.verdict.urgency, $0.offset) < ($1.element.verdict.urgency, $1.offset) }
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

  mutating func copyCommands() -> [Effect] {
    guard !quotaCommands.isEmpty else {
      notice = Notice(text: "nothing to request by a command", kind: .caution)
      return []
    }
    notice = Notice(text: "sent to the clipboard: \(quotaCommands.count) commands")
    return [.copy(quotaCommands.joined(separator: "\n"))]
  }
}
