import Files
import Foundation
import Planning
import Reports
import Testing

/// The guide's fleet, moved to each Region of AWS.
@Suite struct `Every report in every Region` {
  private func source(in region: Region) throws -> ReportSource {
    try #require(Self.sources[region.code])
  }

  /// Planned once for all tests.
  private static let sources = Dictionary(
    uniqueKeysWithValues: Region.all.map { region in
      (region.code, Guide.source { $0 = $0.moved(to: region) })
    })

  /// The lines of the fleet as it is at home.
  private static let billed = Set(Guide.source.plan.billedLines.map(\.rawValue))

  private func object(_ report: some Report) throws -> [String: Any] {
    let json = try JSONSerialization.jsonObject(with: Data(report.rendered(as: .json).utf8))
    return try #require(json as? [String: Any])
  }

  /// A report as one line, since a name may be wrapped.
  private func words(_ text: String) -> String {
    text.split { $0.isWhitespace }.joined(separator: " ")
  }

  @Test(arguments: Region.all)
  func `sums what has a price, and names what has none with its reason`(region: Region) throws {
    let source = try source(in: region)
    let plan = source.plan
    let summary = SummaryReport(source)
    let text = words(summary.rendered(as: .text))
    let costs = try #require(try object(summary)["costs"] as? [String: Any])
    let list = try #require(costs["list"] as? [String: Any])
    let lines = try #require(list["lines"] as? [[String: Any]]).compactMap { $0["id"] as? String }
    let unpriced = try #require(list["unpriced"] as? [[String: Any]])
    let unknown = unpriced.compactMap { $0["id"] as? String }
    #expect(Set(lines).isDisjoint(with: unknown))
    #expect(list["complete"] as? Bool == unknown.isEmpty)
    // As many lines as the fleet has, priced or not, whatever the Region knows.
    #expect(Set(lines + unknown) == Self.billed, "\(lines) \(unknown)")
    for line in plan.list.unpriced {
      #expect(text.contains(line.id.title) && text.contains(line.reason.text), "\(line.id.title)")
    }
    let total = list["total"] as? [String: Any]
    let sum = plan.list.lines.map(\.cost.high).reduce(Money.zero, +)
    #expect(total?["high"] as? String == (lines.isEmpty ? nil : sum.decimal))
  }

  @Test(arguments: Region.all)
  func `tells of every number how it came about, and sizes the fleet`(region: Region) throws {
    let source = try source(in: region)
    for name in NumberReport.names(of: source.plan) {
      let report = try #require(NumberReport(source, name: name))
      #expect(!report.rendered(as: .csv).isEmpty)
    }
    let text = try #require(NumberReport(source, name: "cost.total")).rendered(as: .text)
    #expect(Columns.overlong(text) == [])
    let sizing = Sizing(
      source.plan.profile, for: SizingTarget(users: 250_000), growing: false, facts: source.plan.facts)
    let report = SizingReport(source, sizing)
    #expect(Columns.overlong(report.rendered(as: .text)) == [])
    let types = try #require(try object(report)["types"] as? [[String: Any]])
    #expect(types.count == sizing.candidates.count)
    // A type has a cost where its hours have a price, and block storage is left out of all where it has none.
    let without = try #require(try object(report)["monthly_without"] as? [String])
    #expect(
      without.contains("block_storage") == source.plan.list.unpriced.contains { $0.id == .blockStorage })
    for type in types where type["chosen"] as? Bool == true {
      #expect((type["monthly_low"] is String) == (source.plan.prices != nil))
    }
  }

  /// The tables as they lie in the project, read by their lines, without the program's own reader.
  private static let tables = Set(
    ["ec2", "rds", "elasticache", "bedrock", "tariffs"].flatMap { name in
      let file = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Sources/CPriceTables/Tables/\(name).csv")
      let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
      return text.split(separator: "\n").map { row in
        row.split(separator: ",", omittingEmptySubsequences: false).prefix(
          name == "rds" || name == "elasticache" ? 3 : 2
        )
        .joined(separator: ",")
      }
    })

  @Test(arguments: Region.all)
  func `pays by rows of that Region alone, or by what is the same everywhere`(region: Region) throws {
    #expect(Self.tables.count > 10_000)
    for line in try source(in: region).plan.list.lines {
      for part in line.parts {
        switch part.charge.rate {
        case .price(.instance(let type), _, _): #expect(Self.tables.contains("\(region.code),\(type)"))
        case .price(.database(let name, let engine, _), _, _):
          #expect(Self.tables.contains("\(region.code),\(name),\(engine)"))
        case .price(.cacheNode(let type, let engine), _, _):
          #expect(Self.tables.contains("\(region.code),\(type),\(engine.rawValue)"))
        case .price(.speech(let model, _), _, _): #expect(Self.tables.contains("\(region.code),\(model)"))
        case .tariff(let tariff, _):
          let scopes = [region.code, "everywhere"]
          #expect(scopes.contains { Self.tables.contains("\($0),\(tariff.id.rawValue)") })
        case .stated, .unknown: break
        }
      }
    }
  }
}
