import Canvas
import Planning

extension KeyMap {
  /// Keys of every screen.
  static let everywhere: [Binding] = [
    screens,
    Binding(
      "Tab", "", "next screen; Shift-Tab the one before", .helpOnly,
      [([.tab], .nextScreen(1)), ([.backTab], .nextScreen(-1))]),
    Binding(
      "z", "size", "size the fleet for users, headroom and the loss of a zone", .footer, ["z"], .size),
    pin,
    Binding(
      "v", "compare", "compare with A: the saved fleet, the pinned one, or another file", .footer, ["v"],
      .compare, where: \.canCompare),
    sides,
    Binding(
      "u", "undo", "undo the last change; a held key or a drag is one", .pinned, ["u"], .undo,
      where: \.history.canUndo),
    Binding(
      "Ctrl-R", "", "redo what was undone", .helpOnly, [.control("r")], .redo,
      where: { $0.history.undoneCount > 0 }),
    Binding(
      "U", "", "the history: what each change did, and back to any of them", .helpOnly, ["U"], .showHistory),
    Binding(
      "s", "save", "save in place; everything else in the file stays as it is", .pinned, ["s"], .save,
      where: \.canSave),
    Binding("S", "", "save under another name", .helpOnly, ["S"], .saveAs),
    Binding(
      "r", "", "read the file again; a change on disk is read by itself where nothing is unsaved", .helpOnly,
      ["r"], .reload, where: { $0.path != nil }),
    Binding(
      "e", "edit", "open the file in $EDITOR at the line of what is selected, and read it again", .footer,
      ["e"],
      .editFile, where: { $0.path != nil }),
    Binding(
      "d", "differences", "all differences to the saved profile, to A, or to what is on disk", .footer, ["d"],
      .showDifferences, where: \.hasDifferences),
    Binding(
      "a", "AWS", "what AWS has, key by key", .footer, ["a"], .showDrift, where: { $0.live != nil }),
    Binding(
      "R", "", "read what AWS has by the AWS CLI, and lay it beside the profile; it asks first", .helpOnly,
      ["R"], .readAWS),
    Binding(
      "m", "measure", "what to measure next about the row, and what it would settle in dollars and users",
      .helpOnly, ["m"], .showMeasurements),
    Binding(
      "y", "", "copy what is selected as a sentence with its source (OSC 52)", .helpOnly, ["y"],
      .copySentence,
      where: { $0.sentence != nil }),
    Binding("w", "", "write what is on the screen into a file, or copy it", .helpOnly, ["w"], .write),
    find,
    Binding(
      ": Ctrl-P", "commands",
      "find and do anything: a key, a value, a wall, a cost, a quota, a rule, a Region", .pinned,
      [":", .control("p")], .showPalette),
    Binding("?", "help", "find a key by what it does", .pinned, ["?"], .showHelp),
    Binding("i", "", "what the words on the screen mean", .helpOnly, ["i"], .showWords),
    Binding("T", "", "the next theme, which is remembered", .helpOnly, ["T"], .nextTheme),
    Binding("q", "quit", "quit; asks only when something is not saved", .pinned, ["q"], .close),
    Binding(
      "Esc", "", "go back one step; it never quits", .helpOnly, [.escape], .back, where: \.canGoBack),
    Binding(
      "Ctrl-S", "", "save in place too", .helpOnly, [.control("s")], .save,
      where: \.canSave),
    redraw,
    Binding("Ctrl-Z", "", "suspend; fg comes back", .helpOnly, [.control("z")], .suspend),
  ]

  static let pin = Binding(
    "p", "pin", "pin the fleet as A: sliders, bars and figures are held against it; again lets go", .footer,
    ["p"],
    .pin)
  static let sides = Binding(
    "A B", "", "let the sliders move A, or B", .helpOnly, [(["A"], .turn(.a)), (["B"], .turn(.b))])
  static let swap = Binding("x", "swap", "A and B take each other's place", .pinned, ["x"], .swap)

  /// The one key that also means the same in whatever lies over a screen.
  static let redraw = Binding(
    "Ctrl-L", "", "draw the screen again; here and in whatever lies over it", .helpOnly, [.control("l")],
    .redraw)

