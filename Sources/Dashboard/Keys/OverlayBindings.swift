import Canvas
import Planning

/// The keys of what lies over a screen.
extension KeyMap {
  static let entry = KeyMap(
    "Typing a value",
    [
      Binding("Enter", "take it", "take the value", .pinned, [.enter], .accept),
      Binding("Esc", "leave it", "leave the value as it was", .pinned, [.escape], .back),
      Binding(
        "Tab", "", "take the value and go to the next screen; Shift-Tab to the one before", .helpOnly,
        [([.tab], .nextScreen(1)), ([.backTab], .nextScreen(-1))]),
      Binding(
        "Backspace", "", "delete the last character", .helpOnly, [.backspace], .erase, where: \.isLineFilled),
      Binding("Ctrl-U", "", "delete the value", .helpOnly, [.control("u")], .eraseAll, where: \.isLineFilled),
    ], isTyping: true)

  static let prompt = KeyMap(
    "Typing a line",
    [
      Binding("Enter", "take it", "take the line", .pinned, [.enter], .accept),
      Binding("Esc", "leave", "leave without it", .pinned, [.escape], .back),
      Binding(
        "Backspace", "", "delete the last character", .helpOnly, [.backspace], .erase, where: \.isLineFilled),
      Binding("Ctrl-U", "", "delete the line", .helpOnly, [.control("u")], .eraseAll, where: \.isLineFilled),
      Binding(
        "Ctrl-W", "", "delete the last word", .helpOnly, [.control("w")], .eraseWord, where: \.isLineFilled),
    ], isTyping: true)

  static let text = KeyMap(
    "Differences, words and explanations",
    [
      Binding(
        "↑↓", "scroll", "one line up or down", .pinned,
        [([.up, "k"], .select(-1)), ([.down, "j"], .select(1))], where: \.canMove),
      page, ends, find,
      Binding("Esc q", "back", "go back", .pinned, [.escape, "q", .enter], .back),
    ])

  static let palette = KeyMap(
    "Finding a key, a value or a place",
    [
      Binding(
        "↑↓", "move", "another row", .pinned,
        [([.up, .backTab], .select(-1)), ([.down, .tab], .select(1))], where: \.canMove),
      Binding(
        "PgUp PgDn", "", "a page up or down", .helpOnly,
        [([.pageUp], .scrollPage(-1)), ([.pageDown], .scrollPage(1))], where: \.canMove),
      Binding(
        "Enter", "do it", "do it, or go there", .pinned, [.enter], .accept, where: { $0.choiceCount > 0 }),
      Binding("Esc", "back", "go back", .pinned, [.escape], .back),
      Binding(
        "Backspace", "", "delete the last character", .helpOnly, [.backspace], .erase, where: \.isLineFilled),
      Binding("Ctrl-U", "", "delete all words", .helpOnly, [.control("u")], .eraseAll, where: \.isLineFilled),
      Binding(
        "Ctrl-W", "", "delete the last word", .helpOnly, [.control("w")], .eraseWord, where: \.isLineFilled),
    ], isTyping: true)

  static let history = KeyMap(
    "History",
    [
      rows, page, ends,
      Binding(
        "Enter", "go there", "go back, or forward, to what it was after that", .pinned, [.enter], .accept),
      Binding("Esc q", "back", "go back, nothing changed", .pinned, [.escape, "q", "U"], .back),
    ])

  static let comparison = KeyMap(
    "Comparing A and B",
    [
      sides, swap, pin,
      Binding("w", "write", "write the comparison, or copy it", .footer, ["w"], .write),
      Binding("Enter", "why", "all differences, and what each does", .pinned, [.enter, "d"], .accept),
      Binding(
        "↑↓", "scroll", "one line up or down", .footer,
        [([.up, "k"], .select(-1)), ([.down, "j"], .select(1))], where: \.canMove),
      page, ends, screens,
      Binding("u", "undo", "undo the last change", .helpOnly, ["u"], .undo),
      Binding("Esc q", "back", "go back", .pinned, [.escape, "q", "v"], .back),
    ])

