package import Planning
internal import Typography

/// What a capture says of itself: when, where, and which commands.
package struct CaptureFile: Sendable {
  package static let format = "headroom-capture/1"
  package static let stem = "capture"
  package static let name = "\(stem).json"

  private let captured: Day
  private let region: String?
  private var commands: [JSONValue] = []

  package init(captured: Day, region: String?) {
    self.captured = captured
    self.region = region
  }

  /// Takes note of a call and how it ended, with the words of the CLI where it failed.
  package mutating func note(_ call: CaptureCall, exit: Int, error: String?) {
    let command = "aws " + call.words.map(ShellCommand.word).joined(separator: " ")
    commands.append([
      "file": .string(call.file), "command": .string(command.withoutAccounts), "exit": .integer(exit),
      "error": JSONValue(error),
    ])
  }

  package var text: String {
    JSONValue.object([
      .init("format", .string(Self.format)), .init("captured", .string("\(captured)")),
      .init("region", JSONValue(region)), .init("commands", .array(commands)),
    ]).text()
  }

  /// What the AWS CLI said, in one line that no terminal obeys and that tells no account.
  package static func words(of error: String) -> String {
    error.split(whereSeparator: \.isNewline).joined(separator: " ").withoutAccounts.clippedPrintable(to: 500)
  }

  /// The day that a capture says of itself.
  static func day(of text: [UInt8]) -> Day? {
    record(in: text)?["captured"]?.word.flatMap { Day(String($0.prefix(10))) }
  }

  /// The files that an earlier capture left, as its own list has them.
  package static func files(of text: [UInt8]) -> [String] {
    (record(in: text)?["commands"]?.elements ?? []).compactMap { $0["file"]?.word }.filter { name in
      name.hasSuffix(".json") && !name.contains("/") && !name.hasPrefix(".")
    }
  }

  private static func record(in text: [UInt8]) -> JSONNode? {
    guard let root = try? JSONReader.read(SourceText(text)) else { return nil }
    return root["format"]?.word == format ? root : nil
  }
}
