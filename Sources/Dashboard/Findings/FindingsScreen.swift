import Canvas
import Planning

extension Screen {
  static let findings = Screen(
    title: "Findings", bindings: [KeyMap.explain, KeyMap.goTo, KeyMap.fix],
    list: List(rowCount: { $0.findingRows.count }, detail: { .finding($0.findingRows[$1]) }),
    paint: { FindingsScreen(state: $0).paint(on: &$1, in: $2) })
}

/// Every finding with what made it, why it matters and what to do.
struct FindingsScreen {
  let state: State

  func paint(on frame: inout Frame, in area: Rect) {
    guard state.rowCount > 0 || !state.filter.isEmpty else {
      frame.canvas.put("No findings: nothing in this profile stands out.", in: area.row(1), .label)
      return
    }
    ListScreen(state: state, table: table).paint(on: &frame, in: area)
  }

  private var table: Table {
    let glyphs = state.look.glyphs
    return Table(
      [
        Table.Column(""), Table.Column("id", rank: 1),
        Table.Column("Finding", isFlexible: true, minimumWidth: 24),
        Table.Column("about", rank: 2),
      ],
      rows: state.findingRows.map { finding in
        let isAccepted = finding.acceptance != nil
        return [
          isAccepted ? Span(String(glyphs.good), .label) : finding.severity.sign(glyphs),
          Span(finding.id, .label), Span(finding.title, isAccepted ? .label : .text),
          Span(finding.subject, .label),
        ]
      }, selected: state.selectedRow, isRuled: true)
  }
}

extension State {
  /// Open findings, the gravest first, then accepted ones; as the filter lets through.
  var findingRows: [Finding] {
    (review.findings + review.accepted).filter { isFound($0.id, $0.title, $0.subject, $0.severity.rawValue) }
  }

  private var selectedFinding: Finding? {
    screen == .findings && rowCount > 0 ? findingRows[selectedRow] : nil
  }

  /// The slider that the selected finding is about; nil where it has none.
  var subjectOfFinding: Setting? {
    selectedFinding.flatMap { finding in settings.first { $0.field.path == finding.subject } }
  }

  /// The focus goes to the slider that the selected finding is about.
  mutating func goToSubject() {
    guard let finding = selectedFinding else { return }
    guard let setting = subjectOfFinding else {
      let place = finding.place.map { ": edit \($0.file), line \($0.line)" } ?? ""
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
