import Exports
import Foundation
import Planning
import Reports
import Testing

extension Guide {
  fileprivate static let growing = source { $0.grow() }
}

extension Profile {
  fileprivate mutating func grow() {
    growth = Growth()
    growth?.from = CalendarMonth("2026-12")
    growth?.monthlyPercent = Estimate(low: 4, likely: 6, high: 9)
    budget = Budget()
    budget?.monthly = Money(dollars: 40_000)
  }
}

@Suite struct `Horizon reports` {
  @Test(arguments: [
    (ReportFormat.text, "horizon.txt"), (.markdown, "horizon.md"), (.json, "horizon.json"),
    (.csv, "horizon.csv"),
  ])
  func `of the guide are what they were`(format: ReportFormat, name: String) throws {
    let horizon = try Horizon(Guide.growing.plan, HorizonRequest(months: 12))
    try Snapshot.expect(HorizonReport(Guide.growing, horizon).rendered(as: format), matches: name)
  }

  @Test func `of a fleet that follows its users are what they were`() throws {
    let horizon = try Horizon(Guide.growing.plan, HorizonRequest(months: 12, resizes: true))
    try Snapshot.expect(
      HorizonReport(Guide.growing, horizon).rendered(as: .text), matches: "horizon-resized.txt")
  }

  @Test(arguments: Variant.all)
  func `fit into 80 columns`(variant: Variant) throws {
    let source = Guide.source {
      $0.grow()
      variant.change(&$0)
    }
    for resizes in [false, true] {
      guard let horizon = try? Horizon(source.plan, HorizonRequest(months: 3, resizes: resizes)) else {
        continue
      }
      #expect(Columns.overlong(HorizonReport(source, horizon).rendered(as: .text)) == [])
    }
    guard let advice = try? CommitmentAdvice(source.plan) else { return }
    #expect(Columns.overlong(CommitmentReport(source, advice).rendered(as: .text)) == [])
  }
}

@Suite struct `Commitment reports` {
  @Test(arguments: [
    (ReportFormat.text, "commit.txt"), (.markdown, "commit.md"), (.json, "commit.json"), (.csv, "commit.csv"),
  ])
  func `of the guide are what they were`(format: ReportFormat, name: String) throws {
    let advice = try CommitmentAdvice(Guide.growing.plan)
    try Snapshot.expect(CommitmentReport(Guide.growing, advice).rendered(as: format), matches: name)
  }
}

@Suite struct `A calendar of days to act by` {
  private func calendar(_ change: (inout Profile) -> Void = { _ in }) throws -> String {
    let source = Guide.source {
      $0.grow()
      change(&$0)
    }
    return ActByCalendar(try Horizon(source.plan), file: source.name).text
  }

  @Test func `is what it was`() throws {
    try Snapshot.expect(try calendar(), matches: "act-by.ics")
  }

  @Test(arguments: Variant.all)
  func `has lines of at most 75 bytes, and no more of them than it writes`(variant: Variant) throws {
    guard let text = try? calendar(variant.change) else { return }
    #expect(text.hasSuffix("\r\n"))
    let lines = text.components(separatedBy: "\r\n").dropLast()
    #expect(lines.allSatisfy { $0.utf8.count <= 75 })
    let unfolded = text.replacingOccurrences(of: "\r\n ", with: "").components(separatedBy: "\r\n").dropLast()
    let names = [
      "BEGIN", "END", "VERSION", "PRODID", "CALSCALE", "X-WR-CALNAME", "UID", "DTSTAMP", "DTSTART;VALUE=DATE",
      "DTEND;VALUE=DATE", "SUMMARY", "DESCRIPTION", "CATEGORIES", "TRANSP",
    ]
    for line in unfolded { #expect(names.contains { line.hasPrefix("\($0):") }, "\(line)") }
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\r" && $0 != "\n" })
  }

  @Test func `moves an event whose day moves, and adds none`() throws {
    let ids = { (text: String) in
      text.replacingOccurrences(of: "\r\n ", with: "").components(separatedBy: "\r\n").filter {
        $0.hasPrefix("UID:")
      }
    }
    let days = { (text: String) in text.components(separatedBy: "\r\n").filter { $0.hasPrefix("DTSTART") } }
    let (slow, fast) = (
      try calendar(), try calendar { $0.growth?.monthlyPercent = Estimate(low: 6, likely: 9, high: 12) }
    )
    #expect(Set(ids(slow)) == Set(ids(fast)))
    #expect(Set(ids(slow)).count == ids(slow).count)
    #expect(days(slow) != days(fast))
  }
}
