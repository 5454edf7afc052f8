import Canvas
import Planning
import Typography

/// A question over the screen, with one of its answers selected.
struct Asked: Overlay {
  var question: Question
  var selected = 0

  init(_ question: Question) { self.question = question }

  var keys: KeyMap { .question }

  func choiceCount(in state: State) -> Int { question.answers(in: state).count }

  mutating func select(by count: Int, in state: State) {
    selected = (selected + count).wrapped(to: choiceCount(in: state))
  }

  func accept(in state: inout State) -> [Effect] {
    state.decide(question.answers(in: state)[selected].decision, question)
  }

  func back(in state: inout State) -> [Effect] { state.decide(.stay, question) }

  mutating func press(choice: Int) -> Bool {
    selected = choice
    return true
  }

  func paint(for state: State, on frame: inout Frame, over area: Rect, footer: Rect) {
    let width = max(20, area.width - 6)
    let dialog = Dialog(
      question.title,
      lines: question.lines(in: state).map(\.printable).flatMap { line in
        line.displayWidth <= width ? [line] : line.wrapped(to: width)
      }.prefix(max(1, area.height - 4)).map { [Span($0)] },
      choices: question.answers(in: state).map(\.label), selected: selected)
    frame.canvas.paint(dialog, in: area)
    let box = dialog.frame(in: area)
    for (choice, place) in dialog.choicePlaces(in: area).enumerated() {
      frame.mark(place.intersection(box), .choice(choice))
    }
  }

  func flaw(in state: State) -> String? {
    question.answers(in: state).indices.contains(selected)
      ? nil : "answer \(selected) of \(question) is selected"
  }
}

/// A choice before something that cannot be taken back; the first answer stays where one is.
///
/// `indirect` as in ``Message``.
enum Question: Equatable, Sendable {
  case quit
  case reload
  indirect case changedOnDisk(Document?)

  /// Keys that a merge found changed on both sides; whoever does not say keeps their own values.
  indirect case clash(KeyClashes)

  /// Changed values stand in these files, which the profile extends.
  case extended([String])
  case overwrite(path: String)
  indirect case recover(Recovery)

  /// Files that may hold changes, and why nobody can tell.
  case unreadable([String])

  enum Decision: Equatable, Sendable {
    case stay, quit, saveAndQuit, reload, keepMine, takeTheirs, showDifferences, overwrite, restore,
      keepTheirs, discard
    case intoExtended, intoProfile
    case merge
    case mine(everywhere: Bool)
    case theirs(everywhere: Bool)
  }

  struct Answer: Equatable, Sendable {
    var label: String
    var decision: Decision

    init(_ label: String, _ decision: Decision) {
      self.label = label
      self.decision = decision
    }
  }

  var title: String {
    switch self {
    case .quit: "Quit without saving?"
    case .reload: "Read the file again?"
    case .changedOnDisk: "The file changed on disk"
    case .clash(let clashes):
      clashes.count == 1
        ? "Both changed a key" : "Both changed \(clashes.count) keys: \(clashes.place) of \(clashes.count)"
    case .extended: "Where should the values go?"
    case .overwrite: "The file exists"
    case .recover: "Unsaved changes were kept"
    case .unreadable: "Kept changes cannot be read"
    }
  }

  /// What there is to know before one answers.
  func lines(in state: State) -> [String] {
    switch self {
    case .quit:
      [
        state.isLost
          ? "The file is gone or no longer a profile: what is here is all there is of it."
          : "The profile has changes that are not saved."
      ]
        + (state.keepingFailure.map { ["They cannot be kept either: \($0)"] } ?? [])
    case .reload:
      state.theirs == nil
        ? ["Your changes are not saved; undo brings them back."]
        : [
          "Somebody saved another version since it was read here.",
          "Your changes are not saved; merging keeps them, and undo brings them back.",
        ]
    case .changedOnDisk(nil):
      ["The file is gone or no longer a profile. Nothing has been written."]
    case .clash(let clashes):
      [clashes.first.path, "was \(clashes.first.base.shown)."]
    case .extended(let files):
      ["Some of them are set in \(files.joined(separator: ", ")), which other profiles may extend too."]
    case .changedOnDisk:
      ["Somebody saved another version since it was read here.", "Nothing has been written."]
    case .overwrite(let path): ["\(path) already exists."]
    case .recover(let recovery): recovery.lines(in: state)
    case .unreadable(let reasons):
      Array(reasons.prefix(4)) + (reasons.count > 4 ? ["and \(reasons.count - 4) more"] : [])
        + ["They stay where they are."]
    }
  }

  func answers(in state: State) -> [Answer] {
    switch self {
    case .quit: [Answer("Stay", .stay), Answer("Save and quit", .saveAndQuit), Answer("Quit", .quit)]
    case .reload:
      [Answer("Stay", .stay)] + (state.theirs == nil ? [] : [Answer("Merge", .merge)])
        + [Answer("Read again", .reload)]
    case .changedOnDisk(nil): [Answer("Stay", .stay), Answer("Keep mine", .keepMine)]
    case .extended:
      [
        Answer("Stay", .stay), Answer("Into this profile only", .intoProfile),
        Answer("Into the file that has them", .intoExtended),
      ]
    case .changedOnDisk:
      [
        Answer("Stay", .stay), Answer("See the difference", .showDifferences), Answer("Merge", .merge),
        Answer("Keep mine", .keepMine), Answer("Take theirs", .takeTheirs),
      ]
    case .clash(let clashes):
      [
        Answer("Mine: \(clashes.first.mine.shown)", .mine(everywhere: false)),
        Answer("Theirs: \(clashes.first.theirs.shown)", .theirs(everywhere: false)),
      ]
        + (clashes.rest == nil
          ? []
          : [
            Answer("Mine for all", .mine(everywhere: true)),
            Answer("Theirs for all", .theirs(everywhere: true)),
          ])
    case .overwrite: [Answer("Stay", .stay), Answer("Replace it", .overwrite)]
    case .recover(let recovery): recovery.answers(in: state)
    case .unreadable: [Answer("Go on", .stay)]
    }
  }
}

extension Recovery {
  /// The first few values, each with what the file has made of it meanwhile.
  fileprivate func lines(in state: State) -> [String] {
    let profile = state.profile
    let clashes = difference.clashes(with: profile)
    let shown = difference.changes.prefix(4).map { change in
      let line = "  \(change.path)  \(change.old.shown) → \(change.new.shown)"
      return clashes.contains(change) ? "\(line), but \(change.field.value(profile).shown) now" : line
    }
    let sections = difference.changes.isEmpty ? (difference.opened + difference.closed).map { "  \($0)" } : []
    let rest = difference.changes.count - shown.count
    let since =
      !clashes.isEmpty
      ? ["Theirs restores only what nobody else changed since."]
      : isOnSameFile ? [] : ["The file has changed since, and its other changes stay."]
    return ["Changes kept at \(written) were never saved:"] + shown + sections
      + (rest > 0 ? ["  and \(rest) more"] : []) + since
  }

  fileprivate func answers(in state: State) -> [Question.Answer] {
    let clashes = difference.clashes(with: state.profile)
    let restore: [Question.Answer] =
      clashes.isEmpty
      ? [.init("Restore", .restore)] : [.init("Mine", .restore), .init("Theirs", .keepTheirs)]
    return [.init("Later", .stay)] + restore + [.init("Discard", .discard)]
  }
}

extension FieldValue? {
  fileprivate var shown: String { self?.text ?? "not stated" }
}
