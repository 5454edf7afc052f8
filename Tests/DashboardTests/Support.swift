import Canvas
import Files
import Foundation
import Planning
import Testing

@testable import Dashboard

extension State {
  private static let opened = State(
    Document(
      profile: BuiltInGuide.loaded.profile, provenance: BuiltInGuide.loaded.provenance,
      path: "fleets/production-250k.yaml", name: BuiltInGuide.loaded.name), facts: .builtIn,
    size: Size(80, 24), look: Look(theme: Theme(.standard), glyphs: .unicode))

  /// The guide in a file of its own, on a screen of a size; what is computed of it is computed once for all tests.
  static func guide(
    _ width: Int = 80, _ height: Int = 24, theme: Theme.Name = .standard, glyphs: Glyphs = .unicode
  ) -> State {
    var state = opened
    state.size = Size(width, height)
    state.look = Look(theme: Theme(theme), glyphs: glyphs)
    state.derive()
    return state
  }

  /// The guide with something changed in it, in a file or in none, as it is opened on a day.
  static func guide(
    path: String?, today: Day? = nil, size: Size = Size(80, 24), glyphs: Glyphs = .unicode,
    _ change: (inout Profile) -> Void
  ) -> State {
    let guide = BuiltInGuide.loaded
    var profile = guide.profile
    change(&profile)
    return State(
      Document(profile: profile, provenance: guide.provenance, path: path, name: guide.name), facts: .builtIn,
      today: today, size: size, look: Look(theme: Theme(.standard), glyphs: glyphs))
  }

  /// Presses keys one after the other and returns every effect that was asked for.
  @discardableResult
  mutating func press(_ keys: Key...) -> [Effect] {
    keys.flatMap { key in message(for: .key(key)).map { update($0) } ?? [] }
  }

  mutating func focus(on control: Control.ID) { focusedControl = control }

  var rows: [String] { frame.canvas.rows.map(\.trimmed) }

  /// The screen, then for each of its cells a letter for its style, then what each letter stands for.
  var styledRows: [String] {
    let canvas = frame.canvas
    var letters: [Style: Character] = [.plain: " "]
    var legend: [String] = []
    let styles = (0..<canvas.size.height).map { y in
      String(
        (0..<canvas.size.width).map { x in
          let style = canvas[x, y].style
          if let letter = letters[style] { return letter }
          let letter = Character(Unicode.Scalar(UInt8(ascii: "a") + UInt8(legend.count)))
          letters[style] = letter
          legend.append("\(letter)  \(style.words)")
          return letter
        })
    }
    return rows + styles.map(\.trimmed) + legend
  }
}

extension Style {
  /// `cyan bold`, as one would say it.
  fileprivate var words: String {
    let names: [(Attributes, String)] = [
      (.bold, "bold"), (.dim, "dim"), (.reverse, "reverse"), (.underline, "underline"),
    ]
    let colours = background == .standard ? ["\(foreground)"] : ["\(foreground) on \(background)"]
    return (colours + names.filter { attributes.contains($0.0) }.map(\.1)).joined(separator: " ")
  }
}

extension String {
  /// Without spaces at its end.
  fileprivate var trimmed: String { String(reversed().drop { $0 == " " }.reversed()) }
}

extension Profile {
  var fleet: [Int] { FleetSize.allCases.map { compute.instances[$0] } }
}

/// Whether what is drawn is to be kept instead of compared.
let isRecording = ProcessInfo.processInfo.environment["HEADROOM_RECORD_SNAPSHOTS"] == "1"

/// Compares a drawn screen with `Screens/<name>.txt`.
///
/// To record the screens anew, run the tests with `HEADROOM_RECORD_SNAPSHOTS=1`: every file that differs is written, and its test
/// fails, so that nobody takes a recording for a check. Then read the difference in git.
func expectScreen(
  _ state: State, _ name: String, rows: [String]? = nil, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Screens/\(name).txt")
  let drawn = (rows ?? state.rows).joined(separator: "\n") + "\n"
  let expected = try? String(contentsOf: file, encoding: .utf8)
  guard drawn != expected else { return }
  if isRecording {
    try drawn.write(to: file, atomically: true, encoding: .utf8)
    Issue.record("recorded \(name).txt", sourceLocation: sourceLocation)
  } else {
    Issue.record(
      "the screen differs from \(name).txt; it is now:\n\(drawn)", sourceLocation: sourceLocation)
  }
}
