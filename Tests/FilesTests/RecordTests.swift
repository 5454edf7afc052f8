import Testing
import Typography

@testable import Files
@testable import Planning

@Suite("A list of records")
struct RecordTests {
  /// A kind of entry that the format does not have, whole in one place.
  struct Freeze: FieldRecord, Equatable {
    var why: String
    var hours: Int

    static let shape = RecordShape(
      keys: [RecordShape.Key("why", .text), RecordShape.Key("hours", .count(1...24), lead: " for h ")],
      expectation: "a list of freezes such as `- {why: \"sale\", hours: 4}`")

    init(_ why: String, hours: Int) { (self.why, self.hours) = (why, hours) }

    init?(_ record: Record) {
      guard case .text(let why) = record["why"], case .count(let hours) = record["hours"] else { return nil }
      self.init(why, hours: hours)
    }

    var values: [String: FieldValue] { ["why": .text(why), "hours": .count(hours)] }
  }

  private func read(_ text: String) throws -> (value: FieldValue?, mistakes: [Mistake.What]) {
    let document = YAMLDocument(parsing: SourceText(Array(text.utf8)))
    var reader = ValueReader(path: "freezes")
    let value = reader.read(try #require(document.root), as: .records(Freeze.shape))
    return (value, reader.mistakes.map(\.what))
  }

  @Test func `is read, written, told and turned into JSON once it is said`() throws {
    let freezes = [Freeze("sale: winter", hours: 4), Freeze("audit", hours: 24)]
    let value = try read("- {why: \"sale: winter\", hours: 4}\n- hours: 24\n  why: audit\n").value
    #expect(value == freezes.fieldValue)
    #expect(value.flatMap { [Freeze]($0) } == freezes)
    #expect(value?.text == "sale: winter for h 4, audit for h 24")
    #expect(value.map { try? read(YAMLValue($0).flow).value } == value)
    #expect(
      value?.json == [["why": "sale: winter", "hours": 4], ["why": "audit", "hours": 24]] as JSONValue)
  }

  @Test func `says what is missing, unknown, out of bounds or no list`() throws {
    #expect(try read("- {why: sale}\n").mistakes == [.missing(.count(1...24))])
    #expect(try read("- {why: sale, hours: 4, who: me}\n").mistakes == [.unknownKey])
    #expect(try read("- {why: sale, hours: 25}\n").mistakes.count == 1)
    let found = try read("sale\n")
    #expect(found.value == nil)
    #expect(found.mistakes == [.wrongNode(.text("sale"), expected: .records(Freeze.shape))])
  }
}
