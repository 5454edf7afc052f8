import Canvas
import Files
import Planning
import Testing

@testable import Dashboard

@Suite struct `What was measured` {
  private static let text = """
    format: headroom/1
    name: Shop
    region: us-east-1
    demand:
      concurrent_users: 240000
      requests_per_user_per_minute: 0.2..0.3
    compute:
      instance_type: c6i.2xlarge
      instances: {min: 20, desired: 60, max: 100}
      requests_per_instance_per_minute: 900..1000..1100  # measured 2026-11-20: 900..1000..1100 from cpu.json, n=18k
    cache: {node_type: cache.r6g.xlarge, shards: 2}

    """

  private func state(today: String = "2026-11-26", actual: ActualRequests? = nil) throws -> State {
    let loaded = try LoadedProfile(Array(Self.text.utf8), name: "shop.yaml")
    return State(
      Document(
        profile: loaded.profile, provenance: loaded.provenance, path: "shop.yaml", name: "shop.yaml"),
      facts: .builtIn, today: Day(today), actual: actual, size: Size(120, 40),
      look: Look(theme: Theme(.standard), glyphs: .unicode))
  }

  @Test func `shows its age among the inputs of a number, and guesses wear a mark`() throws {
    var state = try state()
    _ = state.update(.open(.walls))
    for (wall, words) in [
      (Wall.ID.compute, "line 10, measured 6 days ago, from cpu.json, n=18k"), (.cacheMemory, "~5..10..20"),
    ] {
      state.selectedRows[.walls] = state.wallRows.firstIndex { $0.id == wall }
      state.press(.enter)
      let text = state.rows.joined(separator: "\n")
      #expect(text.contains(words), "\(text)")
      state.press(.escape)
    }
  }

  @Test func `has its age beside the slider, and a guess its mark, on Plan and on Day`() throws {
    let loaded = try LoadedProfile(
      Array(
        Self.text.replacing(
          "per_minute: 0.2..0.3",
          with: "per_minute: 0.2..0.3  # measured 2026-10-22: 0.2..0.3 from alb.log, n=1M"
        ).utf8), name: "shop.yaml")
    var state = State(
      Document(
        profile: loaded.profile, provenance: loaded.provenance, path: "shop.yaml", name: "shop.yaml"),
      facts: .builtIn, today: Day("2026-11-26"), size: Size(120, 48),
      look: Look(theme: Theme(.standard), glyphs: .unicode))
    for screen in [Screen.plan, .day] {
      _ = state.update(.open(screen))
      let rows = state.rows
      // 9 days of October and 26 of November.
      #expect(rows.contains { $0.contains("requests/user") && $0.contains(" 35d") }, "\(rows)")
      #expect(rows.contains { $0.contains("NAT gateways") && $0.contains("~3") }, "\(rows)")
      #expect(!rows.contains { $0.contains("desired") && $0.contains("~60") })
    }
    state.focus(on: .natGateways)
    state.press(.right)
    #expect(!state.rows.contains { $0.contains("~4") })
  }

  @Test func `explains the lines of the bill by what nobody measured`() throws {
    var state = try state()
    _ = state.update(.open(.cost))
    let row = try #require(state.costRows.firstIndex { $0.line == .transfer })
    #expect(state.rows.contains { $0.contains("Data transfer ~") })
    #expect(!state.rows.contains { $0.contains("EC2 instances ~") })
    state.selectedRows[.cost] = row
    state.press(.enter)
    let text = state.rows.joined(separator: "\n")
    #expect(text.contains("Explained by ") && text.contains("demand.requests_per_user_per_minute 0.2..0.3"))
    #expect(text.contains("~demand.response_kb"))
  }

  @Test func `leaves to say what to measure next, and what it would settle`() throws {
    var state = try state()
    state.focus(on: .requests)
    state.press("m")
    let text = state.rows.joined(separator: "\n")
    #expect(text.contains("For requests/user"))
    #expect(text.contains("demand.requests_per_user_per_minute"))
    #expect(text.contains("settles $") && text.contains("users of the first wall at desired"))
    // 60 instances x 1,000 / 0.2 and / 0.3: 300,000 and 200,000 users.
    #expect(text.contains("100,000"))
    state.press(.escape)
    #expect(state.overlays.isEmpty)
  }

  /// A day of UTC, hour by hour; 45,000 requests a minute at 20:00.
  @Test func `is drawn over the day that is played`() throws {
    let start = 1_795_651_200
    var metrics = FleetMetrics()
    metrics.series[.requestCount] = MetricSeries(
      period: 3600,
      points: Dictionary(
        uniqueKeysWithValues: (0..<24).map { (start + 3600 * $0, $0 == 20 ? 2_700_000 : 1_200_000) }))
    let actual = try #require(ActualRequests(Measurements(files: [], metrics: metrics)))
    #expect(actual.requests(at: 1200) == 45_000 && actual.day == Day("2026-11-26"))
    var state = try state(actual: actual)
    _ = state.update(.open(.day))
    #expect(state.rows.contains { $0.contains("actual 2026-11-26") }, "\(state.rows)")
    #expect(state.rows.contains { $0.contains("actual 45,000") }, "\(state.rows)")
  }

  @Test func `is a finding once it is older than the profile allows`() throws {
    var state = try state(today: "2027-03-01")
    #expect(!state.review.findings.contains { $0.id == "HR921" })
    var profile = state.profile
    profile.gates.maxMeasuredAgeDays = 90
    state.show(profile)
    state.derive()
    #expect(state.review.findings.contains { $0.id == "HR921" })
  }
}
