import Files
import Planning
import Testing

@Suite("A traffic file")
struct TrafficFileTests {
  static func messages(_ bytes: [UInt8]) -> [String] {
    do {
      _ = try TrafficFile.points(bytes, name: "f")
      return []
    } catch {
      return error.description.split(separator: "\n").map {
        String($0.hasPrefix("f:") ? $0.dropFirst(2) : $0)
      }
    }
  }

  @Test(arguments: [
    "0,100\n60,250.5", "minute,users\n0,100\n60,250.5\n",
    "\u{FEFF}Minute, Users\r\n 0 , 100\r\n\r\n60,250.5\r\n", "0,100\r60,250.5\r",
  ])
  func `is minutes and users`(text: String) throws {
    let expected = [Traffic.Point(minute: 0, users: 100), Traffic.Point(minute: 60, users: 250.5)]
    #expect(try TrafficFile.points(Array(text.utf8), name: "f") == expected)
    let utf16 = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(try TrafficFile.points(utf16, name: "f") == expected)
  }

  @Test(arguments: [
    ("", "1:1: no point; expected lines of minute,users such as 0,50000"),
    ("minute,users\n", "1:1: no point; expected lines of minute,users such as 0,50000"),
    ("0,1\n5;2", "2:1: found \"5;2\"; expected two numbers, minute,users"),
    ("0,1,2", "1:1: found \"0,1,2\"; expected two numbers, minute,users"),
    ("0,1\n x,2", "2:2: minute: found \"x\"; expected a whole number from 0 to 527,039"),
    ("é,2", "1:1: minute: found \"é\"; expected a whole number from 0 to 527,039"),
    ("1.5,2", "1:1: minute: found \"1.5\"; expected a whole number from 0 to 527,039"),
    ("999999,2", "1:1: minute: found \"999999\"; expected a whole number from 0 to 527,039"),
    ("5,2\n5,3", "2:1: minute: 5 is not after 5; expected minutes that rise"),
    ("0,", "1:3: users: found nothing; expected a number from 0 to 100,000,000,000"),
    ("0, -4", "1:4: users: found \"-4\"; expected a number from 0 to 100,000,000,000"),
    ("0,1e5", "1:3: users: found \"1e5\"; expected a number from 0 to 100,000,000,000"),
    ("0,nan", "1:3: users: found \"nan\"; expected a number from 0 to 100,000,000,000"),
    ("0,999999999999", "1:3: users: found \"999999999999\"; expected a number from 0 to 100,000,000,000"),
    ("0,\u{1B}[31m", "1:3: users: found \"\\u{1B}[31m\"; expected a number from 0 to 100,000,000,000"),
  ])
  func `says what is wrong and where`(text: String, message: String) throws {
    #expect(Self.messages(Array(text.utf8)).first == message)
  }

  @Test func `tells all mistakes at once, and the first fifty of many`() {
    #expect(
      Self.messages(Array("x,y\n1,2\n3\n".utf8)) == [
        "1:1: minute: found \"x\"; expected a whole number from 0 to 527,039",
        "1:3: users: found \"y\"; expected a number from 0 to 100,000,000,000",
        "3:1: found \"3\"; expected two numbers, minute,users",
      ])
    let many = Self.messages(Array(String(repeating: "x\n", count: 20_000).utf8))
    #expect(many.count == 51)
    #expect(many.last == "and 19,950 more")
  }

  @Test func `that is no text or too large is refused`() {
    #expect(Self.messages([0x30, 0x2C, 0xFF]) == ["1:3: byte 2 is not UTF-8 text"])
    let large = [UInt8](repeating: .init(ascii: "\n"), count: 1 << 24 + 1)
    #expect(Self.messages(large) == ["1:1: larger than 16,777,216 bytes; no traffic file is"])
  }
}
