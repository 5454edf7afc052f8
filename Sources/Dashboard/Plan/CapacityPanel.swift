import Canvas
import Planning
import Typography

/// Whether the fleet holds at each of its sizes, and what breaks first.
struct CapacityPanel {
  let state: State

  private var plan: Plan { state.plan }
  private var target: Double { Double(plan.profile.demand.concurrentUsers) }

  /// Rows that the panel fills when it has room for blank lines and sentences.
  static let roomyHeight = 11

  func paint(on frame: inout Frame, in area: Rect) {
    let users = Numbers.grouped(plan.profile.demand.concurrentUsers)
    let question = area.width >= 56 ? "Does it hold \(users) users?" : "Holds \(users) users?"
    let title = PanelTitle(question, remark: [verdict(frame.canvas.glyphs)])
    frame.canvas.paint(title, in: area.row(0))
    let isRoomy = area.height >= CapacityPanel.roomyHeight
    for (line, size) in FleetSize.allCases.enumerated() {
      paint(size, on: &frame, in: area.row(1 + line * (isRoomy ? 2 : 1)))
    }
    let words = isRoomy ? 7 : 4
    frame.canvas.put([Span("breaks at ", .label), Span(firstWalls)], in: area.row(words))
    guard isRoomy else { return }
    let sentences = plan.sentence(at: .desired).printable.wrapped(to: area.width)
    for (row, line) in sentences.enumerated() {
      frame.canvas.put(line, in: area.row(words + 2 + row), .label)
    }
  }

  private func verdict(_ glyphs: Glyphs) -> Span {
    switch plan.verdict {
    case .holds: Span("\(glyphs.good) \(plan.verdict.answer)", .good)
    case .holdsButNotAtMax, .holdsOnlyAtMax: Span("\(glyphs.warning) \(plan.verdict.answer)", .warning)
    case .fallsShort: Span("\(glyphs.bad) \(plan.verdict.answer)", .bad)
    case .unknown: Span(plan.verdict.answer, .label)
    }
  }

  private func paint(_ size: FleetSize, on frame: inout Frame, in area: Rect) {
    var area = area
    let carried = plan.usersCarried(at: size)
    let headroom = plan.headroom(at: size)
    let isRoomy = area.width >= 56
    frame.canvas.put(size.rawValue, in: area.takeLeft(8), .label)
    let figure = isRoomy ? Figures.users(carried) : Figures.shortUsers(carried)
    frame.canvas.put(figure, in: area.takeLeft(isRoomy ? 11 : 5), .value, alignment: .right)
    frame.canvas.put(
      Figures.headroom(headroom), in: area.takeRight(8), .of(headroom: headroom), alignment: .right)
    let bar = area.inset(horizontal: 1)
    guard let carried else { return }
    let goal = bar.x + bar.width / 2
    frame.canvas.fill(
      Rect(x: bar.x, y: bar.y, width: goal - bar.x), with: frame.canvas.glyphs.separator, .bad)
    frame.canvas.paint(Bar(carried, of: 2 * target, target: target), in: bar)
  }

  /// `compute`, or `compute, voice sessions at max`.
  private var firstWalls: String {
    guard let first = plan.firstWall.min else { return "no wall is known" }
    var words = first.phrase
    var previous = first
    for size in [FleetSize.desired, .max] {
      guard let wall = plan.firstWall[size], wall != previous else { continue }
      words += ", \(wall.phrase) at \(size.rawValue)"
      previous = wall
    }
    return words
  }
}
