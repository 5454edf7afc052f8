import Planning
import ProfileFiles
import Testing

/// One thing changed in a sound profile, and the rule that must speak.
struct Fault: Sendable, CustomTestStringConvertible {
  let id: String
  let what: String
  let change: @Sendable (inout Profile) -> Void

  init(_ id: String, _ what: String, _ change: @escaping @Sendable (inout Profile) -> Void) {
    self.id = id
    self.what = what
    self.change = change
  }

  var testDescription: String { "\(id) \(what)" }

  var profile: Profile {
    var profile = Sound.profile
    change(&profile)
    return profile
  }
}

@Suite struct `Every rule` {
  @Test func `is silent on a sound profile`() {
    let review = Review(Plan(Sound.profile), asOf: Day("2026-12-24"))
    #expect(review.findings.map(\.id) == [])
  }

  @Test(arguments: Fault.all)
  func `speaks when one thing is wrong, and is silent again when its fix is made`(fault: Fault) throws {
    let day = Day("2026-12-24")
    let found = Review(Plan(fault.profile), asOf: day).findings.filter { $0.id == fault.id }
    let finding = try #require(found.first, "\(fault.id) says nothing")
    #expect(!finding.message.isEmpty && !finding.fix.text.isEmpty)

    let changes = found.flatMap(\.fix.changes)
    if !changes.isEmpty {
      let mended = fault.profile.applying(changes)
      #expect(!Review(Plan(mended), asOf: day).findings.contains { $0.id == fault.id })
    }
  }

  @Test func `has a fault in this table`() {
    #expect(Set(Rule.all.map(\.id)).subtracting(Fault.all.map(\.id)) == ["HR805"])
  }

  @Test(arguments: Fault.bearable)
  func `draws its line where it says`(fault: Fault) {
    #expect(!Review(Plan(fault.profile)).findings.contains { $0.id == fault.id })
  }

  @Test func `has an id of its own, in order`() {
    let ids = Rule.all.map(\.id)
    #expect(ids == Set(ids).sorted())
    for id in ids { #expect(id.wholeMatch(of: #/HR[1-9][0-9][0-9]/#) != nil) }
  }

  @Test func `tells its whole story in sentences`() {
    for rule in Rule.all {
      for text in [rule.check, rule.reason, rule.remedy] {
        #expect(text.hasSuffix("."), "\(rule.id): \(text)")
      }
      #expect(!rule.title.hasSuffix("."))
      #expect(Day(rule.source.collected) != nil)
    }
  }

  @Test func `speaks of keys that the format has`() {
    for fault in Fault.all {
      for finding in Review(Plan(fault.profile)).findings {
        #expect(Catalog.field(at: finding.subject) != nil, "\(finding.id) is about \(finding.subject)")
        #expect(finding.message.hasSuffix("."))
      }
    }
  }

  @Test func `is found by its id, however it is written`() {
    #expect(Rule.named("hr303")?.id == "HR303")
    #expect(Rule.named("HR000") == nil)
  }
}
