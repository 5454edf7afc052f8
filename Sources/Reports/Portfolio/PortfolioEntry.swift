internal import Planning
internal import Typography

/// One file of a portfolio: what its plan comes to, or why it could not be read.
package enum PortfolioEntry: Sendable {
  case fleet(FleetSummary)
  case unread(file: String, reason: String)

  package init(_ source: ReportSource) { self = .fleet(FleetSummary(source)) }

  package var file: String {
    switch self {
    case .fleet(let fleet): fleet.file
    case .unread(let file, _): file
    }
  }

  /// The entry as one line of NDJSON.
  package var line: String { json.line + "\n" }

  /// Format `headroom-portfolio/1`.
  var json: JSONValue {
    switch self {
    case .fleet(let fleet): Self.json("fleet", fleet.json)
    case .unread(let file, let reason):
      Self.json("unread", [.init("file", .string(file)), .init("reason", .string(reason))])
    }
  }

  fileprivate static func json(_ kind: String, _ members: [JSONValue.Member]) -> JSONValue {
    .object([.init("format", "headroom-portfolio/1"), .init("kind", .string(kind))] + members)
  }
}

/// A plan in one row; small, so that thousands can be kept.
package struct FleetSummary: Sendable {
  let file: String
  let sha256: String
  let name: String
  let region: String
  let instanceType: String
  let instances: InstanceCounts
  let users: Int
  let verdict: Verdict
  let usersCarried: PerSize<Int?>
  let headroom: PerSize<Double?>
  let firstWall: PerSize<Wall.ID?>

  /// Nil where nothing is quoted, or nobody can price a line of it.
  let quoted: CostColumns?

  /// Nil where nobody can price any line.
  let list: CostColumns?

  /// Lines that nobody can price.
  let unpriced: [CostLine.ID]
  let quotaRequests: Int

  init(_ source: ReportSource) {
    let plan = source.plan
    (file, sha256) = (source.name, source.sha256)
    name = plan.profile.name
    region = plan.profile.region
    instanceType = plan.profile.compute.instanceType
    instances = plan.profile.compute.instances
    users = plan.profile.demand.concurrentUsers
    verdict = plan.verdict
    usersCarried = PerSize { plan.wholeUsersCarried(at: $0) }
    headroom = PerSize { plan.headroom(at: $0) }
    firstWall = plan.firstWall
    quoted = plan.quoted?.isComplete == true ? plan.quoted?.knownTotal : nil
    list = plan.list.knownTotal
    unpriced = plan.list.unpriced.map(\.id)
    quotaRequests = plan.quotasToRequest.count
  }

  /// Whether every line of the list price is known.
  var isComplete: Bool { unpriced.isEmpty }

  fileprivate var json: [JSONValue.Member] {
    [
      .init("file", .string(file)),
      .init("sha256", .string(sha256)),
      .init("name", .string(name)),
      .init("region", .string(region)),
      .init("instance_type", .string(instanceType)),
      .init("instances", PerSize { instances[$0] }.json { .integer($0) }),
      .init("concurrent_users", .integer(users)),
      .init("verdict", .string(verdict.rawValue)),
      .init("users", usersCarried.json { JSONValue($0) }),
      .init("headroom_percent", headroom.json { JSONValue($0.map { $0 * 100 }, places: 1) }),
      .init("first_wall", firstWall.json { JSONValue($0?.rawValue) }),
      .init("quoted", quoted == nil ? nil : quoted.json),
      .init("list", list.json),
      .init("complete", .bool(isComplete)),
      .init("quota_requests", .integer(quotaRequests)),
    ]
  }
}

/// The sum of a portfolio, which can be kept while files are read one after the other.
package struct PortfolioTotal: Sendable {
  private(set) var fleets = 0
  private(set) var unread = 0
  private(set) var holding = 0
  private(set) var users = 0
  private(set) var list = CostColumns.zero
  private(set) var quotaRequests = 0

  private var unpriced: Set<CostLine.ID> = []

  /// Whether every fleet is in the sum with every line.
  var isComplete: Bool { unread == 0 && unpriced.isEmpty }

  /// What the sum is called.
  var name: String {
    unread == 0 || !unpriced.isEmpty
      ? CostTable.totalName(without: unpriced) : "Total without \(Numbers.counted(unread, "file"))"
  }

  package init() {}

  package mutating func add(_ entry: PortfolioEntry) {
    guard case .fleet(let fleet) = entry else {
      unread += 1
      return
    }
    fleets += 1
    holding += fleet.verdict.isGood ? 1 : 0
    users += fleet.users
    list = list + (fleet.list ?? .zero)
    quotaRequests += fleet.quotaRequests
    unpriced.formUnion(fleet.unpriced)
  }

  /// The sum as the last line of NDJSON.
  package var line: String { json.line + "\n" }

  var json: JSONValue {
    PortfolioEntry.json(
      "total",
      [
        .init("fleets", .integer(fleets)),
        .init("unread", .integer(unread)),
        .init("holding", .integer(holding)),
        .init("concurrent_users", .integer(users)),
        .init("list", knownList.json),
        .init("complete", .bool(isComplete)),
        .init("quota_requests", .integer(quotaRequests)),
      ])
  }

  var knownList: CostColumns? { list == .zero ? nil : list }

  /// How many there are and how many hold, in one sentence.
  var sentence: String {
    let files = unread == 0 ? "" : " \(Numbers.counted(unread, "file")) could not be read."
    let known = isComplete ? "" : " The total is incomplete."
    return "\(Numbers.counted(fleets, "fleet")), of which \(Numbers.grouped(holding))"
      + " \(holding == 1 ? "holds" : "hold").\(files)\(known)"
  }
}
