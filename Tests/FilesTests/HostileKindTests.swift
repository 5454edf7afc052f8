import Files
import Testing

/// The worst that a file of any kind can hold; the time limit is what a hang or a quadratic search would break, and
/// memory is held by what is refused.
@Suite("A hostile file of any kind", .timeLimit(.minutes(10)))
struct HostileKindTests {
  enum Kind: CaseIterable, Sendable {
    case profile, prices, quotas, traffic, measurements

    /// How a right file of the kind begins.
    var start: String {
      switch self {
      case .profile: Sample.text
      case .prices: "format: headroom-prices/1\nsource: a\ncollected: 2026-11-01\n"
      case .quotas: #"{"Quotas": ["#
      case .traffic: "minute,users\n0,1\n"
      case .measurements: "timeStamp,elapsed\n1795677420000,5\n"
      }
    }

    func messages(_ text: String) -> [String] {
      do {
        let bytes = Array(text.utf8)
        switch self {
        case .profile: _ = try LoadedProfile(bytes, name: "f")
        case .prices: _ = try PriceFile.overlay(bytes, name: "f")
        case .quotas: _ = try QuotaFile.quotas(bytes, name: "f")
        case .traffic: _ = try TrafficFile.points(bytes, name: "f")
        case .measurements:
          var reader = MeasuredFileReader()
          try reader.read(bytes, name: "f")
        }
        return []
      } catch {
        return "\(error)".split(separator: "\n").map(String.init)
      }
    }
  }

  private func expectCalm(_ kind: Kind, _ text: String) {
    let messages = kind.messages(text)
    #expect(!messages.isEmpty, "\(kind)")
    #expect(messages.count <= 51, "\(kind)")
    for message in messages { #expect(message.utf8.count < 600, "\(kind): \(message.prefix(1000))") }
  }

  @Test(arguments: Kind.allCases)
  func `of one pattern ends with few and short messages`(kind: Kind) {
    let patterns = [
      "[", "{", "- ", "{\"a\":", "[{\"a\":[", "[[],", "\"", "\\", "\"\\u", "\\\"", "{\"a\":1,", "0", "1e",
      "-", ",",
      "a: ", "a:\n ", "x\n", "0,\n", ",\r", "9", "\u{0}", "\u{FEFF}", "é", "\u{1F468}\u{200D}", "&a ", "*a ",
      "%\n",
    ]
    for pattern in patterns {
      let text = String(repeating: pattern, count: (1 << 11) / pattern.utf8.count)
      expectCalm(kind, text)
      expectCalm(kind, kind.start + text)
    }
  }

  @Test(arguments: Kind.allCases)
  func `of a word of a mebibyte is quoted in part`(kind: Kind) {
    let word = String(repeating: "é", count: 1 << 19 - 500)
    expectCalm(kind, kind.start + (kind == .traffic ? "1,\(word)\n" : "\"\(word)\""))
  }

  @Test(arguments: Kind.allCases)
  func `that doubles itself is refused before anything doubles`(kind: Kind) {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...40 {
      let before = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(before)]\n"
    }
    expectCalm(kind, text)
    expectCalm(kind, kind.start + text)
  }

  @Test(arguments: Kind.allCases)
  func `of thousands of small mistakes tells fifty`(kind: Kind) {
    let mistakes =
      switch kind {
      case .profile, .prices: (1...20_000).map { "zebra\($0): 1\n" }
      case .quotas: Array(repeating: "1,", count: 20_000) + ["1]}"]
      case .traffic, .measurements: Array(repeating: "x\n", count: 20_000)
      }
    let messages = kind.messages(kind.start + mistakes.joined())
    #expect(messages.count == 51)
    #expect(messages.last?.hasPrefix("and ") == true)
  }

  @Test(arguments: Kind.allCases, ["\u{1B}[2J", "\u{9B}31m", "\u{7}", "\u{202E}txt", "\u{200B}", "\u{8}"])
  func `never reaches a terminal raw`(kind: Kind, poison: String) {
    for text in ["\(poison)", "\"\(poison)\": 1", "1,\(poison)", "{\"\(poison)\": [\(poison)", "'\(poison)"] {
      for message in kind.messages(kind.start + text) + kind.messages(text) {
        #expect(!message.contains(poison), "\(message)")
      }
    }
  }
}
