import Files
import Foundation
import Testing

@testable import Planning

@Suite("A line of the bill")
struct BillLineTests {
  /// A line that the program does not have, whole in one place: what it is called, and what it is charged by.
  ///
  /// 2 licences an instance at the price of a metric, of which 10 are free, beside one alarm a month.
  static let licences = BillLine(CostLine.ID("licences", "Licences"), keys: { _ in ["name"] }) { fleet in
    [
      Charge(
        "seats", .instances, Charge.Units(Charge.Factor(2, "seats")), unit: "seats",
        fleet.tariff(Tariff.ID("metric_month"))),
      Charge(
        "support", .month, Charge.Units(Charge.Factor(30, "tickets")), unit: "tickets",
        fleet.tariff(Tariff.ID("alarm_month"))),
    ]
  }

  private let plan = Plan(
    Guide.profile, facts: .builtIn,
    model: Model(lines: Model.standard.lines + [licences], walls: Model.standard.walls))

  @Test func `is in the bill, the total, the formula and the inputs once it is said`() throws {
    let line = try #require(plan.list.line(Self.licences.id))
    // (25, 50, 100 x 2 - 10 free) x 0.30 + (30 - 10 free) x 0.10
    #expect(line.cost.floor.decimal == "14.00")
    #expect(line.cost.low.decimal == "29.00")
    #expect(line.cost.high.decimal == "59.00")
    #expect(plan.list.total.low - line.cost.low == Plan(Guide.profile).list.total.low)
    #expect(plan.billedLines.last == Self.licences.id)
    let explanation = plan.explanation(of: Self.licences.id, basis: .list)
    #expect(
      explanation.formula
        == "(25 | 50 | 50 | 100 | 40.568 instances x 2 seats - 10 free) x $0.3 + (30 tickets - 10 free) x $0.1"
    )
    #expect(explanation.inputs.map(\.name).contains("compute.instances.desired"))
    #expect(explanation.inputs.contains { $0.name == "price of a metric-month" })
  }

  @Test func `is in every draw`() throws {
    var certain = Guide.profile
    certain.demand.requestsPerUserPerMinute = Estimate(0.25)
    certain.demand.responseKB = Estimate(10)
    let mean = { (model: Model) in
      UncertaintyRun(Plan(certain, facts: .builtIn, model: model), samples: 512, seed: 1).finished()
        .monthlyCost?.mean
    }
    let with = try #require(mean(plan.model))
    let without = try #require(mean(.standard))
    // 38 instances at mean load: (38 x 2 - 10) x 0.30 + 2.00
    #expect((with - without).decimal == "21.80")
  }

  @Test(arguments: BillLine.all.map(\.id))
  func `stands in a file that is named for it`(id: CostLine.ID) {
    let name = id.rawValue.split(separator: "_").map(\.capitalized).joined()
    #expect(SourceFiles.names(in: "Sources/Planning/Cost/Lines").contains("\(name)Line.swift"))
  }

  @Test func `names tariffs that the price book has`() {
    for region in ["us-east-1"] {
      for multiAZ in [true, false] {
        for cdn in [true, false] {
          var profile = Guide.profile
          profile.region = region
          profile.database?.multiAZ = multiAZ
          profile.cdn.enabled = cdn
          let reasons = Plan(profile).list.unpriced.map(\.reason)
          #expect(reasons == [.voiceTokensNotStated])
        }
      }
    }
  }

  @Test func `is explained by the price that it uses`() throws {
    let names = { (multiAZ: Bool) -> [String] in
      var profile = Guide.profile
      profile.database?.multiAZ = multiAZ
      profile.database?.readReplicas = 0
      return Plan(profile).explanation(of: .database, basis: .list).inputs.map(\.name)
    }
    #expect(names(true).contains("Multi-AZ price") && !names(true).contains("Single-AZ price"))
    #expect(names(false).contains("Single-AZ price") && !names(false).contains("Multi-AZ price"))
    let book = PriceBook("us-east-1")
    let price = { (deployment: PriceID.Deployment) in
      book?[.database(instanceClass: "db.r6g.xlarge", engine: "postgresql", deployment)]
    }
    #expect(price(.singleAZ)?.origin.confidence == "3 sources agree")
    #expect(price(.multiAZ)?.origin.confidence == "3 sources agree")
  }

  @Test func `has parts that come to it within a cent each`() throws {
    for line in plan.list.lines {
      for column in line.cost.stated {
        let parts = try line.parts.reduce(Money.zero) { try $0 + #require($1.cost[column]) }
        #expect(
          try (parts - #require(line.cost[column])).dollars.magnitude <= 0.01 * Double(line.parts.count))
      }
    }
  }
}