  static let sliders: [Binding] = [
    Binding(
      "←→", "change", "one step less or more; also h l", .pinned,
      [([.left, "h"], .step(-1)), ([.right, "l"], .step(1))]),
    Binding(
      "HL", "by 10", "ten steps less or more; also Shift-arrows", .footer,
      [([.shiftLeft, "H"], .step(-10)), ([.shiftRight, "L"], .step(10))]),
    Binding(
      "= Enter", "type", "type an exact value: 60, 250k, 1.5M, 0.2..0.3; or choose from a list", .pinned,
      [(["="], .edit), ([.enter], .accept)]),
    Binding(
      "Backspace", "", "put the value back to the saved one", .helpOnly, [.backspace], .restoreValue,
      where: \.canRestoreValue),
    Binding(
      "↑↓", "", "another slider; also k j", .helpOnly,
      [([.up, "k"], .select(-1)), ([.down, "j"], .select(1))]),
    Binding(
      "Home End", "", "the left or right end of the slider", .helpOnly,
      [([.home], .stepToEnd(.first)), ([.end], .stepToEnd(.last))]),
    Binding(
      "PgUp PgDn", "", "the first or last slider", .helpOnly,
      [([.pageUp], .selectEnd(.first)), ([.pageDown], .selectEnd(.last))]),
    Binding(
      "b", "", "quoted cost, list prices, or both", .helpOnly, ["b"], .switchBasis, where: \.hasQuotes),
  ]

  static let digits: [([Key], Message)] = "0123456789.".map { ([.character($0)], .type($0)) }

  static let list: [Binding] = [rows, page, ends, sort]

  static let rows = Binding(
    "↑↓", "move", "another row; also k j", .footer,
    [([.up, "k"], .select(-1)), ([.down, "j"], .select(1))], where: \.canMove)

  static let page = Binding(
    "PgUp PgDn", "", "a page up or down", .helpOnly,
    [([.pageUp], .scrollPage(-1)), ([.pageDown, " "], .scrollPage(1))], where: \.canMove)

  static let ends = Binding(
    "Home End", "", "the first or last row; also g G", .helpOnly,
    [([.home, "g"], .selectEnd(.first)), ([.end, "G"], .selectEnd(.last))], where: \.canMove)

  static let sort = Binding(
    "o", "sort", "sort the rows by the next thing; a press on a title does too", .footer, ["o"], .sort,
    where: { ($0.screen.list?.orders.count ?? 0) > 1 })

  static let screens = Binding(
    "1-\(Screen.allCases.count)", "screen",
    "open a screen by its number; also F1 to F\(Screen.allCases.count)",
    .pinned,
    Screen.allCases.map { screen in
      ([.character(Character("\(screen.number)")), .function(screen.number)], .open(screen))
    })

  static let lift = Binding(
    "f", "fix", "lift what breaks first, the cheapest way", .pinned, ["f"], .applyFix,
    where: { $0.plan.verdict != .holds })

  static let explain = Binding(
    "Enter", "explain", "formula, inputs and where each came from", .footer, [.enter], .accept,
    where: { $0.rowCount > 0 })
  static let months = Binding(
    "M", "months", "what runs out in which month, by when to act, and what it costs", .footer, ["M"],
    .lookAhead)
  static let commitment = Binding(
    "←→", "commit", "instances of a Savings Plan, one less or more; HL ten", .footer,
    [
      ([.left, "h"], .step(-1)), ([.right, "l"], .step(1)), ([.shiftLeft, "H"], .step(-10)),
      ([.shiftRight, "L"], .step(10)),
    ], where: { $0.derived.commitment != nil })
  static let basis = Binding(
    "b", "basis", "quoted cost, list prices, or both", .footer, ["b"], .switchBasis,
    where: \.hasQuotes)
  static let copyCommand = Binding(
    "c", "copy", "copy the command to the clipboard (OSC 52)", .pinned, ["c"], .copy,
    where: { $0.selectedCommand != nil })
  static let copyCommands = Binding(
    "C", "copy all", "copy all commands", .helpOnly, ["C"], .copyAll, where: { !$0.quotaCommands.isEmpty })
  static let copyJustification = Binding(
    "J", "justification", "copy why the selected quota is needed, to paste into the request", .footer, ["J"],
    .copyJustification, where: { $0.selectedJustification != nil })
  static let goTo = Binding(
    "→", "go to", "go to the slider that it is about; also l", .pinned, [.right, "l"], .goToSubject,
    where: { $0.subjectOfFinding != nil })
  static let fix = Binding(
    "f", "fix", "make the change that it proposes", .pinned, ["f"], .applyFix,
    where: { $0.profileWithFix != nil })
  static let find = Binding(
    "/", "find", "find by a word", .helpOnly, ["/"], .find, where: \.canBeSearched)
}
