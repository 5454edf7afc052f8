import Files
import Planning
import Testing

/// Keys that AWS holds without a team having to say them, as each of the three kinds of files tells of them.
@Suite("What AWS holds besides")
struct FurtherKeysTests {
  private func account(_ others: [String: String]) throws -> FoundFleet {
    let folder = try SmallAccount.folder(others)
    return try AWSFiles.account([folder.path]).fleet()
  }

  private func plan(_ resources: String) throws -> FoundFleet {
    let text = """
      {"format_version": "1.2", "terraform_version": "1.11.4", "planned_values": {"root_module": {"resources": [
        {"address": "aws_autoscaling_group.web", "mode": "managed", "type": "aws_autoscaling_group", "name": "web",
         "values": {"name": "web", "min_size": 2, "max_size": 9, "desired_capacity": 3, "target_group_arns": ["tg-1"],
           "vpc_zone_identifier": ["s-1", "s-2"], "launch_template": [{"id": "lt-1"}]}},
        {"address": "aws_db_instance.main", "type": "aws_db_instance", "values": {"identifier": "main",
          "engine": "postgres", "instance_class": "db.r7g.large", "backup_retention_period": 0}},
        \(resources)]}}}
      """
    return try AWSFiles.account(Array(text.utf8), name: "plan.json").fleet()
  }

  private func template(_ resources: String) throws -> FoundFleet {
    let text = """
      Resources:
        Group:
          Type: AWS::AutoScaling::AutoScalingGroup
          Properties: {MinSize: "20", MaxSize: "90", DesiredCapacity: "30", VPCZoneIdentifier: [!Ref A, !Ref B]}
        A: {Type: AWS::EC2::Subnet, Properties: {AvailabilityZone: a, MapPublicIpOnLaunch: true}}
        B: {Type: AWS::EC2::Subnet, Properties: {AvailabilityZone: b, MapPublicIpOnLaunch: true}}
      \(resources)

      """
    return try AWSFiles.account(Array(text.utf8), name: "t.yaml").fleet()
  }

  private static let database = """
    {"DBInstances": [{"DBInstanceIdentifier": "main", "Engine": "postgres", "DBInstanceClass": "db.r7g.large",
      "BackupRetentionPeriod": 0}]}
    """

  private static let cache = """
    {"ReplicationGroups": [{"ReplicationGroupId": "sess", "CacheNodeType": "cache.r7g.large", "Engine": "valkey",
      "SnapshotRetentionLimit": 3}]}
    """

  @Test func `is the number of balancers before a group, where it is not one`() throws {
    let arn = "arn:aws:elasticloadbalancing:eu-west-1:1:"
    let two = """
      {"TargetGroups": [{"TargetGroupName": "web-tg", "HealthCheckPath": "/up",
        "TargetGroupArn": "arn:aws:elasticloadbalancing:eu-west-1:\(SmallAccount.account):targetgroup/web-tg/1",
        "LoadBalancerArns": ["\(arn)loadbalancer/app/a/1", "\(arn)loadbalancer/app/b/2", "\(arn)loadbalancer/net/c/3"]}]}
      """
    let balancers = ["app/a/1", "app/b/2", "net/c/3"].map { name in
      let type = name.hasPrefix("net") ? "network" : "application"
      return
        #"{"LoadBalancerArn": "\#(arn)loadbalancer/\#(name)", "LoadBalancerName": "\#(name)", "Type": "\#(type)"}"#
    }
    let fleet = try account([
      "describe-target-groups.json": two,
      "describe-load-balancers.json": "{\"LoadBalancers\": [\(balancers.joined(separator: ", "))]}",
    ])
    #expect(fleet["load_balancer.count"]?.value == .count(2))
    // One is what a profile has without a word.
    let usual = try account([:])
    #expect(usual["load_balancer.count"] == nil)
    #expect(usual.usual.contains { $0.key == "load_balancer.count" && $0.value == .count(1) })
  }

  @Test func `is that no balancer is before a group of workers`() throws {
    let workers = SmallAccount.files["describe-auto-scaling-groups.json"]?
      .replacing(#/"TargetGroupARNs": \[[^\]]*\]/#, with: #""TargetGroupARNs": []"#)
    let fleet = try account([
      "describe-auto-scaling-groups.json": workers ?? "",
      "describe-load-balancers.json": "{\"LoadBalancers\": []}",
      "describe-target-groups.json": "{\"TargetGroups\": []}",
    ])
    #expect(fleet["load_balancer.count"]?.value == .count(0))
    // Another balancer may send them requests in a way that the files do not tell.
    #expect(
      try account(["describe-auto-scaling-groups.json": workers ?? ""])["load_balancer.count"] == nil)
    #expect(try template("")["load_balancer.count"]?.value == .count(0))
  }

