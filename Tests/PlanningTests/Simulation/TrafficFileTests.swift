import Planning
import Testing

@Suite struct `Traffic files` {
  @Test(arguments: [
    "0,100\n60,250.5", "minute,users\n0,100\n60,250.5\n",
    "\u{FEFF}Minute, Users\r\n 0 , 100\r\n\r\n60,250.5\r\n",
  ])
  func `are minutes and users`(text: String) throws {
    let expected = [Traffic.Point(minute: 0, users: 100), Traffic.Point(minute: 60, users: 250.5)]
    #expect(try TrafficFile.points(text) == expected)
  }

  @Test(arguments: [
    ("", 1, 1, "no point; expected lines of minute,users such as 0,50000"),
    ("minute,users\n", 1, 1, "no point; expected lines of minute,users such as 0,50000"),
    ("0,1\n5;2", 2, 1, "found \"5;2\"; expected two numbers, minute,users"),
    ("0,1,2", 1, 1, "found \"0,1,2\"; expected two numbers, minute,users"),
    ("0,1\n x,2", 2, 2, "minute: found \"x\"; expected a whole number from 0 to 527,039"),
    ("1.5,2", 1, 1, "minute: found \"1.5\"; expected a whole number from 0 to 527,039"),
    ("999999,2", 1, 1, "minute: found \"999999\"; expected a whole number from 0 to 527,039"),
    ("5,2\n5,3", 2, 1, "minute: 5 is not after 5; expected minutes that rise"),
    ("0,", 1, 3, "users: found nothing; expected a number from 0 to 10,000,000,000"),
    ("0, -4", 1, 4, "users: found \"-4\"; expected a number from 0 to 10,000,000,000"),
    ("0,1e5", 1, 3, "users: found \"1e5\"; expected a number from 0 to 10,000,000,000"),
    ("0,nan", 1, 3, "users: found \"nan\"; expected a number from 0 to 10,000,000,000"),
    ("0,\u{1B}[31m", 1, 3, "users: found \"\\u{1B}[31m\"; expected a number from 0 to 10,000,000,000"),
  ])
  func `say what is wrong and where`(text: String, line: Int, column: Int, words: String) throws {
    let mistake = try #require(throws: TrafficFile.Mistake.self) { try TrafficFile.points(text) }
    #expect(mistake.line == line)
    #expect(mistake.column == column)
    #expect(mistake.text == words)
  }
}
