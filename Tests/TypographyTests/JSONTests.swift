import Testing
import Typography

@Suite struct `JSON` {
  @Test func `keys keep their order and scalars are written plainly`() {
    let value: JSONValue = ["z": 1, "a": nil, "list": ["x", true], "n": .number(-20, places: 1)]
    #expect(value.line == #"{"z": 1, "a": null, "list": ["x", true], "n": -20.0}"#)
  }

  @Test func `what is missing or no finite number is null`() {
    #expect(JSONValue(nil as Int?) == .null)
    #expect(JSONValue(Double.infinity) == .null)
    #expect(JSONValue(Double.nan, places: 1) == .null)
  }

  @Test func `characters that would act on a terminal are escaped in UTF-16`() {
    let hostile = "a\"\\\n\t\u{1B}[31m\u{9B}\u{202E}\u{200B}\u{2028}\u{7F}\u{E0041}é界"
    let expected =
      #""a\"\\\n\t\u001B[31m\u009B\u202E\u200B\u2028\u007F\uDB40\uDC41é界""#
    #expect(JSONValue.string(hostile).line == expected)
  }

  @Test func `keys are escaped like any text`() {
    #expect(JSONValue.object([.init("a\u{1B}\"", 1)]).line == #"{"a\u001B\"": 1}"#)
  }

  @Test func `what fits stays on one line and the rest is broken at every element`() {
    let value: JSONValue = [
      "name": "x", "rows": [["id": "compute", "users": 1], ["id": "cache", "users": 2]],
    ]
    #expect(
      value.text(wrappedAt: 40) == """
        {
          "name": "x",
          "rows": [
            {"id": "compute", "users": 1},
            {"id": "cache", "users": 2}
          ]
        }

        """)
    #expect(value.text(wrappedAt: 200) == value.line + "\n")
  }
}
