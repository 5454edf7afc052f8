import Foundation
import Testing

/// A whole output, kept beside the tests and compared byte for byte.
///
/// With HEADROOM_RECORD_SNAPSHOTS=1 in the environment the files are written anew, and the tests fail all the same, so
/// that a recording is never mistaken for a check.
enum Snapshot {
  /// A page without its style sheet, which the snapshot of the summary holds for all pages.
  static func withoutStyle(_ page: String) -> String {
    guard let start = page.range(of: "<style>"), let end = page.range(of: "</style>") else { return page }
    return page.replacingCharacters(in: start.upperBound..<end.lowerBound, with: "")
  }

  static func expect(
    _ output: String, matches name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Snapshots/\(name)")
    if ProcessInfo.processInfo.environment["HEADROOM_RECORD_SNAPSHOTS"] == "1" {
      try Data(output.utf8).write(to: file)
      Issue.record("recorded \(name); look at it, and run again to compare", sourceLocation: sourceLocation)
      return
    }
    let expected = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    let lines = (output.components(separatedBy: "\n"), expected.components(separatedBy: "\n"))
    for (number, pair) in zip(lines.0, lines.1).enumerated() where pair.0 != pair.1 {
      Issue.record(
        "\(name):\(number + 1) is\n\(pair.0)\nand was\n\(pair.1)", sourceLocation: sourceLocation)
      return
    }
    #expect(output == expected, "\(name) has more or fewer lines", sourceLocation: sourceLocation)
  }
}
