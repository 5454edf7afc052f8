import Planning
import Testing

@testable import Files

@Suite("Scheduled sizes")
struct ScheduledSizeTests {
  private func profile(_ scheduled: String) -> String {
    Sample.text + "scaling: {scheduled: [\(scheduled)]}\n"
  }

  @Test func `are read in any order, with what stays left out`() throws {
    let text = profile("{at: \"22:30\", min: 1}, {desired: 3, at: \"07:05\", max: 6}")
    let read = try LoadedProfile(Array(text.utf8), name: "f").profile.scaling.scheduled
    #expect(
      read == [ScheduledSize(minute: 1350, min: 1), ScheduledSize(minute: 425, desired: 3, max: 6)])
    #expect(read.fieldValue.text == "at 22:30 min 1, at 07:05 desired 3 max 6")
  }

  @Test(arguments: [
    ("{at: 22:30, min: 1}", "22:30 is not text to every reader; write \"22:30\" in quotes"),
    (
      "{at: \"24:00\"}",
      "24:00 is no time of the day; expected hours and minutes in quotes, such as \"18:00\""
    ),
    ("{at: \"9:00\"}", "9:00 is no time of the day; expected hours and minutes in quotes, such as \"18:00\""),
  ])
  func `are at a time that everybody reads alike`(scheduled: String, message: String) {
    #expect(Sample.messages(profile(scheduled)).map { $0.contains(message) } == [true])
  }

  @Test(arguments: [
    (
      "{at: \"18:00\", min: 3}",
      "scaling.scheduled: min 3 at 18:00 is above desired 2, as it is then; state both"
    ),
    (
      "{at: \"18:00\", desired: 5}",
      "scaling.scheduled: desired 5 at 18:00 is above max 4, as it is then; state both"
    ),
  ])
  func `keep min below desired and desired below max`(scheduled: String, message: String) {
    #expect(Sample.messages(profile(scheduled)).map { $0.hasSuffix(message) } == [true])
  }

  @Test func `may follow one another through a day`() {
    #expect(Sample.messages(profile("{at: \"22:00\", min: 1, desired: 2}, {at: \"18:00\", min: 2}")) == [])
  }
}
