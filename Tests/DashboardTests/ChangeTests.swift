import Canvas
import Planning
import Testing

@testable import Dashboard

/// What a key changes, and that nothing else does.
@Suite struct `A key` {
  /// Places to press keys in, each with what somebody did before.
  private static let contexts: [(name: String, make: @Sendable () -> State)] = [
    ("as it was opened", { .guide() }),
    ("after a step", { .guide(after: [.right]) }),
    ("after an undo", { .guide(after: [.right, "u"]) }),
    ("with another fleet pinned", { .guide(after: ["p", .right]) }),
    ("in a program that has no file", { .guide(path: nil) { _ in } }),
    (
      "where no price is known and nothing is quoted",
      {
        .guide(path: "fleet.yaml") { profile in
          profile.compute.instanceType = "x9z.odd"
          profile.quotes = Quotes()
        }
      }
    ),
    ("where the fleet holds", { .guide(path: "fleet.yaml") { $0.demand.concurrentUsers = 1000 } }),
  ]

  @Test(arguments: Screen.allCases)
  func `of a screen does something where it says so, and elsewhere nothing`(screen: Screen) {
    var state = State.guide(after: [.right])
    _ = state.update(.open(screen))
    let bindings = state.keys.bindings
    expectKeysToKeepTheirWord(
      in: state, "\(screen)", of: screen == .plan ? bindings : bindings.filter(\.isLight))
    guard screen.list != nil else { return }
    let ofRows = screen.keys.own + bindings.filter { ["e", "y"].contains($0.label) }
    state.press(.end)
    expectKeysToKeepTheirWord(in: state, "\(screen), on the last row", of: ofRows)
    state.press("/", "z", "z", "z", .enter)
    expectKeysToKeepTheirWord(in: state, "\(screen), with nothing found", of: ofRows)
  }

  @Test(arguments: contexts.indices, [Screen.plan, .cost])
  func `does something where it says so whatever was done before`(context: Int, screen: Screen) {
    var state = Self.contexts[context].make()
    _ = state.update(.open(screen))
    let bindings = state.keys.bindings.filter(\.isLight)
    expectKeysToKeepTheirWord(in: state, "\(screen), \(Self.contexts[context].name)", of: bindings)
  }

  @Test func `of a slider does something where it says so, and elsewhere nothing`() {
    for (screen, controls) in [
      (Screen.plan, State.guide().profileControls), (.day, Screen.day.ownControls(.guide())),
    ] {
      var state = State.guide()
      _ = state.update(.open(screen))
      for control in controls {
        state.focus(control.id)
        expectKeysToKeepTheirWord(
          in: state, "\(control.name)", of: KeyMap.sliders.filter { $0.label != "HL" && $0.label != "b" })
      }
    }
  }

  @Test(arguments: `Whatever lies over a screen`.overlays.indices)
  func `of what lies over a screen does something where it says so, and elsewhere nothing`(index: Int) {
    let overlay = `Whatever lies over a screen`.overlays[index]
    var state = State.guide(after: [.right])
    state.overlays.append(overlay)
    state.derive()
    expectKeysToKeepTheirWord(in: state, "\(type(of: overlay))", of: state.keys.bindings.filter(\.isLight))
  }

  @Test func `of a value that is typed does something where it says so, and elsewhere nothing`() {
    var state = State.guide()
    state.press("=")
    expectKeysToKeepTheirWord(in: state, "nothing typed yet")
    state.press("6", "0")
    expectKeysToKeepTheirWord(in: state, "60 typed")
  }

  private func expectKeysToKeepTheirWord(in state: State, _ place: String, of bindings: [Binding]? = nil) {
    for binding in bindings ?? state.keys.bindings {
      var works = false
      for stroke in binding.strokes {
        var after = state
        let effects = after.update(stroke.message)
        let changed = after.changes(since: state)
        works = works || !effects.isEmpty || !changed.isEmpty
        let others = changed.subtracting(stroke.message.mayChange)
        #expect(others.isEmpty, "\(place): \(binding.label) changes \(others.sorted()) too")
      }
      #expect(works == binding.isUseful(state), "\(place): \(binding.label), \(binding.help)")
    }
  }
}