  static let chooser = KeyMap(
    "Choosing a type",
    [
      rows, page, ends,
      Binding(
        "o", "order", "types by name, fleet cost, users or spare", .footer, ["o"], .sort,
        where: { ($0.overlays.last as? Chooser)?.control == .instanceType }),
      Binding(
        "t", "rates", "what the row costs reserved and as Spot, to take a rate", .footer, ["t"], .showRates,
        where: { $0.chosenTypeWithRates != nil }),
      Binding("/", "find", "by \(TypeFilter.help)", .footer, ["/"], .find),
      Binding(
        "Enter", "choose", "choose the row", .pinned, [.enter], .accept, where: { $0.choiceCount > 0 }),
      Binding("Esc q", "back", "go back, nothing chosen", .pinned, [.escape, "q"], .back),
    ])

  static let rates = KeyMap(
    "Taking a rate",
    [
      rows, page, ends,
      Binding(
        "Enter", "take", "write its saving as the profile's own; one undo takes it back", .pinned, [.enter],
        .accept),
      Binding("Esc q", "back", "go back, nothing taken", .pinned, [.escape, "q"], .back),
    ])

  static let drift = KeyMap(
    "What AWS has",
    [
      rows, page, ends,
      Binding(
        "t Enter", "take theirs", "take the value that AWS has", .pinned, ["t", .enter], .takeTheirs,
        where: { $0.choiceCount > 0 }),
      Binding(
        "m", "keep mine", "keep the value of the profile, and leave the key out of the list", .pinned, ["m"],
        .keepMine, where: { $0.choiceCount > 0 }),
      Binding(
        "T", "take all", "take all that AWS has, as one step", .footer, ["T"], .takeAllTheirs,
        where: { $0.choiceCount > 0 }),
      Binding("Esc q", "back", "go back", .pinned, [.escape, "q"], .back),
    ])

  static let sizing = KeyMap(
    "Sizing",
    [
      Binding(
        "↑↓", "move", "users, headroom, the loss of a zone, then the types", .pinned,
        [([.up, "k", .backTab], .select(-1)), ([.down, "j", .tab], .select(1))]),
      Binding(
        "←→", "change", "one step less or more; HL ten", .pinned,
        [
          ([.left, "h"], .step(-1)), ([.right, "l"], .step(1)), ([.shiftLeft, "H"], .step(-10)),
          ([.shiftRight, "L"], .step(10)),
        ], where: { $0.control.id != .sizedTypes }),
      Binding(
        "0-9", "type", "type an exact value", .footer, digits, where: \.control.canBeTyped),
      page, ends,
      Binding(
        "o", "order", "types by cost, users carried or spare", .footer, ["o"], .sort),
      Binding("/", "find", "by \(TypeFilter.help)", .footer, ["/"], .find),
      Binding(
        "Enter", "set the fleet", "give the fleet these sizes; one undo takes them back", .pinned, [.enter],
        .accept),
      Binding("Esc q", "back", "go back, nothing changed", .pinned, [.escape, "q"], .back),
    ])

  static let horizon = KeyMap(
    "Horizon",
    [
      Binding(
        "↑↓", "move", "another month; also k j", .pinned,
        [([.up, "k"], .select(-1)), ([.down, "j"], .select(1))]),
      page, ends,
      Binding(
        "←→", "growth", "half a per cent a month less or more; HL ten times that", .pinned,
        [
          ([.left, "h"], .step(-1)), ([.right, "l"], .step(1)), ([.shiftLeft, "H"], .step(-10)),
          ([.shiftRight, "L"], .step(10)),
        ]),
      Binding("0-9", "type", "type the growth: 6, or 4..6..9", .footer, digits),
      Binding(
        "Enter", "to Plan", "plan for the users of the month; one undo takes them back", .pinned, [.enter],
        .accept),
      Binding("Esc q", "back", "go back; the growth stays as it is shown", .pinned, [.escape, "q"], .back),
    ])

  static let question = KeyMap(
    "Questions",
    [
      Binding(
        "←→", "move", "another answer", .pinned,
        [
          ([.left, "h", .backTab, .up, "k"], .select(-1)), ([.right, "l", .tab, .down, "j"], .select(1)),
        ], where: \.canMove),
      Binding("Enter", "choose", "take the answer", .pinned, [.enter, " "], .accept),
      Binding("Esc", "stay", "stay, nothing done", .pinned, [.escape, "q"], .back),
    ])
}