  @Test func `is a proxy before the database`() throws {
    let proxies = #"{"DBProxies": [{"DBProxyName": "pool"}]}"#
    let target = #"{"Targets": [{"RdsResourceId": "main", "Type": "RDS_INSTANCE"}]}"#
    let fleet = try account([
      "describe-db-instances.json": Self.database, "describe-db-proxies.json": proxies,
      "describe-db-proxy-targets.pool.json": target,
    ])
    #expect(fleet["database.proxy"]?.value == .flag(true))
    #expect(fleet["database.proxy"]?.file == "describe-db-proxy-targets.pool.json")
    let none = try account([
      "describe-db-instances.json": Self.database, "describe-db-proxies.json": #"{"DBProxies": []}"#,
    ])
    #expect(none.usual.contains { $0.key == "database.proxy" && $0.value == .flag(false) })
    // Nobody asked for the targets of the proxy that is there.
    let unknown = try account([
      "describe-db-instances.json": Self.database, "describe-db-proxies.json": proxies,
    ])
    #expect((unknown.values + unknown.usual).allSatisfy { $0.key != "database.proxy" })
    let planned = try plan(
      #"{"address": "aws_db_proxy_target.t", "type": "aws_db_proxy_target", "values": {"db_instance_identifier": "main"}}"#
    )
    #expect(planned["database.proxy"]?.value == .flag(true))
  }

