import Canvas
import Planning
import Typography

/// What the fleet carries at each of its sizes, on one axis that goes beyond the target, and what breaks first.
struct CapacityPanel {
  let state: State

  private var plan: Plan { state.plan }
  private var target: Double { Double(plan.profile.demand.concurrentUsers) }

  /// Rows that the panel fills without the sentence on what breaks first, and with it.
  static let height = 4
  static let tallHeight = 5

  func paint(on frame: inout Frame, in area: Rect) {
    let columns = columns(area.width)
    frame.canvas.paint(PanelTitle("Carried"), in: area.row(0))
    for (line, size) in FleetSize.allCases.enumerated() {
      paint(size, columns, on: &frame, in: area.row(1 + line))
    }
    paintAxis(columns, on: &frame, in: area.row(0))
    guard area.height >= CapacityPanel.tallHeight else { return }
    let sentence = [Span("breaks at ", .label), Span(firstWalls)]
    frame.canvas.put(
      sentence.displayWidth <= area.width ? sentence : [Span(firstWalls)],
      in: area.row(CapacityPanel.tallHeight - 1))
    guard area.height > CapacityPanel.tallHeight, let responses = plan.latencySentence else { return }
    frame.canvas.put(responses.printable, in: area.row(CapacityPanel.tallHeight), .label)
  }

  private func columns(_ width: Int) -> (name: Int, figure: Int, headroom: Int) {
    width >= 56 ? (9, 11, 9) : width >= 36 ? (8, 8, 7) : (8, 6, 7)
  }

  private func bar(_ columns: (name: Int, figure: Int, headroom: Int), in area: Rect) -> Rect {
    Rect(
      x: area.x + columns.name + columns.figure + 1, y: area.y,
      width: area.width - columns.name - columns.figure - columns.headroom - 2)
  }

  /// The scale of the bars.
  private var scale: Double { 1.6 * target }

  private func paintAxis(
    _ columns: (name: Int, figure: Int, headroom: Int), on frame: inout Frame, in area: Rect
  ) {
    let bar = bar(columns, in: area)
    guard bar.width >= 12 else { return }
    let label = " \(Numbers.short(Int(target))) "
    let mark = bar.x + Int(target / scale * Double(bar.width)) - label.displayWidth / 2
    frame.canvas.put(label, at: Point(max(bar.x, mark), area.y), .title)
    frame.canvas.put(" spare", in: area, .label, alignment: .right)
  }

  private func paint(
    _ size: FleetSize, _ columns: (name: Int, figure: Int, headroom: Int), on frame: inout Frame,
    in area: Rect
  ) {
    let carried = plan.usersCarried(at: size)
    let headroom = plan.headroom(at: size)
    frame.mark(area, .command(.open(.walls)))
    var place = area
    frame.canvas.put(size.rawValue, in: place.takeLeft(columns.name), .label)
    let exact = Figures.users(carried)
    let figure = exact.displayWidth <= columns.figure ? exact : Figures.shortUsers(carried)
    frame.canvas.put(figure, in: place.takeLeft(columns.figure), .value, alignment: .right)
    frame.canvas.put(
      Figures.headroom(headroom), in: place.takeRight(columns.headroom), .of(headroom: headroom),
      alignment: .right)
    guard let carried else { return }
    let before = state.differsFromBaseline ? state.baseline.usersCarried(at: size) : nil
    frame.canvas.paint(
      Bar(
        carried, of: scale, target: target, ghost: before == carried ? nil : before,
        role: .of(headroom: headroom)), in: bar(columns, in: area))
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
