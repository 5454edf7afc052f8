import Canvas
import Planning
import Typography

extension State {
  /// Paints what lies over the screen; nothing below it can be pressed any more.
  func paint(_ overlay: Overlay, on frame: inout Frame, over area: Rect, footer: Rect) {
    frame.mark(frame.canvas.bounds, .scroll)
    switch overlay {
    case .help, .differences, .detail:
      if let text = TextOverlay(overlay, state: self) { text.paint(on: &frame) }
    case .chooser(let chooser): ChooserView(state: self, chooser: chooser).paint(on: &frame, over: area)
    case .sizing(let form): SizingView(state: self, form: form).paint(on: &frame, over: area)
    case .prompt(let prompt): paint(prompt, on: &frame, in: footer)
    case .question(let question, let selected): paint(question, selected, on: &frame, over: area)
    }
  }

  /// The scrolling text that lies on top, nil where there is none.
  var textOverlay: TextOverlay? { overlays.last.flatMap { TextOverlay($0, state: self) } }

  private func paint(_ prompt: Prompt, on frame: inout Frame, in area: Rect) {
    frame.canvas.fill(area)
    let label = "\(prompt.purpose.label): "
    let start = frame.canvas.put(label, at: area.origin, .focus)
    let room = max(1, area.right - start - 1)
    var text = prompt.text.printable
    while text.displayWidth > room { text.removeFirst() }
    let end = frame.canvas.put(text, at: Point(start, area.y))
    frame.canvas.cursor = Point(end, area.y)
  }

  private func paint(_ question: Question, _ selected: Int, on frame: inout Frame, over area: Rect) {
    let width = max(20, area.width - 6)
    let dialog = Dialog(
      question.title,
      lines: question.lines(in: self).map(\.printable).flatMap { line in
        line.displayWidth <= width ? [line] : line.wrapped(to: width)
      }.prefix(max(1, area.height - 4)).map { [Span($0)] },
      choices: question.answers(in: self).map(\.label), selected: selected)
    frame.canvas.paint(dialog, in: area)
    let box = dialog.frame(in: area)
    for (choice, place) in dialog.choicePlaces(in: area).enumerated() {
      frame.mark(place.intersection(box), .choice(choice))
    }
  }
}

extension Prompt.Purpose {
  var label: String {
    switch self {
    case .find: "find"
    case .saveAs: "save as"
    case .writeCommands: "write the commands to"
    }
  }
}

/// A text that scrolls within a frame.
struct TextOverlay {
  let title: String
  let lines: [[Span]]
  let offset: Int
  let area: Rect

  init?(_ overlay: Overlay, state: State) {
    area = TextOverlay.area(in: state.size)
    let width = area.width - 5
    switch overlay {
    case .help(let offset, let filter):
      title = filter.isEmpty ? "Keys" : "Keys with \"\(filter)\""
      lines = HelpText(screen: state.screen, filter: filter).lines(width: width)
      self.offset = offset
    case .differences(let document, let offset):
      title = document == nil ? "Differences to the saved profile" : "Your values against those on disk"
      lines =
        state.derived.differences(from: document).map { DifferencesText(change: $0).lines(width: width) }
        ?? []
      self.offset = offset
    case .detail(let detail, let offset):
      let text = DetailText(state: state, detail: detail)
      title = text.title
      lines = text.lines(width: width)
      self.offset = offset
    case .chooser, .sizing, .prompt, .question: return nil
    }
  }

  /// Inset where there is room; edge to edge where what is left of the screen below would only be debris.
  private static func area(in size: Size) -> Rect {
    size.width >= 100
      ? Rect(size).inset(horizontal: 8, vertical: 2)
      : Rect(x: 0, y: 2, width: size.width, height: size.height - 3)
  }

  var lastOffset: Int { max(0, lines.count - inner.height) }

  private var box: Rect {
    Rect(x: area.x, y: area.y, width: area.width, height: min(area.height, lines.count + 2))
  }
  private var inner: Rect { box.inset(horizontal: 2, vertical: 1) }

  func paint(on frame: inout Frame) {
    frame.canvas.paintBox(box, title: title)
    frame.canvas.paint(ScrollingText(lines, offset: offset), in: inner)
    frame.canvas.cursor = nil
  }
}

/// The list of words that a control can hold, with what each brings.
struct ChooserView {
  let state: State
  let chooser: Chooser

  func paint(on frame: inout Frame, over area: Rect) {
    let choices = state.choices(of: chooser)
    let table = table(choices)
    let box = area.centred(Size(min(area.width, 60), min(area.height, choices.count + 3)))
    frame.canvas.paintBox(box, title: state.control(chooser.control)?.meaning ?? "Choose")
    let inner = box.inset(horizontal: 2, vertical: 1)
    frame.canvas.paint(table, in: inner)
    let layout = table.layout(in: inner)
    for row in layout.rows {
      frame.mark(Rect(x: inner.x, y: layout.line(of: row), width: inner.width), .choice(row))
    }
  }

  private func table(_ choices: [String]) -> Table {
    guard chooser.control == .instanceType else {
      return Table([Table.Column("mode")], rows: choices.map { [Span($0)] }, selected: chooser.selected)
    }
    let hourly = { (type: String) in state.plan.prices?[.instance(type)]?.price }
    let places = choices.compactMap { hourly($0)?.fraction.count }.max() ?? 0
    let rows = choices.map { type in
      let isCurrent = type == state.plan.profile.compute.instanceType
      let name = isCurrent ? Span("\(type), now", .title) : Span(type)
      let hardware = state.plan.facts.hardware[type]
      // Digits stand under digits, with no more of them than the price has.
      let price = hourly(type).map {
        $0.decimal + String(repeating: " ", count: places - $0.fraction.count)
      }
      return [
        name, Span(price ?? "unknown"), Span(hardware?.vcpus.map { "\($0)" } ?? "unknown"),
        Span(hardware.map { Numbers.plain($0.memoryGiB) } ?? "unknown"),
      ]
    }
    return Table(
      [
        Table.Column("type", isFlexible: true), .number("USD an hour"), .number("vCPU"),
        .number("GiB", rank: 1),
      ], rows: rows, selected: chooser.selected)
  }
}

extension Canvas {
  /// An empty frame with a title in its upper edge.
  mutating func paintBox(_ box: Rect, title: String) {
    paint(
      Dialog(
        title,
        lines: Array(
          repeating: [Span(String(repeating: " ", count: max(0, box.width - 4)))],
          count: max(0, box.height - 2))), in: box)
  }
}

extension Price {
  /// The decimal places of the price as it is written.
  fileprivate var fraction: Substring { decimal.drop { $0 != "." } }
}
