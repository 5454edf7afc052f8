import Canvas
import Planning
import Testing

@testable import Dashboard

@Suite struct `A paste` {
  @Test func `is nothing where no text is asked for`() {
    var state = State.guide()
    state.press(.right)
    for overlay in [nil] + `Whatever lies over a screen`.overlays.map(Optional.some) {
      var state = state
      if let overlay { state.overlays.append(overlay) }
      if overlay?.line != nil { continue }
      #expect(state.message(for: .paste("q\nlll5")) == nil)
    }
  }

  @Test func `is typed into a value as far as its first line is plain`() {
    var state = State.guide()
    state.press("=", "6")
    state.paste("\u{1B}[31m0\t\u{202E}\nq\n")
    #expect(state.entry?.text == "6[31m0")
    state.press(.control("u"))
    state.paste("70")
    state.press(.enter)
    #expect(state.profile.fleet == [25, 70, 100])
    state.press("=", "1")
    state.paste(String(repeating: "2", count: 5000))
    #expect(state.entry?.text.count == Entry.limit)
  }

  @Test func `is typed into a line, within its limit`() {
    var state = State.guide()
    state.press("S", .control("u"))
    state.paste("some folder/é 東.yaml\r\nrm")
    #expect(state.overlays.last as? Prompt == Prompt(purpose: .saveAs, text: "some folder/é 東.yaml"))
    state.press(.escape, "/")
    state.paste(String(repeating: "ab", count: 5000))
    #expect(state.filter == String(repeating: "ab", count: 50))
  }

  @Test func `is typed into the entry of a form`() {
    var state = State.guide()
    state.press("z", "4")
    state.paste("00k\n\n")
    state.press(.enter)
    #expect(state.sizingForm?.target.users == 400_000)
  }

  @Test func `is nothing on a screen that is too small to be seen`() {
    var state = State.guide()
    state.press("S")
    _ = state.update(.resize(Size(10, 5)))
    #expect(state.message(for: .paste("x")) == nil)
  }
}

@Suite struct `Keys that mean the same wherever one is` {
  @Test(arguments: `Whatever lies over a screen`.overlays)
  func `Control L draws again over everything`(overlay: any Overlay) {
    var state = State.guide()
    state.overlays.append(overlay)
    #expect(state.press(.control("l")) == [.redraw])
    #expect(state.overlays.count == 1 && overlay.equals(state.overlays[0]))
  }

  @Test func `Control L draws again while one types, and on a screen that is too small`() {
    var state = State.guide()
    state.press("=", "6")
    #expect(state.press(.control("l")) == [.redraw])
    #expect(state.entry?.text == "6")
    _ = state.update(.resize(Size(10, 5)))
    #expect(state.press(.control("l")) == [.redraw])
  }

  @Test(arguments: Screen.allCases)
  func `Control S saves on every screen`(screen: Screen) {
    var state = State.guide()
    state.press(.right)
    _ = state.update(.open(screen))
    #expect(state.press(.control("s")) == [.save(state.profile, into: .whereItStands, over: false)])
  }

  @Test(arguments: `Whatever lies over a screen`.overlays)
  func `Control S does nothing below what is asked`(overlay: any Overlay) {
    var state = State.guide()
    state.press(.right)
    state.overlays.append(overlay)
    #expect(state.press(.control("s")) == [])
    #expect(state.overlays.count == 1 && overlay.equals(state.overlays[0]))
  }
}

extension State {
  fileprivate mutating func paste(_ text: String) {
    var events = [Event.paste(text)][...]
    _ = update(&events)
  }
}
