import Planning
import Reports
import Testing
import Typography

@Suite struct `Money in JSON` {
  @Test func `is a decimal string, and null where it is missing`() {
    #expect(JSONValue(Money(cents: 542_500)).line == #""5425.00""#)
    #expect(JSONValue(nil as Money?) == .null)
  }
}
