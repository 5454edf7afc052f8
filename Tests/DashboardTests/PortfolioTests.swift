import Canvas
import Files
import Foundation
import Planning
import Testing

@testable import Dashboard

@Suite struct `A portfolio` {
  /// The guide, the same with half of its users, one in Ireland, and a file that is wrong.
  private func portfolio(_ width: Int = 120, _ height: Int = 24) -> PortfolioState {
    let guide = BuiltInGuide.loaded.profile
    var (small, irish) = (guide, Region("eu-west-1").map { guide.moved(to: $0) } ?? guide)
    small.name = "Small"
    small.demand.concurrentUsers = 100_000
    irish.name = "Ireland"
    let rows = [("guide.yaml", guide), ("small.yaml", small), ("irish.yaml", irish)].map {
      PortfolioRow(Plan($0.1), path: $0.0, asOf: nil)
    }
    return PortfolioState(
      rows + [PortfolioRow(unread: "wrong.yaml", reason: "line 3: not a number")], size: Size(width, height),
      look: Look())
  }

  private func press(_ keys: [Key], _ state: inout PortfolioState) -> PortfolioState.Effect? {
    keys.compactMap { state.update(.key($0)) }.last
  }

  private func text(_ state: PortfolioState) -> String { state.canvas.rows.joined(separator: "\n") }

  @Test func `has a row a profile, and says of one that is wrong why`() {
    let state = portfolio()
    #expect(text(state).contains("4 profiles, of which"))
    #expect(text(state).contains("Small") && text(state).contains("Ireland"))
    #expect(text(state).contains("line 3: not a number"))
  }

  @Test func `sums the quotas of a Region, since its fleets share the limits`() throws {
    let total = try #require(RegionTotal.all(of: portfolio().rows).first { $0.region == "us-east-1" })
    #expect(total.fleets == 2)
    #expect(total.users == 350_000)
    // 100 instances of 8 vCPUs at max, twice.
    let vcpus = try #require(total.short.first { $0.title == "EC2 On-Demand vCPUs" })
    #expect(vcpus.needed == 1600 && vcpus.limit == 5)
    #expect(text(portfolio()).contains("EC2 On-Demand vCPUs: 1,600 together, of 5"))
  }

  @Test func `counts for each fleet alone what each balancer has a limit of`() throws {
    var profile = BuiltInGuide.loaded.profile
    profile.compute.instances.max = 600
    let rows = ["a", "b"].map { PortfolioRow(Plan(profile), path: $0, asOf: nil) }
    let total = try #require(RegionTotal.all(of: rows).first)
    #expect(total.short.contains { $0.title == "EC2 On-Demand vCPUs" && $0.needed == 9600 })
    #expect(!total.short.contains { $0.title.hasPrefix("Targets") })
  }

  @Test func `opens what is selected, and takes it as it then is`() {
    var state = portfolio()
    #expect(press([.down, .enter], &state) == .open(path: "small.yaml"))
    var profile = BuiltInGuide.loaded.profile
    profile.name = "Smaller"
    state.replace(PortfolioRow(Plan(profile), path: "small.yaml", asOf: nil))
    #expect(text(state).contains("Smaller"))
    #expect(press(["q"], &state) == .quit)
  }

  @Test func `is sorted and filtered`() {
    var state = portfolio()
    _ = press(["o"], &state)
    #expect(state.shown.map(\.path).first != "small.yaml")
    _ = press(["o", "o"], &state)
    #expect(state.shown.map(\.path).first == "guide.yaml")
    _ = press(["/", "i", "r", "i", "s", .enter], &state)
    #expect(state.shown.map(\.path) == ["irish.yaml"])
    _ = press([.escape], &state)
    #expect(state.shown.count == 4)
  }

  @Test func `the second press on a row opens it, and one on a title sorts`() throws {
    var state = portfolio()
    let rows = state.canvas.rows
    let y = try #require(rows.firstIndex { $0.contains("Small") })
    #expect(state.update(.mouse(MouseEvent(.press, at: Point(5, y)))) == nil)
    #expect(state.update(.mouse(MouseEvent(.press, at: Point(5, y)))) == .open(path: "small.yaml"))
    let x = try #require(
      rows[2].range(of: "users").map { rows[2].distance(from: rows[2].startIndex, to: $0.lowerBound) })
    _ = state.update(.mouse(MouseEvent(.press, at: Point(x, 2))))
    #expect(state.order == 3)
  }

  @Test(arguments: [(1, 1), (40, 12), (80, 24), (120, 40), (300, 100)])
  func `fits from a single cell to 300x100`(width: Int, height: Int) {
    let canvas = portfolio(width, height).canvas
    #expect(canvas.size == Size(width, height))
  }

  @Test(arguments: [(80, 24), (120, 40)])
  func `is as it was agreed`(width: Int, height: Int) throws {
    let rows = portfolio(width, height).canvas.rows.map {
      String($0.reversed().drop { $0 == " " }.reversed())
    }
    try expectScreen(.guide(), "portfolio-\(width)x\(height)", rows: rows)
  }

  @Test func `Escape in what was opened goes back, and asks where something is unsaved`() {
    var state = State.guide()
    state.isFromPortfolio = true
    state.press("3")
    #expect(state.press(.escape) == [])
    #expect(state.press(.escape) == [.discard(state.profile), .quit])
    state.press(.right)
    #expect(state.press(.escape) == [])
    #expect(state.overlays.last is Asked)
  }
}
