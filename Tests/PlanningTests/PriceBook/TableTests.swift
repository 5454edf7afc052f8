import Testing

@testable import Files
@testable import Planning

/// The tables inside the program against those that were collected, of which the project has the digests.
@Suite struct `The tables of prices` {
  /// A collected table: its name, how many rows it has, and the SHA-256 of its sorted lines without the head.
  private func digest(of name: String) throws -> [String] {
    let rows = try SourceFiles.text(of: "Tests/PlanningTests/PriceBook/collected-digests.csv")
    let row = try #require(rows.split(separator: "\n").first { $0.hasPrefix("\(name),") })
    return row.split(separator: ",").dropFirst().map(String.init)
  }

  private func expect(_ lines: [String], toBe name: String) throws {
    let text = lines.sorted().map { $0 + "\n" }.joined()
    #expect(try [String(lines.count), SHA256.hexadecimal(of: Array(text.utf8))] == digest(of: name))
  }

  /// A price of a row with who says so and since when, as a collected table has it.
  private func cells(_ row: PriceTable.Row, _ column: Int) -> String? {
    guard let price = row.price(column), let origin = PriceTable.origins[row.text(column + 1)].first else {
      return nil
    }
    return "\(price.decimal),\(origin.rest(from: 3)),\(origin.text(2))"
  }

  @Test func `have every collected price of EC2`() throws {
    let lines = PriceTable.ec2.compactMap { row in
      cells(row, 2).map { "\(row.text(0)),\(row.text(1)),\($0)" }
    }
    try expect(lines, toBe: "ec2")
  }

  @Test func `have every collected price of RDS and Aurora, with one zone, two, or I/O-optimized`() throws {
    let lines = PriceTable.rds.flatMap { row in
      [("single", 3), ("multi", 5), ("single-io-optimized", 7)].compactMap { deployment, column in
        cells(row, column).map { "\(row.text(0)),\(row.text(2)),\(row.text(1)),\(deployment),\($0)" }
      }
    }
    try expect(lines, toBe: "rds")
  }

  @Test func `have every collected price of ElastiCache`() throws {
    let lines = PriceTable.elasticache.compactMap { row in
      cells(row, 3).map { "\(row.text(0)),\(row.text(2)),\(row.text(1)),\($0)" }
    }
    try expect(lines, toBe: "elasticache")
  }

  @Test func `have every collected tariff outside us-east-1`() throws {
    let lines = PriceTable.tariffs.filter { !["us-east-1", "everywhere"].contains($0.text(0)) }.compactMap {
      row in
      cells(row, 4).map { "\(row.text(0)),\(row.text(1)),\(row.text(3)),\($0)" }
    }
    try expect(lines, toBe: "tariffs")
  }

  @Test func `have every collected rate of a reservation, and every saving of Spot`() throws {
    let reserved = PriceTable.ec2.compactMap { row -> String? in
      let rates = (4...7).map { row.text($0) }
      return rates == ["", "", "", ""] ? nil : ([row.text(0), row.text(1)] + rates).joined(separator: ",")
    }
    try expect(reserved, toBe: "ri")
    let spot = PriceTable.ec2.filter { !$0[8].isEmpty }.map { row in
      [0, 1, 8, 9].map { row.text($0) }.joined(separator: ",")
    }
    try expect(spot, toBe: "spot-advisor")
  }

  @Test func `find each row by its key, and none by a key that only begins alike`() throws {
    for row in PriceTable.elasticache where row.text(0) == "eu-west-3" {
      let found = try #require(PriceTable.elasticache["eu-west-3", row.text(1), row.text(2)].first)
      #expect(found.text(3) == row.text(3))
    }
    #expect(PriceTable.ec2["us-east-1", "c6i.2xlarg"].isEmpty)
    #expect(PriceTable.ec2["us-east"].isEmpty)
    #expect(PriceTable.ec2["us-east-1"].allSatisfy { $0.text(0) == "us-east-1" })
    #expect(Array(PriceTable.ec2["us-east-1"]).count == 1343)
  }
}