  @Test func `is that no backups are kept, and what the snapshots of a cache hold`() throws {
    let snapshots = """
      {"Snapshots": [{"SnapshotName": "a", "ReplicationGroupId": "sess", "NodeSnapshots": [{"CacheSize": "700 MB"},
        {"CacheSize": "600 MB"}]}, {"SnapshotName": "b", "ReplicationGroupId": "other",
        "NodeSnapshots": [{"CacheSize": "9 GB"}]}]}
      """
    let fleet = try account([
      "describe-db-instances.json": Self.database, "describe-replication-groups.json": Self.cache,
      "describe-db-snapshots.main.json": #"{"DBSnapshots": []}"#, "describe-snapshots.json": snapshots,
    ])
    #expect(fleet["database.backup_gb"]?.value == .count(0))
    // 700 + 600 MB are 1.27 GB, and GB are whole.
    #expect(fleet["cache.backup_gb"]?.value == .count(2))
    // Without the snapshots nobody knows what is kept.
    let unasked = try account(["describe-db-instances.json": Self.database])
    #expect(unasked["database.backup_gb"] == nil)
    #expect(
      try plan(#"{"address": "x.y", "type": "x", "values": {}}"#)["database.backup_gb"]?.value == .count(0))
  }

  @Test func `is how many metrics of its own an instance sends`() throws {
    func metric(_ name: String, _ dimensions: [String: String], in space: String = "CWAgent") -> String {
      let list = dimensions.sorted { $0.key < $1.key }.map {
        #"{"Name": "\#($0.key)", "Value": "\#($0.value)"}"#
      }
      return
        #"{"Namespace": "\#(space)", "MetricName": "\#(name)", "Dimensions": [\#(list.joined(separator: ", "))]}"#
    }
    let group = ["AutoScalingGroupName": "web"]
    let metrics = [
      metric("mem_used_percent", group.merging(["InstanceId": "i-1"]) { $1 }),
      metric("disk_used_percent", ["InstanceId": "i-1", "path": "/"]),
      metric("disk_used_percent", ["InstanceId": "i-1", "path": "/var"]),
      metric("mem_used_percent", group.merging(["host": "ip-10-0-0-2"]) { $1 }),
      metric("mem_used_percent", ["InstanceId": "i-of-others"]), metric("mem_used_percent", group),
      metric("CPUUtilization", ["InstanceId": "i-1"], in: "AWS/EC2"),
    ]
    let fleet = try account(["list-metrics.web.json": "{\"Metrics\": [\(metrics.joined(separator: ", "))]}"])
    #expect(fleet["monitoring.custom_metrics_per_instance"]?.value == .count(3))
    let silent = try account(["list-metrics.web.json": #"{"Metrics": []}"#])
    #expect(silent["monitoring.custom_metrics_per_instance"] == nil)
  }

  @Test func `is what the instances are launched with, and where`() throws {
    let version = SmallAccount.files["describe-launch-template-versions.lt-1.json"]?
      .replacing(
        #""UserData""#,
        with: #""CreditSpecification": {"CpuCredits": "standard"}, "Monitoring": null, "UserData""#)
    let group = SmallAccount.files["describe-auto-scaling-groups.json"]?
      .replacing(#""MinSize""#, with: #""VPCZoneIdentifier": "s-1,s-2", "MinSize""#)
    let subnets = """
      {"Subnets": [{"SubnetId": "s-1", "MapPublicIpOnLaunch": true}, {"SubnetId": "s-2", "MapPublicIpOnLaunch": true},
        {"SubnetId": "s-3", "MapPublicIpOnLaunch": false}]}
      """
    let fleet = try account([
      "describe-launch-template-versions.lt-1.json": version ?? "", "describe-subnets.json": subnets,
      "describe-auto-scaling-groups.json": group ?? "",
    ])
    #expect(fleet["compute.cpu_credits"]?.value == .text("standard"))
    #expect(fleet["network.private_subnets"]?.value == .flag(false))
    #expect(fleet["network.private_subnets"]?.how == "s-1, s-2 give public addresses")
    #expect(try template("")["network.private_subnets"]?.value == .flag(false))
  }

  /// The pool holds the larger of its own 2 and what is left up to 35: 35 - 30 = 5.
  @Test func `is what a template says beside the group`() throws {
    let fleet = try template(
      """
        Pool:
          Type: AWS::AutoScaling::WarmPool
          Properties: {AutoScalingGroupName: !Ref Group, MinSize: 2, MaxGroupPreparedCapacity: 35}
        Board: {Type: AWS::CloudWatch::Dashboard, Properties: {DashboardBody: "{}"}}
        Log: {Type: AWS::Logs::LogGroup, Properties: {RetentionInDays: 90}}
      """)
    #expect(fleet["compute.warm_pool.instances"]?.value == .count(5))
    #expect(fleet["monitoring.dashboards"]?.value == .count(1))
    #expect(fleet["monitoring.log_retention_days"]?.value == .count(90))
  }

  @Test func `is compared with a profile that says it, also where it is the usual`() throws {
    let fleet = try account([:])
    var profile = fleet.profile(over: fleet.offers)
    profile.loadBalancer.count = 2
    var provenance = Provenance()
    #expect(Drift(profile, provenance, against: fleet).isEmpty)
    provenance.places["load_balancer.count"] = Provenance.Place(file: "web.yaml", line: 3, column: 10)
    let drift = Drift(profile, provenance, against: fleet)
    #expect(drift.differences.map(\.key) == ["load_balancer.count"])
    #expect(drift.differences[0].profile == .count(2) && drift.differences[0].aws == .count(1))
  }

  @Test func `are the types of a refresh that is not over, of which the template's counts`() throws {
    let group = SmallAccount.files["describe-auto-scaling-groups.json"]?
      .replacing(
        #""Instances": ["#,
        with:
          #""Instances": [{"InstanceId": "i-0", "InstanceType": "t3.medium", "LifecycleState": "InService"}, "#
      )
    let fleet = try account(["describe-auto-scaling-groups.json": group ?? ""])
    #expect(fleet["compute.instance_type"]?.value == .text("c7g.xlarge"))
    #expect(fleet.notes.contains { $0.id == "template_differs" && $0.text.contains("t3.medium runs beside") })
  }

  @Test func `is asked for by a capture`() throws {
    let folder = try SmallAccount.folder([
      "describe-db-instances.json": Self.database,
      "describe-db-proxies.json": #"{"DBProxies": [{"DBProxyName": "pool"}]}"#,
    ])
    let files = CapturePlan(group: "web").calls(after: try AWSFiles.account([folder.path])).map(\.file)
    for file in [
      "describe-subnets.json", "describe-db-proxies.json", "describe-db-proxy-targets.pool.json",
      "describe-db-snapshots.main.json", "describe-snapshots.json", "list-metrics.web.json",
      "list-metrics.i-1.json",
    ] { #expect(files.contains(file), "\(file)") }
  }
}
