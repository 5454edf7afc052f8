import Files
import Foundation
import Planning
import Reports
import Testing

/// Bills that were worked out by somebody else, to the cent; some are public bills of real fleets.
///
/// Three prices of databases have moved by a thousandth of a dollar since, so those of the day are laid over the book.
@Suite struct `A bill that was worked out by hand` {
  @Test(arguments: BillCase.all)
  func `comes to the same cent in every column`(bill: BillCase) throws {
    guard let expected = bill.expect["lines"] as? [String: [String: Any]] else { return }
    let list = try bill.list()
    let lines = Dictionary(
      uniqueKeysWithValues: try objects(list["lines"]).map { (try #require($0["id"] as? String), $0) })
    for (id, columns) in expected {
      let line = try #require(lines[id], "\(id) is not in the bill")
      for (column, cents) in columns { #expect(text(line[column]) == text(cents), "\(id) \(column)") }
    }
    for (id, line) in lines where bill.names("absent").contains(id) {
      #expect(Bool(false), "\(id) should be absent, and is \(line)")
    }
    guard let total = bill.expect["total"] as? [String: Any] else { return }
    for (column, cents) in total {
      #expect(text((list["total"] as? [String: Any])?[column]) == text(cents), "total \(column)")
    }
    #expect(list["total_name"] as? String == bill.expect["total_name"] as? String)
    #expect(list["complete"] as? Bool == bill.expect["complete"] as? Bool)
  }

  @Test(arguments: BillCase.all)
  func `says what it cannot price and what it does not count`(bill: BillCase) throws {
    guard bill.expect["unpriced"] != nil else { return }
    let list = try bill.list()
    for part in ["unpriced", "not_counted"] {
      let (found, expected) = (try objects(list[part]), try objects(bill.expect[part]))
      #expect(found.map { text($0["id"]) } == expected.map { text($0["id"]) })
      for (found, expected) in zip(found, expected) {
        let about = expected["about"] as? [String: Any]
        for (column, money) in about ?? [:] {
          #expect(
            text((found["about"] as? [String: Any])?[column]) == text(money),
            "\(text(expected["id"])) \(column)")
        }
        if about == nil { #expect(!(found["about"] is [String: Any])) }
      }
    }
  }

  @Test(arguments: BillCase.all)
  func `compares like with like`(bill: BillCase) throws {
    guard let expected = bill.expect["list_over_quoted"] as? [String: Any] else { return }
    let ratio = try #require(try bill.costs()["list_over_quoted"] as? [String: Any])
    #expect(ratio["lines"] as? [String] == expected["lines"] as? [String])
    for side in ["list", "quoted"] {
      #expect(ratio[side] as? [String: String] == expected[side] as? [String: String])
    }
  }

  @Test(arguments: BillCase.all)
  func `is refused in words that say what to write`(bill: BillCase) throws {
    guard bill.expect["refused"] != nil else { return }
    let error = #expect(throws: InputFileError.self) { try bill.loaded() }
    for words in bill.names("refused") { #expect(error?.description.contains(words) == true) }
  }

  private func objects(_ value: Any?) throws -> [[String: Any]] { try #require(value as? [[String: Any]]) }

  private func text(_ value: Any?) -> String { value as? String ?? "null" }
}

/// One bill of the file beside this one.
struct BillCase: @unchecked Sendable, CustomTestStringConvertible {
  let id: String
  let about: String

  /// Immutable values as the JSON of the file has them.
  let expect: [String: Any]
  private let profile: String
  private let prices: [String]
  private let files: [String: String]

  var testDescription: String { "\(id): \(about)" }

  func names(_ key: String) -> [String] { expect[key] as? [String] ?? [] }

  static let all: [BillCase] = {
    guard let file = try? JSONSerialization.jsonObject(with: contents("bills.json")) as? [String: Any],
      let cases = file["cases"] as? [[String: Any]], let files = file["files"] as? [String: String]
    else { return [] }
    return cases.map { bill in
      BillCase(
        id: bill["id"] as? String ?? "", about: bill["about"] as? String ?? "",
        expect: bill["expect"] as? [String: Any] ?? [:], profile: bill["profile"] as? String ?? "",
        prices: bill["prices"] as? [String] ?? [], files: files)
    }
  }()

  private static func contents(_ name: String) throws -> Data {
    try Data(contentsOf: URL(filePath: #filePath).deletingLastPathComponent().appending(path: name))
  }

  func loaded() throws -> LoadedProfile {
    let folder = FileManager.default.temporaryDirectory.appending(path: "headroom-bill-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files.merging(["case.yaml": profile], uniquingKeysWith: { $1 }) {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
    return try ProfileFile.read(folder.appending(path: "case.yaml").path)
  }

  /// The costs of the summary that programs read.
  func costs() throws -> [String: Any] {
    let loaded = try loaded()
    let own = try [Self.contents("first-book.json")] + prices.map { Data($0.utf8) }
    let overlays = try own.map { try PriceFile.overlay(Array($0), name: "prices") }
    let plan = Plan(loaded.profile, provenance: loaded.provenance, facts: Facts(overlays: overlays))
    let report = SummaryReport(ReportSource(plan, name: "case.yaml", sha256: loaded.sha256))
    let json = try JSONSerialization.jsonObject(with: Data(report.rendered(as: .json).utf8))
    return try #require((json as? [String: Any])?["costs"] as? [String: Any])
  }

  func list() throws -> [String: Any] { try #require(try costs()["list"] as? [String: Any]) }
}

@Suite struct `The bills worked out by hand` {
  @Test func `are all there`() {
    #expect(BillCase.all.count == 26)
    #expect(BillCase.all.contains { $0.expect["refused"] != nil })
  }
}
