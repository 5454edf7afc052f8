import Canvas
import Planning
import Typography

/// The focused value: what it means, where it was said, what it does, and what was found about it.
struct AboutPanel {
  let state: State

  private var control: Control { state.screenControl }

  func paint(on frame: inout Frame, in area: Rect) {
    guard area.height > 1 else { return }
    frame.canvas.paint(PanelTitle(control.name), in: area.row(0))
    let text = Array(lines(width: area.width, frame.canvas.glyphs).prefix(area.height - 1))
    for (row, line) in text.enumerated() { frame.canvas.put(line, in: area.row(row + 1)) }
  }

  private func lines(width: Int, _ glyphs: Glyphs) -> [[Span]] {
    var lines = wrapped("\(control.meaning).", width)
    guard let setting = control.setting else { return lines }
    let field = setting.field
    lines += [
      [Span("key    ", .label), Span(field.path)],
      [Span("from   ", .label), Span(state.words(for: state.plan.origin(of: field.path)).printable)],
    ]
    if setting.isChanged(in: state) {
      lines.append([Span("saved  ", .label), Span(setting.exactText(in: state.saved.profile))])
    }
    for finding in state.review.findings where finding.subject == field.path {
      let sign = finding.severity.sign(glyphs)
      let text = finding.message.printable.wrapped(to: max(1, width - 2))
      lines += [[]] + text.enumerated().map { [$0 == 0 ? Span("\(sign.text) ", sign.role) : "  ", Span($1)] }
    }
    return lines
  }

  private func wrapped(_ text: String, _ width: Int) -> [[Span]] {
    text.printable.wrapped(to: max(1, width)).map { [Span($0)] }
  }
}
