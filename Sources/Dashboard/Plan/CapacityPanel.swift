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
    frame.canvas.paint(title(frame.canvas.glyphs, width: area.width), in: area.row(0))
    let isRoomy = area.height >= CapacityPanel.roomyHeight
    for (line, size) in FleetSize.allCases.enumerated() {
      paint(size, on: &frame, in: area.row(1 + line * (isRoomy ? 2 : 1)))
    }
    let words = isRoomy ? 7 : 4
    let sentence = [Span("breaks at ", .label), Span(firstWalls)]
    frame.canvas.put(sentence.displayWidth <= area.width ? sentence : [Span(firstWalls)], in: area.row(words))
    guard isRoomy else { return }
    let sentences = (plan.latencySentence ?? plan.sentence(at: .desired)).printable.wrapped(to: area.width)
    for (row, line) in sentences.enumerated() {
      frame.canvas.put(line, in: area.row(words + 2 + row), .label)
    }
  }

  /// The question with its answer, in as many words as fit; the answer stays.
  private func title(_ glyphs: Glyphs, width: Int) -> PanelTitle {
    let asked = plan.profile.demand.concurrentUsers
    let (users, counted) = (Numbers.grouped(asked), Numbers.counted(asked, "user"))
    let verdict = plan.verdict
    let titles = [
      ("Does it hold \(counted)?", plan.answer), ("Does it hold \(counted)?", verdict.answer),
      ("Holds \(counted)?", verdict.answer), ("Holds \(users)?", verdict.answer),
      ("Holds \(users)?", verdict.word), ("Holds?", verdict.word),
    ].map { PanelTitle($0, remark: [verdict.span($1, glyphs)]) }
    return titles.first { $0.fits(width) } ?? titles[titles.count - 1]
  }

  private func paint(_ size: FleetSize, on frame: inout Frame, in area: Rect) {
    var area = area
    let carried = plan.usersCarried(at: size)
    let headroom = plan.headroom(at: size)
    let isRoomy = area.width >= 56
    frame.canvas.put(size.rawValue, in: area.takeLeft(8), .label)
    let room = isRoomy ? 11 : 8
    let exact = Figures.users(carried)
    let figure = exact.displayWidth <= room ? exact : Figures.shortUsers(carried)
    frame.canvas.put(figure, in: area.takeLeft(room), .value, alignment: .right)
    frame.canvas.put(
      Figures.headroom(headroom), in: area.takeRight(8), .of(headroom: headroom), alignment: .right)
    let bar = area.inset(horizontal: 1)
    guard let carried else { return }
    let goal = bar.x + bar.width / 2
    frame.canvas.fill(
      Rect(x: bar.x, y: bar.y, width: goal - bar.x), with: frame.canvas.glyphs.separator, .bad)
    frame.canvas.paint(
      Bar(carried, of: 2 * target, target: target, role: .of(headroom: headroom)), in: bar)
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

extension Verdict {
  /// Words about the verdict with its sign.
  fileprivate func span(_ words: String, _ glyphs: Glyphs) -> Span {
    switch self {
    case .holds: Span("\(glyphs.good) \(words)", .good)
    case .holdsAsFarAsKnown, .holdsButNotAtMax, .holdsOnlyAtMax: Span("\(glyphs.warning) \(words)", .warning)
    case .fallsShort, .neverGrows: Span("\(glyphs.bad) \(words)", .bad)
    case .unknown: Span(words, .label)
    }
  }
}
