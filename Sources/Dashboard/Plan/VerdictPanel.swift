import Canvas
import Planning
import Typography

/// Whether the fleet holds, in one line that says as much as fits.
struct VerdictPanel {
  let state: State

  private var plan: Plan { state.plan }

  func paint(on frame: inout Frame, in area: Rect) {
    guard !area.isEmpty else { return }
    var area = area
    let glyphs = frame.canvas.glyphs
    let verdict = plan.verdict
    let hint: (key: String, words: String, message: Message) =
      verdict == .holds ? ("z", "size", .size) : ("f", "fix it", .applyFix)
    let width = hint.key.count + hint.words.count + 1
    if area.width >= 60 {
      let place = area.takeRight(width)
      frame.canvas.put([Span(hint.key, .key), Span(" \(hint.words)", .label)], in: place)
      frame.mark(place, .key(hint.message))
      _ = area.takeRight(2)
    }
    let lines = sentences.map { question, answer in
      [Span("\(question) ", .title), verdict.span(answer, glyphs)]
    }
    let fitting = lines.first { $0.displayWidth <= area.width } ?? lines[lines.count - 1]
    frame.canvas.put(fitting, in: area)
  }

  /// The question and the answer, in fewer and fewer words; the answer stays.
  private var sentences: [(String, String)] {
    let asked = plan.profile.demand.concurrentUsers
    let (users, counted) = (Numbers.grouped(asked), Numbers.counted(asked, "user"))
    let verdict = plan.verdict
    let wall = [FleetSize.max, .desired].lazy
      .filter { plan.holds(at: $0) == false }.compactMap { plan.firstWall[$0]?.breaksFirst }.first
    let cause = wall.map { ": \($0)" } ?? ""
    return [
      ("Does it hold \(counted)?", "\(plan.answer)\(cause). \(plan.sentence(at: .desired).printable)"),
      ("Does it hold \(counted)?", "\(plan.answer)\(cause)"), ("Holds \(users)?", "\(plan.answer)\(cause)"),
      ("Holds \(users)?", "\(verdict.answer)\(cause)"), ("Holds \(users)?", plan.answer),
      ("Holds \(users)?", verdict.answer), ("Holds \(users)?", verdict.word), ("Holds?", verdict.word),
    ]
  }
}

extension Verdict {
  /// Words about the verdict with its sign.
  func span(_ words: String, _ glyphs: Glyphs) -> Span {
    switch self {
    case .holds: Span("\(glyphs.good) \(words)", .good)
    case .holdsAsFarAsKnown, .holdsButNotAtMax, .holdsOnlyAtMax: Span("\(glyphs.warning) \(words)", .warning)
    case .fallsShort, .neverGrows: Span("\(glyphs.bad) \(words)", .bad)
    case .unknown: Span("? \(words)", .label)
    }
  }
}
