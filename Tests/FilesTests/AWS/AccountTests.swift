import Files
import Foundation
import Planning
import Testing

@Suite("A fleet that the AWS CLI tells of")
struct AccountTests {
  private func fleet(_ others: [String: String] = [:], _ choices: FleetChoices = FleetChoices()) throws
    -> FoundFleet
  {
    let folder = try SmallAccount.folder(others)
    return try AWSFiles.account([folder.path]).fleet(choices)
  }

  @Test func `is a value for each key that AWS holds`() throws {
    let fleet = try fleet()
    let expected: [(String, FieldValue)] = [
      ("name", .text("web")), ("region", .text("eu-west-1")), ("compute.instance_type", .text("c7g.xlarge")),
      ("compute.instances.min", .count(4)), ("compute.instances.desired", .count(8)),
      ("compute.instances.max", .count(20)),
      ("compute.requests_per_instance_per_minute", .estimate(Estimate(200))),
      ("compute.target_cpu_percent", .number(55)), ("compute.scale_out_cooldown_seconds", .count(120)),
      // Zones a and b, one of which is named twice.
      ("compute.availability_zones", .count(2)), ("compute.root_volume_gb", .count(30)),
      // One point of 300 seconds: 5 minutes.
      ("scaling.scale_out.periods", .count(5)), ("scaling.scale_out.cpu_percent_above", .number(75)),
      ("load_balancer.unhealthy_threshold", .count(2)),
    ]
    for (key, value) in expected { #expect(fleet[key]?.value == value, "\(key)") }
    // 10,000 requests in 300 seconds are 10,000 x 60 / 300 = 2,000 a minute.
    #expect(fleet["monitoring.alarms"]?.value.text == "requests_per_minute above 2000")
    #expect(fleet["compute.scale_in_cooldown_seconds"] == nil)
  }

  @Test func `says where each value stands`() throws {
    let fleet = try fleet()
    #expect(fleet["compute.instances.min"]?.file == "describe-auto-scaling-groups.json")
    #expect(fleet["compute.instances.min"]?.path == "AutoScalingGroups[0].MinSize")
    #expect(
      fleet.text.contains("min: 4  # from describe-auto-scaling-groups.json: AutoScalingGroups[0].MinSize\n"))
    #expect(
      fleet.text.contains(
        "periods: 5  # from describe-alarms.json: MetricAlarms[0].EvaluationPeriods (1 x 300 s / 60, up)\n"))
  }

  @Test func `asks for what no file says, with a default, and for nothing that is not there`() throws {
    let fleet = try fleet()
    // The database's file is empty and the cache's has nothing in it: there is neither.
    #expect(fleet.missing == ["demand.concurrent_users", "demand.requests_per_user_per_minute"])
    #expect(fleet.text.contains("  # concurrent_users: 10000\n"))
    #expect(!fleet.text.contains("database:"))
  }

  @Test func `asks for the database where no file is of its kind`() throws {
    let folder = try SmallAccount.folder()
    try FileManager.default.removeItem(atPath: folder["describe-db-instances.json"])
    let fleet = try AWSFiles.account([folder.path]).fleet()
    #expect(fleet.missing.suffix(2) == ["database.instance_class", "database.connection_limit"])
    #expect(fleet.text.contains("\n# database:"))
  }

  @Test func `is a profile that reads as it was found, once it is answered`() throws {
    var fleet = try fleet()
    fleet.say("demand.concurrent_users", .count(5000), option: "--users")
    fleet.say(
      "demand.requests_per_user_per_minute", .estimate(Estimate(low: 0.2, high: 0.3)), option: "--requests")
    let loaded = try LoadedProfile(Array(fleet.text.utf8), name: "f")
    #expect(loaded.profile == fleet.profile())
    let drift = Drift(loaded.profile, loaded.provenance, against: fleet)
    #expect(drift.isEmpty && drift.moves.isEmpty && drift.notStated.isEmpty)
  }

  @Test func `never gives away a secret or the number of an account`() throws {
    let group = SmallAccount.files["describe-auto-scaling-groups.json"]?
      .replacing(
        #""AutoScalingGroupName": "web""#, with: #""AutoScalingGroupName": "web-\#(SmallAccount.account)""#)
    let fleet = try fleet(["describe-auto-scaling-groups.json": group ?? ""])
    #expect(fleet["name"]?.value == .text("web-…"))
    for secret in [SmallAccount.account, SmallAccount.secret] {
      #expect(!"\(fleet.text)\(fleet.notes)".contains(secret))
    }
  }

  @Test func `keeps a name that holds a command, a new line and a comment in its place`() throws {
    let name = "$(touch /tmp/x); `id` # \u{1B}[2J: 'web'"
    let group = SmallAccount.files["describe-auto-scaling-groups.json"]?
      .replacing(
        #""AutoScalingGroupName": "web""#,
        with: #""AutoScalingGroupName": "\#(name.replacing("\u{1B}", with: "\\u001b"))""#)
    let fleet = try fleet(["describe-auto-scaling-groups.json": group ?? ""])
    // A profile refuses control characters in a name, so that the key stays open.
    #expect(fleet["name"] == nil && fleet.missing.first == "name")
    #expect(!fleet.text.contains("\u{1B}"))
    #expect(fleet.notes.contains { $0.id == "out_of_range" && $0.subject == "name" })
  }

  /// Terraform may be applied half, and a version may be anything that somebody typed.
  @Test func `says what no profile can hold`() throws {
    let group = SmallAccount.files["describe-auto-scaling-groups.json"] ?? ""
    let fleet = try fleet([
      "describe-auto-scaling-groups.json": group.replacing(#/"MinSize": \d+/#, with: #""MinSize": 900"#),
      "describe-db-instances.json": #"""
      {"DBInstances": [{"DBInstanceIdentifier": "db", "DBInstanceClass": "db.r6g.large",
        "Engine": "postgres", "EngineVersion": "1\n2"}]}
      """#,
    ])
    #expect(fleet.notes.contains { $0.id == "contradiction" && $0.text.hasPrefix("900 is above desired ") })
    #expect(fleet["database.engine_version"] == nil)
  }

  @Test func `has to be chosen where there are several`() throws {
    let two = """
      {"AutoScalingGroups": [{"AutoScalingGroupName": "web", "MinSize": 1, "MaxSize": 2},
        {"AutoScalingGroupName": "batch's", "MinSize": 1, "MaxSize": 3}]}
      """
    let account = try AWSFiles.account(Array(two.utf8), name: "f")
    #expect(throws: FleetProblem.self) { try account.fleet() }
    do {
      _ = try account.fleet()
    } catch {
      guard case .choice(let problem) = error else { throw error }
      #expect(
        problem.description.contains("--asg web") && problem.description.contains(#"--asg 'batch'\''s'"#))
    }
    var choices = FleetChoices()
    choices.group = "batch's"
    #expect(try account.fleet(choices)["compute.instances.max"]?.value == .count(3))
  }

  @Test(arguments: [
    ("\"MinSize\": \"four\"", "1:82: AutoScalingGroups[0].MinSize: found four; expected a number"),
    ("\"MinSize\": 4.5", "1:82: AutoScalingGroups[0].MinSize: found 4.5; expected a whole number"),
    ("\"MinSize\": 4, \"MinSize\": 5", "MinSize"),
  ])
  func `is refused where a file says something else than AWS does`(text: String, message: String) throws {
    let file = #"{"AutoScalingGroups": [{"AutoScalingGroupName": "web", "MaxSize": 20, \#(text)}]}"#
    do {
      _ = try AWSFiles.account(Array(file.utf8), name: "f").fleet()
      Issue.record("nothing was refused")
    } catch let error as FleetProblem {
      guard case .wrong(let rejection) = error else { throw error }
      #expect(rejection.description.contains(message), "\(rejection)")
    } catch let error as Rejection {
      #expect(error.description.contains(message), "\(error)")
    }
  }
}

@Suite("A drift")
struct DriftTests {
  private func loaded(_ change: (String) -> String = { $0 }) throws -> (LoadedProfile, FoundFleet) {
    let folder = try SmallAccount.folder()
    var fleet = try AWSFiles.account([folder.path]).fleet()
    fleet.say("demand.concurrent_users", .count(5000), option: "--users")
    fleet.say(
      "demand.requests_per_user_per_minute", .estimate(Estimate(low: 0.2, high: 0.3)), option: "--requests")
    return (try LoadedProfile(Array(change(fleet.text).utf8), name: "f"), fleet)
  }

  @Test func `is each key that differs, and desired alone only moves`() throws {
    let (loaded, fleet) = try loaded {
      $0.replacing("max: 20 ", with: "max: 30 ").replacing("desired: 8 ", with: "desired: 9 ")
    }
    let drift = Drift(loaded.profile, loaded.provenance, against: fleet)
    #expect(drift.differences.map(\.key) == ["compute.instances.max"])
    #expect(drift.differences[0].profile == .count(30) && drift.differences[0].aws == .count(20))
    #expect(drift.moves.map(\.key) == ["compute.instances.desired"])
  }

  @Test func `leaves out what a profile does not speak of, and lists it`() throws {
    let (loaded, fleet) = try loaded { text in
      text.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.contains("add_percent") }
        .joined(separator: "\n")
    }
    let drift = Drift(loaded.profile, loaded.provenance, against: fleet)
    #expect(drift.isEmpty)
    #expect(drift.notStated.map(\.key) == ["scaling.scale_out.add_percent"])
  }

  @Test func `is also what AWS does not have any more`() throws {
    let (loaded, _) = try loaded()
    let folder = try SmallAccount.folder([
      "describe-policies.json": #"{"ScalingPolicies": []}"#, "describe-alarms.json": #"{"MetricAlarms": []}"#,
    ])
    let drift = Drift(loaded.profile, loaded.provenance, against: try AWSFiles.account([folder.path]).fleet())
    let gone = drift.differences.filter { $0.aws == nil }.map(\.key)
    #expect(gone == ["scaling.scale_out.cpu_percent_above", "monitoring.alarms"])
  }

  @Test func `taken over changes the lines that differ and no other byte`() throws {
    let (loaded, fleet) = try loaded {
      $0.replacing("max: 20 ", with: "max: 30 ")
        .replacing(
          "    - {metric: requests_per_minute, above: 2000}",
          with:
            "    - {metric: orders_lost, above: 1}  # ours\n    - {metric: requests_per_minute, above: 1500}")
    }
    let drift = Drift(loaded.profile, loaded.provenance, against: fleet)
    let merged = loaded.profile.taking(drift.differences + drift.moves)
    let text = String(decoding: try ProfileText.edited(loaded, to: merged)[0], as: UTF8.self)
    let before = String(decoding: loaded.source.bytes, as: UTF8.self)
    #expect(
      text == before.replacing("max: 30 ", with: "max: 20 ").replacing("above: 1500", with: "above: 2000"))
    let again = Drift(merged, loaded.provenance, against: fleet)
    #expect(again.isEmpty)
  }
}
