import Canvas
import Planning
import Storm
import Testing

@testable import Dashboard

@Suite struct `A storm of events` {
  @Test(arguments: 1...4)
  func `leaves the dashboard sound after each of them`(seed: Int) throws {
    var storm = Storm(seed: seed)
    try storm.blow(events: 300)
  }
}

@Suite struct `Whatever lies over a screen` {
  static let overlays: [any Overlay] =
    [
      Palette(of: .keys, in: .guide()), Palette(of: .everything, in: .guide()), ShownHistory(in: .guide()),
      ShownWords(screen: .plan), ShownComparison(), ShownRule(id: "HR102"), ShownDifferences(),
      ShownDetail(detail: .wall(.compute)),
      ShownDetail(detail: .cost(nil)), Chooser(control: .region, selected: 0),
      Chooser(control: .poolMode, selected: 1),
      RateChooser(
        type: "c6i.2xlarge", offers: PriceBook("us-east-1")?.rates(ofInstance: "c6i.2xlarge")?.offers ?? []),
      SizingForm(for: State.guide().profile),
      Prompt(purpose: .find, text: "vcpu"), Prompt(purpose: .saveAs, text: "fleet.yaml"),
      Prompt(purpose: .write(State.guide().exported.0), text: ""),
    ] + questions.map(Asked.init)

  private static let questions: [Question] = [
    .quit, .reload, .changedOnDisk(nil), .changedOnDisk(State.guide().document), .extended(["base.yaml"]),
    .overwrite(path: "fleet.yaml"), .recover(recovery), .clash(clashes),
  ]

  private static let clashes = KeyClashes(
    (1...3).map { count in
      KeyClash(
        path: "compute.instances.min", base: .count(25), mine: .count(25 + count), theirs: .count(30 + count))
    })

  private static let recovery = {
    let guide = State.guide().profile
    var edited = guide
    edited.compute.instances = InstanceCounts(min: 30, desired: 60, max: 120)
    return Recovery(
      name: "left.yaml", written: "2026-11-26 10:41 UTC",
      difference: ProfileDifference(from: guide, to: edited), isOnSameFile: false)
  }()

  @Test(arguments: overlays)
  func `takes every message and stays sound`(overlay: any Overlay) {
    let ends: [Message] = [.selectEnd(.first), .selectEnd(.last), .stepToEnd(.first), .stepToEnd(.last)]
    let counted = [-1000, -3, -1, 1, 3, 1000].flatMap { count -> [Message] in
      [.select(count), .scrollPage(count), .step(count), .nextScreen(count)]
    }
    let others: [Message] = [
      .type("x"), .paste("x\ny"), .erase, .eraseWord, .eraseAll, .accept, .undo, .redo, .settle, .goToSubject,
      .applyFix,
      .switchBasis, .edit, .restoreValue, .showPalette, .showWords, .showHistory, .nextTheme, .sort,
      .showRates, .pin, .turn(.a), .turn(.b), .swap, .compare, .editFile, .copySentence, .copyJustification,
      .loseZone, .zoom(1), .nextMoment, .nextRemedy, .lookAhead, .showDrift, .readAWS, .takeTheirs,
      .takeAllTheirs,
      .keepMine, .backdrop(.light), .dead("9"), .showDifferences, .size, .showHelp, .find, .back, .close,
      .redraw, .save, .saveAs,
      .reload,
      .copy, .copyAll, .write, .suspend, .resize(Size(300, 100)), .resize(Size(1, 1)), .changedOnDisk(nil),
      .readToMerge(State.guide().document),
      .alreadyExists(path: "other.yaml"), .found([Self.recovery], unreadable: []), .kept(failure: "no room"),
      .changedBeside(nil, reason: "gone"), .changedBeside(State.guide().document),
      .edited(State.guide().document),
      .did("it"), .failed("no room"), .terminate,
    ]
    let start = State.guide(over: overlay)
    for message in ends + counted + others + Screen.allCases.map(Message.open) {
      var state = start
      _ = state.update(message)
      #expect(state.flaw == nil, "\(message)")
    }
  }

  @Test(arguments: overlays)
  func `takes the mouse everywhere and stays sound`(overlay: any Overlay) {
    let actions: [MouseEvent.Action] = [.wheelUp, .wheelDown, .press, .drag, .release]
    let start = State.guide(over: overlay)
    for (turn, y) in [-1, 1, 11, 13, 24].enumerated() {
      var state = start
      for x in [80, 15 * turn, 40] {
        for action in actions { _ = state.update(.mouse(MouseEvent(action, at: Point(x, y)))) }
      }
      #expect(state.flaw == nil, "row \(y)")
    }
  }

  @Test func `the wheel goes around the answers of a question in both directions`() {
    var state = State.guide()
    state.press(.right, "r")
    for action in [MouseEvent.Action.wheelUp, .wheelUp, .wheelDown, .wheelDown, .wheelDown] {
      _ = state.update(.mouse(MouseEvent(action, at: Point(40, 12))))
      #expect(state.flaw == nil)
    }
    #expect(state.isUnsaved)
  }
}

extension State {
  private static let stepped = {
    var state = State.guide()
    state.press(.right)
    return state
  }()

  /// The guide with one step made, and something over it.
  fileprivate static func guide(over overlay: any Overlay) -> State {
    var state = stepped
    state.overlays.append(overlay)
    return state
  }

  fileprivate var document: Document {
    Document(profile: profile, provenance: saved.provenance, path: "fleet.yaml", name: "fleet.yaml")
  }
}
