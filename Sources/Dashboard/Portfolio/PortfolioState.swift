package import Canvas
import Planning
import Typography

/// Many profiles, a row each; one is opened from here, and Escape comes back.
package struct PortfolioState: Sendable {
  package private(set) var rows: [PortfolioRow]
  package internal(set) var size: Size
  package internal(set) var look: Look
  private(set) var totals: [RegionTotal]
  private(set) var selected = 0
  private(set) var order = 0
  private(set) var filter = ""

  /// Whether the filter is being typed.
  private(set) var isTyping = false

  /// What can only be done outside of it.
  package enum Effect: Equatable, Sendable {
    case open(path: String)
    case redraw, suspend, quit
  }

  static let orders = [
    "as they were named", "least spare first", "the dearest first", "most users first", "by Region",
  ]

  package init(_ rows: [PortfolioRow], size: Size, look: Look) {
    self.rows = rows
    self.size = size
    self.look = look
    totals = RegionTotal.all(of: rows)
  }

  /// The theme in the colours that the terminal has.
  package mutating func show(on depth: ColourDepth) {
    look.theme = Theme(look.theme.name, depth: depth, backdrop: look.theme.backdrop)
  }

  /// A profile as it is now, after it was opened.
  package mutating func replace(_ row: PortfolioRow) {
    guard let index = rows.firstIndex(where: { $0.path == row.path }) else { return }
    rows[index] = row
    totals = RegionTotal.all(of: rows)
  }

  /// The rows that the filter lets through, sorted.
  var shown: [PortfolioRow] {
    let found = rows.filter { row in
      let plan = row.told?.plan
      return filter.isEmpty
        || [row.name, row.path, plan?.profile.region ?? "", plan?.verdict.word ?? ""].contains {
          $0.has(filter)
        }
    }
    switch order {
    case 1: return found.sorted { ($0.told?.spare ?? .infinity) < ($1.told?.spare ?? .infinity) }
    case 2: return found.sorted { ($0.told?.cost ?? .zero) > ($1.told?.cost ?? .zero) }
    case 3: return found.sorted { $0.users > $1.users }
    case 4: return found.sorted { $0.region < $1.region }
    default: return found
    }
  }

  package mutating func update(_ event: Event) -> Effect? {
    switch event {
    case .key(let key):
      let keys: KeyMap = isTyping ? .prompt : .portfolio
      return keys.message(for: key).flatMap { answer($0) }
    case .mouse(let mouse): return point(mouse)
    case .resize(let size): self.size = size
    case .backdrop(let backdrop): look.theme = look.theme.on(backdrop)
    case .resume: return .redraw
    case .terminate, .endOfInput: return .quit
    case .paste, .watched: break
    }
    return nil
  }

  private mutating func answer(_ message: Message) -> Effect? {
    switch message {
    case .select(let count): select(selected + count)
    case .selectEnd(let end): select(end == .first ? 0 : shown.count)
    case .scrollPage(let pages): select(selected + pages * max(1, size.height - 8))
    case .sort:
      order = (order + 1) % Self.orders.count
      selected = 0
    case .find:
      (isTyping, filter, selected) = (true, "", 0)
    case .type(let character):
      if filter.utf8.count < 100 { filter.append(character) }
      selected = 0
    case .erase: _ = filter.popLast()
    case .eraseAll, .eraseWord: filter = ""
    case .nextTheme: look.theme = look.theme.named(look.theme.name.next)
    case .accept:
      if isTyping {
        isTyping = false
      } else {
        return shown.indices.contains(selected) ? .open(path: shown[selected].path) : nil
      }
    case .back: (isTyping, filter) = (false, "")
    case .redraw: return .redraw
    case .suspend: return .suspend
    case .close: return .quit
    default: break
    }
    return nil
  }

  private mutating func select(_ row: Int) { selected = min(max(0, row), max(0, shown.count - 1)) }

  /// The second press on a row opens it; one on a title sorts by it.
  private mutating func point(_ mouse: MouseEvent) -> Effect? {
    switch mouse.action {
    case .wheelUp: select(selected - 1)
    case .wheelDown: select(selected + 1)
    case .press:
      let (table, area) = place
      if let row = table.row(at: mouse.point, in: area) {
        if row == selected { return .open(path: shown[row].path) }
        selected = row
      }
      let headings = table.layout(in: area).headings
      if let column = headings.firstIndex(where: { $0?.contains(mouse.point) == true }) {
        order = PortfolioView.orderOfColumn[column] ?? 0
        selected = 0
      }
    case .drag, .release: break
    }
    return nil
  }

  private var place: (Table, Rect) {
    let view = PortfolioView(state: self)
    return (view.table, view.areas.list)
  }

  package var canvas: Canvas { PortfolioView(state: self).canvas }
}

extension PortfolioRow {
  var users: Int { told?.plan.profile.demand.concurrentUsers ?? 0 }
  var region: String { told?.plan.profile.region ?? "" }
}

extension KeyMap {
  static let portfolio = KeyMap(
    "Portfolio",
    [
      Binding(
        "↑↓", "move", "another profile; also k j", .pinned,
        [([.up, "k"], .select(-1)), ([.down, "j"], .select(1))]),
      Binding(
        "PgUp PgDn", "", "a page up or down", .helpOnly,
        [([.pageUp], .scrollPage(-1)), ([.pageDown, " "], .scrollPage(1))]),
      Binding(
        "Home End", "", "the first or last one; also g G", .helpOnly,
        [([.home, "g"], .selectEnd(.first)), ([.end, "G"], .selectEnd(.last))]),
      Binding("Enter", "open", "open it; Esc or q comes back", .pinned, [.enter], .accept),
      Binding(
        "o", "sort", "by spare, cost, users or Region; a press on a title does too", .pinned, ["o"], .sort),
      Binding("/", "filter", "show only what has a word", .pinned, ["/"], .find),
      Binding("T", "theme", "the next theme", .footer, ["T"], .nextTheme),
      Binding("Esc", "", "show all again", .helpOnly, [.escape], .back),
      Binding("Ctrl-Z", "", "suspend; fg comes back", .helpOnly, [.control("z")], .suspend),
      Binding("q", "quit", "quit", .pinned, ["q"], .close),
    ])
}
