import Dashboard
import Foundation
import Testing

@Suite struct `The README` {
  /// Recording the screens anew, as `expectScreen` describes, also puts the table of keys into the README.
  @Test func `its table of keys is made from the bindings`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../README.md")
      .standardizedFileURL
    let readme = try String(contentsOf: file, encoding: .utf8)
    guard !readme.contains(KeyMap.markdown) else { return }
    if isRecording {
      let heading = String(try #require(KeyMap.markdown.split(separator: "\n").first))
      let start = try #require(readme.range(of: heading)).lowerBound
      let end = readme.range(of: "\n\n", range: start..<readme.endIndex)?.lowerBound ?? readme.endIndex
      let table = KeyMap.markdown.trimmingCharacters(in: .newlines)
      try readme.replacingCharacters(in: start..<end, with: table).write(
        to: file, atomically: true, encoding: .utf8)
    }
    Issue.record("the table of keys in the README was not made from the bindings")
  }
}
