internal import Planning
internal import Typography

/// One read of the AWS CLI, and the file that its answer goes to.
package struct CaptureCall: Hashable, Sendable {
  /// A plain name, the same on every run.
  package let file: String

  /// The words after `aws`: the service, the operation and its options.
  package let words: [String]

  /// The Region that the call is for, whatever the fleet's is; nil for the fleet's.
  package let region: String?

  init(
    _ service: String, _ operation: String, _ options: [String] = [], of subject: String? = nil,
    in region: String? = nil
  ) {
    file = ([operation] + (subject.map { [$0.plainInFileName] } ?? []) + ["json"]).joined(separator: ".")
    words = [service, operation] + options
    self.region = region
  }

  /// The call without its options.
  package var name: String { words.prefix(2).joined(separator: " ") }
}

extension String {
  /// The text as a part of a file's name, whatever it is.
  fileprivate var plainInFileName: String {
    let bytes = utf8.map { byte -> UInt8 in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"),
        UInt8(ascii: "."), UInt8(ascii: "_"):
        byte
      default: byte.isDigit ? byte : UInt8(ascii: "_")
      }
    }
    return String(decoding: bytes.prefix(100), as: UTF8.self)
  }
}

/// What is asked of AWS for one fleet, or for every one where no group is named.
package struct CapturePlan: Sendable {
  private let group: String?

  package init(group: String?) { self.group = group }

  /// The Region that global services answer in.
  static let home = "us-east-1"

  /// What is asked before anything is known; the first must be answered.
  package var firstCalls: [CaptureCall] {
    let one = group.map { ["--auto-scaling-group-name", $0] } ?? []
    return [
      CaptureCall(
        "autoscaling", "describe-auto-scaling-groups", group.map { ["--auto-scaling-group-names", $0] } ?? []),
      CaptureCall("autoscaling", "describe-policies", one),
      CaptureCall("autoscaling", "describe-scheduled-actions", one),
      CaptureCall(
        "autoscaling", "describe-launch-configurations", ["--query", Self.launchConfigurationQuery]),
      CaptureCall("ec2", "describe-security-groups"), CaptureCall("ec2", "describe-subnets"),
      CaptureCall("ec2", "describe-nat-gateways"),
      CaptureCall("ec2", "describe-vpc-endpoints"), CaptureCall("elbv2", "describe-target-groups"),
      CaptureCall("elbv2", "describe-load-balancers"), CaptureCall("rds", "describe-db-instances"),
      CaptureCall("rds", "describe-db-proxies", ["--query", Self.proxyQuery]),
      CaptureCall("elasticache", "describe-replication-groups"),
      CaptureCall("elasticache", "describe-cache-clusters"),
      CaptureCall("elasticache", "describe-serverless-caches"),
      CaptureCall("elasticache", "describe-snapshots"),
      CaptureCall("cloudfront", "list-distributions", in: Self.home),
      CaptureCall("cloudwatch", "describe-alarms"),
      CaptureCall("shield", "get-subscription-state", in: Self.home),
    ]
      + Self.quotaServices.map {
        CaptureCall("service-quotas", "list-service-quotas", ["--service-code", $0], of: $0)
      }
  }

  /// Services whose limits the book of quotas knows.
  static let quotaServices = Set(
    QuotaBook.builtIn.entries.filter { $0.fact.code != nil }.map(\.fact.serviceCode)
  ).sorted()

  // Instances are given their secrets as user data, which is therefore never asked for.
  static let launchTemplateQuery =
    "{LaunchTemplateVersions: LaunchTemplateVersions[].{LaunchTemplateId: LaunchTemplateId,"
    + " LaunchTemplateName: LaunchTemplateName, VersionNumber: VersionNumber, DefaultVersion: DefaultVersion,"
    + " LaunchTemplateData: LaunchTemplateData.{InstanceType: InstanceType,"
    + " BlockDeviceMappings: BlockDeviceMappings, NetworkInterfaces: NetworkInterfaces,"
    + " SecurityGroupIds: SecurityGroupIds, SecurityGroups: SecurityGroups,"
    + " InstanceMarketOptions: InstanceMarketOptions, Monitoring: Monitoring,"
    + " CreditSpecification: CreditSpecification}}}"

  static let launchConfigurationQuery =
    "{LaunchConfigurations: LaunchConfigurations[].{LaunchConfigurationName: LaunchConfigurationName,"
    + " InstanceType: InstanceType, SecurityGroups: SecurityGroups, BlockDeviceMappings: BlockDeviceMappings,"
    + " InstanceMonitoring: InstanceMonitoring, SpotPrice: SpotPrice,"
    + " AssociatePublicIpAddress: AssociatePublicIpAddress}}"

  static let parameterQuery = "{Parameters: Parameters[?ParameterName=='max_connections']}"

  // A proxy names the secrets that it signs in with.
  static let proxyQuery = "{DBProxies: DBProxies[].{DBProxyName: DBProxyName, Status: Status, VpcId: VpcId}}"

  static let snapshotQuery =
    "{DBSnapshots: DBSnapshots[].{DBSnapshotIdentifier: DBSnapshotIdentifier,"
    + " DBInstanceIdentifier: DBInstanceIdentifier}}"

  /// Only metrics that were sent within three hours are listed.
  static let recently = ["--recently-active", "PT3H"]

  static let metricQuery = "{Metrics: Metrics[?!starts_with(Namespace, 'AWS/')]}"
}

