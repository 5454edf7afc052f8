import Planning
import Reports
import Testing

@Suite struct `A bill as FOCUS has it` {
  private static let changes: [@Sendable (inout Profile) -> Void] = [
    { _ in },
    {
      $0.compute.purchase.savingsPlan.instances = 20
      $0.compute.purchase.onDemandPercentAboveBase = 50
    },
    {
      $0.database?.reserved = ReservedNodes()
      $0.database?.reserved?.nodes = 2
    },
    { $0.cdn.enabled = false },
    { $0.support.plan = .enterprise },
    { $0.name = Hostile.text },
  ]

  @Test(arguments: changes.indices, [CostColumn.floor, .low, .likely, .high, .day])
  func `adds up to every line, to the cent, in both costs`(change: Int, column: CostColumn) throws {
    let plan = Guide.source(Self.changes[change]).plan
    let month = try #require(CalendarMonth("2026-12"))
    let bill = try #require(FocusBill(plan, column: column, month: month))
    let rows = CSVReader.rows(of: bill.csv.text)
    let titles = try #require(rows.first)
    let at = { (name: String) throws in try #require(titles.firstIndex(of: name)) }
    for name in ["BilledCost", "EffectiveCost"] {
      var sums: [String: Int] = [:]
      for row in rows.dropFirst() {
        let money = try #require(Money(decimal: row[try at(name)].filter { $0 != "-" }))
        sums[row[try at("x_HeadroomLine")], default: 0] +=
          row[try at(name)].hasPrefix("-") ? -money.cents : money.cents
      }
      for line in plan.list.lines { #expect(sums[line.id.rawValue] ?? 0 == line.cost[column]?.cents) }
    }
    let services = Set(rows.dropFirst().map { $0[(try? at("ServiceName")) ?? 0] })
    let kinds = Set(rows.dropFirst().map { row in [20, 19, 25].map { row[$0] }.joined(separator: "/") })
    #expect(services.count == kinds.count)
    #expect(bill.unpriced == plan.list.unpriced.map(\.id))
  }

  /// Two of four nodes are the primary and its standby; fifty are more than there are, and the rest is idle.
  @Test(arguments: [
    (2, ["reserved_primary"]), (50, ["idle_reservation", "reserved_primary", "reserved_replicas"]),
  ])
  func `calls a purchase what is paid for a time, used or not`(nodes: Int, charges: [String]) throws {
    let plan = Guide.source {
      $0.database?.reserved = ReservedNodes()
      $0.database?.reserved?.nodes = nodes
    }.plan
    let month = try #require(CalendarMonth("2026-12"))
    let rows = CSVReader.rows(of: try #require(FocusBill(plan, column: .likely, month: month)).csv.text)
    let titles = try #require(rows.first)
    let category = try #require(titles.firstIndex(of: "ChargeCategory"))
    let charge = try #require(titles.firstIndex(of: "x_HeadroomCharge"))
    #expect(rows.filter { $0[category] == "Purchase" }.map { $0[charge] }.sorted() == charges)
  }

  @Test func `has no column that the bill does not have`() throws {
    #expect(
      FocusBill(Guide.source.plan, column: .event, month: try #require(CalendarMonth("2026-12"))) == nil)
  }
}
