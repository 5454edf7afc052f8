import Canvas
import Planning
import Typography

/// What a senior engineer would say, the gravest first.
struct FindingsPanel {
  let state: State

  private var findings: [Finding] { state.review.findings }

  var height: Int { 1 + max(1, findings.count) }

  func paint(on frame: inout Frame, in area: Rect) {
    guard area.height > 1 else { return paintWorst(on: &frame, in: area) }
    frame.canvas.paint(PanelTitle("Findings", remark: [Span(state.review.counts, .label)]), in: area.row(0))
    if findings.isEmpty { frame.canvas.put("None.", in: area.row(1), .label) }
    for (line, finding) in findings.prefix(area.height - 1).enumerated() {
      paint(finding, on: &frame, in: area.row(line + 1))
    }
  }

  private func paint(_ finding: Finding, on frame: inout Frame, in area: Rect) {
    frame.mark(area, .command(.rule(finding.id)))
    var area = area
    frame.canvas.put([finding.severity.sign(frame.canvas.glyphs)], at: area.takeLeft(2).origin)
    let fix = finding.fix.changes.isEmpty ? "" : "→ \(finding.shortFix)".clipped(to: area.width / 2)
    if !fix.isEmpty, finding.title.displayWidth + fix.displayWidth + 2 <= area.width {
      frame.canvas.put(fix, in: area.takeRight(fix.displayWidth), .label)
      _ = area.takeRight(2)
    }
    frame.canvas.put(finding.title, in: area)
  }

  /// Where there is one row only.
  private func paintWorst(on frame: inout Frame, in area: Rect) {
    guard let worst = findings.first else {
      frame.canvas.put("\(frame.canvas.glyphs.good) no findings", in: area, .label)
      return
    }
    frame.mark(area, .command(.rule(worst.id)))
    var area = area
    frame.canvas.put([worst.severity.sign(frame.canvas.glyphs)], at: area.takeLeft(2).origin)
    frame.canvas.put([Span("\(state.review.counts): ", .label), Span(worst.title)], in: area)
  }
}

extension Finding.Severity {
  /// How grave it is, as a sign.
  func sign(_ glyphs: Glyphs) -> Span {
    switch self {
    case .error: Span(String(glyphs.bad), .bad)
    case .warning: Span(String(glyphs.warning), .warning)
    case .note: Span(String(glyphs.separator), .label)
    }
  }
}
