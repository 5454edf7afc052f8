/// One thing that people turn: a value of the profile, of the day that is played, or of a form.
struct Control: Sendable, Identifiable {
  let id: ID

  /// The label beside it.
  let name: String

  /// What it is for, as a phrase that begins a sentence.
  let meaning: String

  /// The value of the profile that it sets; nil for what is the dashboard's own.
  var setting: Setting?

  /// How its row shows it.
  let reading: @Sendable (State) -> Reading
  let turn: @Sendable (inout State, Turn) -> Void

  /// What Enter and a typed digit do.
  let entering: Entering

  struct ID: Hashable, Sendable {
    let name: String

    init(_ name: String) { self.name = name }
  }

  /// A value as people see it.
  struct Reading: Equatable, Sendable {
    var text: String

    /// The value with every digit; nil where the text has them all.
    var exact: String?

    /// Whether it differs from the saved one.
    var isChanged = false

    /// Whether nobody said it or measured it.
    var isGuess = false
    var place: Place
  }

  /// What stands beside a value.
  enum Place: Equatable, Sendable {
    /// A track with the value on it at 0 to 1 or beyond, A's value, the one that AWS has, and the ends of a range.
    case track(Double, saved: Double? = nil, live: Double? = nil, range: ClosedRange<Double>? = nil)

    /// What a word brings, the longest remark first.
    case word([String])

    /// What the arrows do.
    case arrows(String)
  }

  enum Turn: Equatable, Sendable {
    case steps(Int)
    case end(Message.End)

    /// To a place along the track, 0 to 1.
    case place(Double)
    case word(String)
  }

  enum Entering: Sendable {
    /// A text is typed; it is taken, or what it should be is said.
    case text(@Sendable (inout State, String) -> String?)

    /// One of these words is chosen from a list.
    case choice([String])

    /// The next value comes.
    case step
    case nothing
  }

  var canBeTyped: Bool { if case .text = entering { true } else { false } }
  var choices: [String] { if case .choice(let words) = entering { words } else { [] } }
}
