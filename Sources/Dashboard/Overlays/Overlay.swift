import Planning

/// What lies over a screen until it is closed; the last one opened has the keys.
enum Overlay: Equatable, Sendable {
  /// The keys that have these words, or all of them.
  case help(offset: Int, filter: String)
  /// What differs from the saved profile, or from another document.
  case differences(from: Document?, offset: Int)
  case detail(Detail, offset: Int)
  case chooser(Chooser)
  case sizing(SizingForm)
  case prompt(Prompt)
  case question(Question, selected: Int)

  var isHelp: Bool { if case .help = self { true } else { false } }
}

/// The list of words for one control.
struct Chooser: Equatable, Sendable {
  var control: Control.ID
  var selected: Int
}

/// The row of a list whose whole story is told.
enum Detail: Equatable, Sendable {
  case wall(Wall.ID)

  /// A line of the bill, or the totals.
  case cost(CostLine.ID?)
  case quota(QuotaFact.ID)
  case finding(Finding)
}

/// A line of text that is asked for at the bottom of the screen.
struct Prompt: Equatable, Sendable {
  enum Purpose: Equatable, Sendable { case find, saveAs, writeCommands }

  var purpose: Purpose
  var text: String

  /// Bytes that the line may have: a path may be long, and nobody looks for more than a few words.
  var limit: Int { purpose == .find ? 100 : 4096 }

  mutating func type(_ character: Character) {
    if text.utf8.count + character.utf8.count <= limit { text.append(character) }
  }
}
