import Canvas
import Exports
import Typography

/// A line of text that is asked for at the bottom of the screen.
struct Prompt: Overlay {
  enum Purpose: Equatable, Sendable { case find, saveAs, writeCommands }

  var purpose: Purpose
  var text: String

  var keys: KeyMap { .prompt }

  /// Bytes that the line may have: a path may be long, and nobody looks for more than a few words.
  private var limit: Int { purpose == .find ? 100 : 4096 }

  mutating func type(_ character: Character) {
    if text.utf8.count + character.utf8.count <= limit { text.append(character) }
  }

  func accept(in state: inout State) -> [Effect] {
    guard !text.isEmpty else {
      state.quitsAfterSaving = false
      return []
    }
    switch purpose {
    case .find: return []
    case .saveAs:
      state.savePlace = .profileItself
      return [.saveAs(state.profile, path: text, over: false)]
    case .writeCommands: return [.write(QuotaScript(state.plan).text, path: text)]
    }
  }

  func back(in state: inout State) -> [Effect] {
    state.quitsAfterSaving = false
    if purpose == .find { state.find("") }
    return []
  }

  func paint(for state: State, on frame: inout Frame, over area: Rect, footer: Rect) {
    frame.canvas.fill(footer)
    let start = frame.canvas.put("\(purpose.label): ", at: footer.origin, .focus)
    let room = max(1, footer.right - start - 1)
    var text = text.printable
    while text.displayWidth > room { text.removeFirst() }
    let end = frame.canvas.put(text, at: Point(start, footer.y))
    frame.canvas.cursor = Point(end, footer.y)
  }

  func flaw(in state: State) -> String? {
    text.utf8.count > limit ? "a line of \(text.utf8.count) bytes is typed" : nil
  }
}

extension Prompt.Purpose {
  fileprivate var label: String {
    switch self {
    case .find: "find"
    case .saveAs: "save as"
    case .writeCommands: "write the commands to"
    }
  }
}