extension CapturePlan {
  /// What is to be asked in all, after what was answered so far.
  package func calls(after account: Account) -> [CaptureCall] {
    let inventory = account.inventory
    let groups = inventory[.group]
    let templates = groups.flatMap { Self.launchTemplates(of: $0) }
    let targets = inventory[.targetGroup].named(by: groups.flatMap { $0["TargetGroupARNs"].links })
    let balancers = inventory[.balancer].named(by: targets.flatMap { $0["LoadBalancerArns"].links })
    let types = Set(groups.flatMap { Self.types(of: $0) }).sorted()
    var calls = firstCalls + templates
    if !types.isEmpty {
      calls.append(CaptureCall("ec2", "describe-instance-types", ["--instance-types"] + types))
    }
    for balancer in balancers {
      guard let arn = balancer["LoadBalancerArn"].text?.value else { continue }
      let one = ["--load-balancer-arn", arn]
      calls += [
        CaptureCall("elbv2", "describe-load-balancer-attributes", one, of: balancer.title),
        CaptureCall("elbv2", "describe-listeners", one, of: balancer.title),
        CaptureCall("elbv2", "describe-capacity-reservation", one, of: balancer.title),
        CaptureCall("wafv2", "get-web-acl-for-resource", ["--resource-arn", arn], of: balancer.title),
      ]
    }
    calls += inventory[.listener].compactMap { listener in
      guard let arn = listener["ListenerArn"].text?.value else { return nil }
      return CaptureCall("elbv2", "describe-rules", ["--listener-arn", arn], of: ARN.name(ofListener: arn))
    }
    calls += Set(
      inventory[.database].filter { !$0.isReplica && !$0.isInCluster }.flatMap {
        $0["DBParameterGroups"].items
      }
      .compactMap { $0["DBParameterGroupName"].text?.value }
    ).sorted().map { name in
      CaptureCall(
        "rds", "describe-db-parameters", ["--db-parameter-group-name", name, "--query", Self.parameterQuery],
        of: name)
    }
    calls += inventory[.proxy].map {
      CaptureCall("rds", "describe-db-proxy-targets", ["--db-proxy-name", $0.title], of: $0.title)
    }
    calls += inventory[.database].filter { $0["BackupRetentionPeriod"].count?.value == 0 && !$0.isReplica }
      .map {
        CaptureCall(
          "rds", "describe-db-snapshots",
          ["--db-instance-identifier", $0.title, "--query", Self.snapshotQuery],
          of: $0.title)
      }
    calls += Set(inventory[.distribution].flatMap { $0["WebACLId"].links }).sorted().compactMap(Self.edgeACL)
    return calls + groups.flatMap(Self.metrics)
  }

  /// What the group and one of its instances send besides what AWS measures by itself.
  private static func metrics(of group: Resource) -> [CaptureCall] {
    let running = group.servingInstances.first
    let dimensions = [
      ("AutoScalingGroupName", group.title), ("InstanceId", running?["InstanceId"].text?.value),
    ]
    return dimensions.compactMap { name, value in
      guard let value else { return nil }
      let dimension = JSONValue.array([
        .object([.init("Name", .string(name)), .init("Value", .string(value))])
      ])
      return CaptureCall(
        "cloudwatch", "list-metrics",
        recently + ["--dimensions", dimension.line, "--query", metricQuery], of: value)
    }
  }

  private static func launchTemplates(of group: Resource) -> [CaptureCall] {
    let mixed = group["MixedInstancesPolicy"]["LaunchTemplate"]
    let overrides = mixed["Overrides"].items.map { $0["LaunchTemplateSpecification"] }
    return ([group["LaunchTemplate"], mixed["LaunchTemplateSpecification"]] + overrides).compactMap {
      template in
      guard let id = template["LaunchTemplateId"].text?.value else { return nil }
      let version = template["Version"].text?.value ?? "$Default"
      return CaptureCall(
        "ec2", "describe-launch-template-versions",
        ["--launch-template-id", id, "--versions", version, "--query", launchTemplateQuery],
        of: "\(id).\(version.drop { $0 == "$" })")
    }
  }

  private static func types(of group: Resource) -> [String] {
    let overrides = group["MixedInstancesPolicy"]["LaunchTemplate"]["Overrides"].items
    return (group["Instances"].items + overrides).compactMap { $0["InstanceType"].text?.value }
  }

  /// The web ACL before a distribution, which is asked for by its name and its id.
  private static func edgeACL(_ arn: String) -> CaptureCall? {
    let parts = arn.split(separator: "/").map(String.init)
    guard parts.count == 4, parts[0].hasSuffix(":global"), parts[1] == "webacl" else { return nil }
    return CaptureCall(
      "wafv2", "get-web-acl", ["--scope", "CLOUDFRONT", "--name", parts[2], "--id", parts[3]], of: parts[2],
      in: home)
  }
}

extension ARN {
  /// The name of the balancer with the id of the listener: `web-alb.f2f7dc8efc522ab2`.
  fileprivate static func name(ofListener arn: String) -> String {
    let parts = arn.split(separator: "/").map(String.init)
    return parts.count >= 5 ? "\(parts[2]).\(parts[4])" : arn
  }
}
