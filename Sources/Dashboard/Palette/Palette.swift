import Canvas
import Planning
import Typography

/// A list over everything that can be done or seen, which what is typed makes shorter.
struct Palette: Overlay {
  enum Scope: Equatable, Sendable {
    /// What the keys do: the help.
    case keys
    case everything
  }

  let scope: Scope
  private let commands: [Command]
  private var words = ""
  private(set) var shown: [Command]
  private(set) var selected = 0

  init(of scope: Scope, in state: State) {
    self.scope = scope
    commands = scope == .keys ? state.keyCommands : state.commands
    shown = commands
  }

  var keys: KeyMap { .palette }

  var line: String? {
    get { words }
    set { words = newValue ?? "" }
  }

  mutating func follow(in state: State) {
    selected = 0
    let words = words.lowercased().split(separator: " ")
    guard !words.isEmpty else { return shown = commands }
    let fitting = commands.enumerated().compactMap { index, command in
      command.fit(words).map { (command, $0, index) }
    }.sorted { ($1.1, $0.2) < ($0.1, $1.2) }.map(\.0)
    shown = scope == .keys ? fitting : state.values(of: words) + fitting + state.types(named: words)
  }

  mutating func select(by count: Int, in state: State) {
    selected = min(max(0, selected + count), max(0, shown.count - 1))
  }

  func accept(in state: inout State) -> [Effect] {
    shown.indices.contains(selected) ? state.run(shown[selected].action) : []
  }

  func choiceCount(in state: State) -> Int { shown.count }

  mutating func press(choice: Int) -> Bool {
    selected = choice
    return true
  }

  func flaw(in state: State) -> String? {
    (0..<max(1, shown.count)).contains(selected) ? nil : "command \(selected) of \(shown.count) is selected"
  }

  func paint(for state: State, on frame: inout Frame, over area: Rect, footer: Rect) {
    let box = area.centred(Size(min(area.width, 100), min(area.height, max(6, shown.count + 4))))
    let top = Rect(x: box.x, y: area.y, width: box.width, height: box.height)
    frame.canvas.paintBox(top, title: scope == .keys ? "Keys" : "Commands")
    var inner = top.inset(horizontal: 2, vertical: 1)
    paintLine(on: &frame, in: inner.takeTop(1))
    guard !shown.isEmpty else {
      return frame.canvas.put("Nothing is called that.", in: inner, .label)
    }
    let table = table
    frame.paintChoices(table, in: inner)
    frame.canvas.cursor = Point(cursor(in: top), top.y + 1)
  }

  private func cursor(in box: Rect) -> Int { min(box.right - 3, box.x + 4 + words.printable.displayWidth) }

  private func paintLine(on frame: inout Frame, in area: Rect) {
    let hint = scope == .keys ? "type what you look for; Enter does it" : "type a name, a number or a word"
    let start = frame.canvas.put(scope == .keys ? "? " : ": ", at: area.origin, .focus)
    let place = Rect(x: start, y: area.y, width: area.right - start)
    frame.canvas.put(words.isEmpty ? hint : words.printable, in: place, words.isEmpty ? .label : .value)
  }

  private var table: Table {
    Table(
      [
        Table.Column("", rank: 1, minimumWidth: 8), Table.Column("", isFlexible: true, minimumWidth: 20),
        Table.Column("", alignment: .right, rank: 2), Table.Column("", alignment: .right),
      ],
      rows: shown.map { command in
        [
          Span(command.kind, .label), Span(command.title), Span(command.remark.clipped(to: 28), .label),
          Span(command.keys, .key),
        ]
      }, selected: selected)
  }
}

/// A rule that found nothing here, with what it looks at.
struct ShownRule: TextOverlay {
  let id: String
  var offset = 0

  func title(in state: State) -> String { Rule.named(id).map { "\($0.id) \($0.title)" } ?? id }

  func lines(in state: State, width: Int) -> [[Span]] {
    guard let rule = Rule.named(id) else { return [] }
    let parts = [
      ("looks at", rule.check), ("why", rule.reason), ("fix", rule.remedy),
      ("source", "\(rule.source.title), \(rule.source.collected)"),
    ]
    return [[Span("It finds nothing in this profile.", .good)], []]
      + parts.flatMap { name, text in
        text.printable.wrapped(to: max(10, width - 10)).enumerated().map { row, line in
          [Span((row == 0 ? name : "").padded(to: 10), .label), Span(line)]
        }
      }
  }
}
