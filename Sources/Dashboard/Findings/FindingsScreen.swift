import Canvas
import Planning
import Typography

extension Screen {
  static let findings = Screen(
    title: "Findings", bindings: [KeyMap.explain, KeyMap.goTo, KeyMap.fix],
    list: List(
      rowCount: { $0.findingRows.count }, table: { FindingsScreen(state: $0).table(width: 200) },
      detail: { .finding($0.findingRows[$1].finding) },
      orders: ["the gravest first", "by id", "by what the fix saves", "by users that the fix adds"],
      ordersOfColumns: [0: 1, 1: 0, 3: 3, 4: 2]),
    derive: { $0.tryFixes(of: $1) },
    paint: { FindingsScreen(state: $0).paint(on: &$1, in: $2) })
}

/// Every finding with what its fix is and does, then what made it and why it matters.
struct FindingsScreen {
  let state: State

  func paint(on frame: inout Frame, in area: Rect) {
    guard state.rowCount > 0 || !state.filter.isEmpty else {
      frame.canvas.put("No findings: nothing in this profile stands out.", in: area.row(1), .label)
      return
    }
    ListScreen(state: state, table: table(width: area.width >= 160 ? area.width * 6 / 10 : area.width)).paint(
      on: &frame, in: area)
  }

  func table(width: Int) -> Table {
    let rows = state.findingRows
    var table = Table(
      [
        Table.Column("id", rank: 1), Table.Column("Finding", isFlexible: true, minimumWidth: 24),
        Table.Column("the fix", rank: width < 76 ? 2 : 0, minimumWidth: min(20, width / 5)),
        .number(width < 100 ? "users" : "users at desired", rank: 3),
        .number(width < 100 ? "USD" : "USD a month, list", rank: 2),
      ], rows: rows.map { cells($0, width) }, selected: state.selectedRow, isRuled: true,
      gap: width < 100 ? 1 : 2)
    guard state.order(of: .findings) == 0 else { return table }
    for (index, row) in rows.enumerated() where index == 0 || rows[index - 1].group != row.group {
      let count = rows.count { $0.group == row.group }
      let sign =
        row.isAccepted
        ? Span(String(state.look.glyphs.good), .label) : row.finding.severity.sign(state.look.glyphs)
      table.sections[index] = [Span("\(sign.text) ", sign.role), Span("\(row.group), \(count)", sign.role)]
    }
    return table
  }

  private func cells(_ row: FindingRow, _ width: Int) -> [Span] {
    let finding = row.finding
    return [
      Span(finding.id, .label), Span(finding.title, row.isAccepted ? .label : .text),
      Span(finding.shortFix.clipped(to: width < 100 ? 22 : 34), .label),
      Span(row.effect?.users.map { Figures.signed($0) } ?? "", .of(change: row.effect?.users)),
      Span(row.effect?.cost.map { Figures.signedDollars($0) } ?? "", .value),
    ]
  }
}

/// What taking a fix does: users at desired and list price a month; nil where nothing is to be taken or known.
struct FixEffect: Equatable, Sendable {
  let users: Int?
  let cost: Money?
}

/// A finding with what its fix does.
struct FindingRow {
  let finding: Finding
  let effect: FixEffect?

  var isAccepted: Bool { finding.acceptance != nil }

  /// The findings that it stands among.
  var group: String { isAccepted ? "accepted" : "\(finding.severity.rawValue)s" }
}

extension Finding {
  /// The fix in a few words: the first value that it sets, else how its text begins.
  var shortFix: String {
    guard let change = fix.changes.first else { return command.map { _ in "a command" } ?? fix.text }
    let name = change.path.split(separator: ".").last.map(String.init) ?? change.path
    return "\(name.split(separator: "_").joined(separator: " ")) \(change.value.text)"
  }

  private var command: String? { fix.command }
}

extension Role {
  static func of(change: Int?) -> Role { (change ?? 0) > 0 ? .good : (change ?? 0) < 0 ? .bad : .label }
}

extension Derived {
  /// Tries every fix that is data.
  mutating func tryFixes(of state: State) {
    guard fixes == nil else { return }
    let plan = state.plan
    let users = plan.wholeUsersCarried(at: .desired) ?? 0
    fixes = (state.review.findings + state.review.accepted).map { finding in
      let fixed = state.profile.applying(finding.fix.changes)
      guard fixed != state.profile, fixed.conflicts.isEmpty else { return FixEffect(users: nil, cost: nil) }
      let other = Plan(fixed, facts: plan.facts, model: plan.model)
      return FixEffect(
        users: (other.wholeUsersCarried(at: .desired) ?? 0) - users,
        cost: Comparison(from: plan, to: other).likelyListChange)
    }
  }
}

extension State {
  /// Open findings, the gravest first, then accepted ones, or sorted otherwise; as the filter lets through.
  var findingRows: [FindingRow] {
    let all = (review.findings + review.accepted).enumerated().map { index, finding in
      FindingRow(
        finding: finding, effect: derived.fixes.flatMap { $0.indices.contains(index) ? $0[index] : nil })
    }
    let found = all.filter {
      isFound($0.finding.id, $0.finding.title, $0.finding.subject, $0.finding.severity.rawValue)
    }
    switch order(of: .findings) {
    case 1: return found.sorted { $0.finding.id < $1.finding.id }
    case 2: return found.sorted { ($0.effect?.cost ?? .zero) < ($1.effect?.cost ?? .zero) }
    case 3: return found.sorted { ($0.effect?.users ?? 0) > ($1.effect?.users ?? 0) }
    default: return found
    }
  }

  private var selectedFinding: Finding? {
    screen == .findings && rowCount > 0 ? findingRows[selectedRow].finding : nil
  }

  /// The slider that the selected finding, or the selected wall, is about; nil where it has none.
  var subjectOfFinding: Setting? {
    let keys = screen == .walls ? selectedKeys : selectedFinding.map { [$0.subject] } ?? []
    return keys.lazy.compactMap { key in self.settings.first { $0.field.path == key } }.first
  }

  /// The focus goes to the slider that the selected row is about.
  mutating func goToSubject() {
    guard let setting = subjectOfFinding else {
      guard let finding = selectedFinding else { return }
      let place = finding.place.map { ": e edits \($0.file), line \($0.line)" } ?? ""
      notice = Notice(text: "\(finding.subject) has no slider\(place)", kind: .caution)
      return
    }
    screen = .plan
    focusedControl = setting.id
  }

  /// The profile with the change that the selected finding proposes; nil where that is none that can be made here.
  var profileWithFix: Profile? {
    guard let finding = selectedFinding else { return nil }
    let fixed = profile.applying(finding.fix.changes)
    return fixed != profile && fixed.conflicts.isEmpty ? fixed : nil
  }

  /// Makes the changes that the selected finding proposes, as one step that can be taken back.
  mutating func applyFix() {
    guard let finding = selectedFinding else { return }
    guard let fixed = profileWithFix else {
      notice = Notice(text: "no change to make here; the fix is yours: \(finding.fix.text)", kind: .caution)
      return
    }
    replace(with: fixed, summary: "fix of \(finding.id)")
    notice = Notice(text: "fixed \(finding.id): \(finding.fix.text)")
  }
}