extension Binding {
  /// Whether nothing is searched or told anew when it is pressed: what is open then has tests of its own.
  fileprivate var isLight: Bool {
    strokes.allSatisfy { stroke in
      switch stroke.message {
      case .size, .showMeasurements, .lookAhead, .showPalette, .showHelp, .showHistory, .open, .nextScreen:
        false
      default: true
      }
    }
  }
}

extension State {
  static func guide(after keys: [Key]) -> State {
    var state = State.guide()
    for key in keys { state.press(key) }
    _ = state.update(.settle)
    return state
  }

  /// The names of all that it remembers otherwise than another state, but for what was said last.
  func changes(since before: State) -> Set<String> {
    let pairs = zip(Mirror(reflecting: self).children, Mirror(reflecting: before).children)
    let changed = pairs.compactMap { now, then in
      areEqual(now.value, then.value) ? nil : now.label?.trimmingPrefix("_").description
    }
    return Set(changed).subtracting(["notice"])
  }
}

/// Whether two members are the same; every member of a state can say that, but for one that has no value.
private func areEqual(_ one: Any, _ other: Any) -> Bool {
  guard let one = one as? any Equatable else {
    return Mirror(reflecting: one).children.isEmpty && Mirror(reflecting: other).children.isEmpty
  }
  return one.equals(other)
}

extension Equatable {
  fileprivate func equals(_ other: Any) -> Bool { self == other as? Self }
}

extension Message {
  /// The members of a state that it is about.
  fileprivate var mayChange: Set<String> {
    let value: Set<String> = ["profile", "history", "computed"]
    switch self {
    case .open: return ["screen", "overlays", "filter"]
    case .nextScreen: return value.union(["screen", "overlays", "filter", "entry"])
    case .select, .selectEnd, .scrollPage:
      return ["selectedRows", "ownFocus", "focusedControl", "overlays"]
    case .edit: return value.union(["entry", "overlays", "day"])
    case .step, .stepToEnd: return value.union(["day", "overlays"])
    case .restoreValue, .undo, .redo, .takeTheirs, .takeAllTheirs: return value
    case .type, .erase, .eraseWord, .eraseAll: return ["entry", "overlays", "filter"]
    case .accept:
      return value.union([
        "entry", "overlays", "day", "filter", "screen", "selectedRows", "focusedControl", "ownFocus", "spare",
        "kept",
        "look", "savePlace", "quitsAfterSaving",
      ])
    case .zoom, .nextMoment, .nextRemedy, .loseZone: return ["day", "computed"]
    case .goToSubject: return ["screen", "overlays", "filter", "focusedControl", "ownFocus"]
    case .applyFix: return value.union(["day"])
    case .switchBasis: return ["basis"]
    case .showDifferences, .showDrift, .showMeasurements, .size, .lookAhead, .showHelp, .showPalette,
      .showWords,
      .showHistory, .find, .showRates, .compare, .write, .saveAs, .close, .readAWS:
      return ["overlays"]
    case .nextTheme: return ["look"]
    case .sort: return ["orders", "selectedRows", "overlays"]
    case .back: return ["entry", "overlays", "filter", "screen", "computed"]
    case .pin: return ["scenarios"]
    case .turn, .swap: return value.union(["scenarios"])
    case .keepMine: return ["keptKeys"]
    case .save: return ["overlays", "quitsAfterSaving", "savePlace"]
    case .editFile, .reload, .suspend: return ["kept", "overlays"]
    case .redraw, .copy, .copyAll, .copyJustification, .copySentence: return []
    default: return []
    }
  }
}
