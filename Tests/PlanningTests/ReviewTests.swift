import Files
import Planning
import Testing

@Suite struct `A review` {
  let review = Review(Plan(BuiltInGuide.loaded.profile, provenance: BuiltInGuide.loaded.provenance))

  @Test func `of the guide finds what the guide gets wrong, gravest first`() {
    #expect(review.findings.filter { $0.severity == .error }.map(\.id) == ["HR601", "HR604"])
    #expect(
      review.findings.filter { $0.severity == .warning }.map(\.id) == [
        "HR102", "HR103", "HR205", "HR206", "HR209", "HR301", "HR303", "HR306", "HR351", "HR401", "HR402",
        "HR605", "HR701", "HR711", "HR801", "HR804", "HR901",
      ])
    #expect(
      review.findings.filter { $0.severity == .note }.map(\.id) == [
        "HR114", "HR201", "HR202", "HR204", "HR207", "HR212", "HR302", "HR305", "HR404", "HR408", "HR504",
        "HR723", "HR724", "HR806", "HR808", "HR812", "HR901",
      ])
    #expect(review.count(of: .error) == 2)
  }

  @Test(arguments: [
    ("HR103", "With one of 3 zones lost, 33 of 50 instances carry 131,992 of 250,000 users."),
    (
      "HR205",
      "At desired the fleet is full at 71,429 requests a minute, before the emergency rule at 75,000"
        + " sees anything."
    ),
    (
      "HR206",
      "The rule at 75,000 requests a minute is not above the expected high of 75,003, so an ordinary peak sets it"
        + " off."
    ),
    (
      "HR209",
      "The alarm on requests_per_minute above 50,000 fires at the expected peak of 62,503."
    ),
    (
      "HR302",
      "8 workers x 16 threads answer 128 requests at once, not the 8,000 that worker_connections suggests."
    ),
    (
      "HR303",
      "The balancer reuses connections for 60 s and gunicorn closes idle connections after 5 s, so now and then a"
        + " user gets a 502."
    ),
    (
      "HR401",
      "100 connections x 100 instances are 10,000, and db.r6g.2xlarge leaves 989: it holds only while requests stay"
        + " short."
    ),
    (
      "HR402",
      "8 workers x 16 connections are 128, and PgBouncer takes 100 clients."
    ),
    (
      "HR812",
      // Speech costs 2,467.10 to 8,223.65 at 0.045 a GB: x 0.035 / 0.045 less 730 x 3 x 0.01 for the endpoint.
      "54,824 to 182,748 GB of speech a month pass NAT gateways at $0.045 a GB; through an endpoint they cost $0.01 a GB"
        + " and $0.01 an hour in each of 3 zones, $1,897 to $6,374 a month less in all."
    ),
    (
      "HR808",
      // 25 x 730 x 0.34 x 27%
      "25 instances never stop; a Savings Plan for them saves about $1,675 a month at 27% discount."
    ),
    (
      "HR601",
      "0.4% of the users ask for 1,000 sessions at once and 1,000 may run, so the queue only grows."
    ),
    (
      "HR701",
      "10,000 requests in 300 s block an address that more than about 8,000 users share, and 10,000 may."
    ),
  ])
  func `says the guide's own numbers`(id: String, message: String) {
    #expect(review.findings.filter { $0.id == id }.map(\.message) == [message])
  }

  @Test func `offers new values as data`() throws {
    let keepAlive = try #require(review.findings.first { $0.id == "HR303" })
    #expect(keepAlive.fix.changes == [ProfileChange("compute.gunicorn.keep_alive_seconds", .count(65))])
    let cache = try #require(review.findings.first { $0.id == "HR711" })
    #expect(
      cache.fix.changes == [
        ProfileChange("security_groups.cache.ports", .ports([6379])),
        ProfileChange("security_groups.cache.from", .texts(["compute"])),
      ])
  }

  @Test func `shows what the team accepts with its reason and does not count it`() {
    var profile = Guide.profile
    profile.accepted = ["HR604": "We move to the successor next week.", "HR901": "Requested."]
    let review = Review(Plan(profile))
    #expect(review.findings.filter { $0.severity == .error }.map(\.id) == ["HR601"])
    #expect(review.accepted.map(\.id) == ["HR604", "HR901", "HR901"])
    #expect(review.accepted.first?.acceptance == "We move to the successor next week.")
  }

  @Test func `says where a value was said`() {
    let place = Provenance.Place(file: "fleet.yaml", line: 17, column: 5)
    let provenance = Provenance(places: ["compute.gunicorn.keep_alive_seconds": place])
    let review = Review(Plan(Guide.profile, provenance: provenance))
    #expect(review.findings.first { $0.id == "HR303" }?.place == place)
    #expect(review.findings.first { $0.id == "HR306" }?.place == nil)
  }

  @Test(arguments: [
    ("2026-01-01", [Finding.Severity]()), ("2026-03-18", [.warning]), ("2026-09-13", [.warning]),
    ("2026-09-14", [.error]),
  ])
  func `warns of an end of life half a year before it`(day: String, severities: [Finding.Severity]) {
    let review = Review(Plan(Guide.profile), asOf: Day(day))
    #expect(review.findings.filter { $0.id == "HR604" }.map(\.severity) == severities)
  }

  /// The oldest price that the fleet rests on is of 2025-04-04.
  @Test(arguments: [("2025-04-04", false), ("2025-07-03", false), ("2025-07-04", true)])
  func `calls prices old after ninety days, and only where the day is known`(day: String, isOld: Bool) {
    let plan = Plan(Sound.profile)
    #expect(Review(plan, asOf: Day(day)).findings.contains { $0.id == "HR805" } == isOld)
    #expect(!Review(plan).findings.contains { $0.id == "HR805" })
  }

  /// Database and cache are of 2025-04, the rest of the sound fleet's lines of other days.
  @Test func `names the lines that rest on old prices, and their money`() throws {
    let plan = Plan(Sound.profile)
    let finding = try #require(
      Review(plan, asOf: Day("2025-07-04")).findings.first { $0.id == "HR805" })
    #expect(finding.message.contains("older than 90 days are in database"))
    #expect(finding.message.contains("The oldest is of 2025-04-04, 91 days ago."))
    let all = try #require(Review(plan, asOf: Day("2027-11-26")).findings.first { $0.id == "HR805" })
    #expect(all.message.contains("EC2 instances") && all.message.contains("cache"))
  }

  @Test func `is grave about a quota that is known, and asks to read one that nobody can guess`() {
    var profile = Sound.profile
    profile.quotas[.ec2OnDemandVCPU] = nil
    #expect(Review(Plan(profile)).findings.map(\.severity) == [.note])
    profile.quotas[.ec2OnDemandVCPU] = 100
    #expect(Review(Plan(profile)).findings.map(\.severity) == [.error])
  }
}

@Suite struct `A day` {
  @Test(arguments: ["2026-11-23", "2024-02-29", "2000-02-29", "1999-12-31", "0001-01-01"])
  func `reads and writes itself`(text: String) {
    #expect(Day(text)?.text == text)
  }

  @Test(arguments: [
    "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "26-1-1", "2026/11/23", "", "2026-11-2x",
  ])
  func `refuses what is no day`(text: String) {
    #expect(Day(text) == nil)
  }

  @Test func `counts days over leap years`() throws {
    let start = try #require(Day("1970-01-01"))
    let end = try #require(Day("2026-11-23"))
    // 56 years of 365 days, 14 leap days from 1972 to 2024, and 326 days from January 1 to November 23.
    #expect(end.days(since: start) == 56 * 365 + 14 + 326)
    #expect(Day(secondsSince1970: end.days(since: start) * 86_400 + 86_399) == end)
    #expect(Day(secondsSince1970: -1).text == "1969-12-31")
    #expect(start < end)
  }
}
