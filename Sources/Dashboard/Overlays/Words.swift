import Canvas
import Planning
import Typography

/// What the words and signs of a screen mean.
struct ShownWords: TextOverlay {
  let screen: Screen
  var offset = 0

  func title(in state: State) -> String { "What the words mean" }

  func lines(in state: State, width: Int) -> [[Span]] {
    let words = words
    let names = words.map(\.0.displayWidth).max() ?? 0
    return words.flatMap { name, meaning in
      meaning.wrapped(to: max(10, width - names - 4)).enumerated().map { row, line in
        [Span("  " + (row == 0 ? name : "").padded(to: names), .title), Span("  \(line)")]
      }
    }
  }

  /// Of the screen at hand first, then of the others.
  private var words: [(String, String)] {
    let own = Self.words.filter { $0.screens.contains(screen) }
    return (own + Self.words.filter { !$0.screens.contains(screen) }).map { ($0.name, $0.meaning) }
  }

  private struct Word: Sendable {
    let name: String
    let meaning: String
    let screens: [Screen]

    init(_ name: String, _ meaning: String, _ screens: Screen...) {
      self.name = name
      self.meaning = meaning
      self.screens = screens
    }
  }

  private static let words: [Word] =
    [
      Word("min", "the smallest size of the group of instances", .plan, .walls, .day),
      Word("desired", "the size that the group starts at", .plan, .walls, .day),
      Word("max", "the largest size that the group may grow to", .plan, .walls, .day),
      Word("headroom", "users above the target that are still carried, in per cent of it", .plan, .walls),
      Word("wall", "the number of users at which one part of the fleet carries no more", .plan, .walls),
      Word(
        "\u{7E}",
        "assumed: a guess that nobody chose, or what rests on one; a wall so marked decides nothing", .plan,
        .walls, .cost, .day),
      Word("6d", "measured six days ago, by the comment behind the value", .plan, .day),
    ]
    + CostColumn.allCases.map { Word($0.rawValue, $0.meaning, .plan, .cost) } + [
      Word("quoted", "what the profile's quotes say, never added to list prices", .plan, .cost),
      Word("list", "what AWS asks publicly in the Region", .plan, .cost),
      Word("×", "how many times the quote the list price is", .plan, .cost),
      Word("needs", "what the fleet at max takes of a limit of the account", .quotas, .plan),
      Word("limit", "what the account has, or the default of a new one", .quotas, .plan),
      Word("request", "what to ask for: the need, and a tenth more where the fleet grows", .quotas, .plan),
      Word("turned away", "requests that came while every instance was busy", .day),
      Word("target", "CPU per cent that target tracking keeps", .day),
      Word("P5 P50 P95", "what the cost stays below in 5, 50 and 95 of 100 draws of every range", .day),
      Word("A", "what the fleet is held against: the saved one, or the pinned one", .plan, .cost, .walls),
      Word("B", "the fleet that the sliders move", .plan, .cost, .walls),
      Word("○ on a slider", "where A stands", .plan, .day),
      Word("•", "differs from A", .plan),
    ]
}
