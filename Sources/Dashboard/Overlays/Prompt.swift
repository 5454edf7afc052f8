import Canvas
import Planning
import Typography

/// A line of text that is asked for at the bottom of the screen.
struct Prompt: Overlay {
  enum Purpose: Equatable, Sendable { case find, saveAs, write(Exported), capture }

  var purpose: Purpose
  var text: String

  var keys: KeyMap { .prompt }
  var dimsWhatIsBehind: Bool { false }

  /// A path may be long, and nobody looks for more than a few words.
  var lineLimit: Int { purpose == .find ? 100 : 4096 }

  var line: String? {
    get { text }
    set { text = newValue ?? "" }
  }

  func accept(in state: inout State) -> [Effect] {
    if case .write(let exported) = purpose { return [.export(exported, path: text)] }
    guard !text.isEmpty else {
      state.quitsAfterSaving = false
      return []
    }
    switch purpose {
    case .find: return []
    case .saveAs:
      state.savePlace = .profileItself
      return [.saveAs(state.profile, path: text, over: false)]
    case .capture: return [.capture(folder: text, region: state.plan.profile.region)]
    case .write: return []
    }
  }

  func back(in state: inout State) -> [Effect] {
    state.quitsAfterSaving = false
    if purpose == .find { state.find("") }
    return []
  }

  func paint(for state: State, on frame: inout Frame, over area: Rect, footer: Rect) {
    paintRemark(for: state, on: &frame.canvas, above: footer)
    frame.canvas.fill(footer)
    let start = frame.canvas.put("\(purpose.label): ", at: footer.origin, .focus)
    let room = max(1, footer.right - start - 1)
    var text = text.printable
    while text.displayWidth > room { text.removeFirst() }
    let end = frame.canvas.put(text, at: Point(start, footer.y))
    frame.canvas.cursor = Point(end, footer.y)
  }

  /// Above the line that is typed, since the notices' place is taken by it.
  private func paintRemark(for state: State, on canvas: inout Canvas, above footer: Rect) {
    guard let remark = purpose.remark(in: state) else { return }
    let lines = remark.wrapped(to: max(10, footer.width))
    for (row, line) in lines.enumerated() {
      let place = Rect(x: footer.x, y: footer.y - lines.count + row, width: footer.width)
      canvas.fill(place)
      canvas.put(line, in: place)
    }
  }

  func flaw(in state: State) -> String? {
    text.utf8.count > lineLimit ? "a line of \(text.utf8.count) bytes is typed" : nil
  }
}

extension Prompt.Purpose {
  /// What has to be known before the line is taken; nil where nothing has.
  fileprivate func remark(in state: State) -> String? { self == .capture ? state.wordsOfCapture : nil }

  fileprivate var label: String {
    switch self {
    case .find: "find"
    case .saveAs: "save as"
    case .write(let exported): "write \(exported.title) to (empty: the clipboard)"
    case .capture: "run the AWS CLI, reads only, into"
    }
  }
}
