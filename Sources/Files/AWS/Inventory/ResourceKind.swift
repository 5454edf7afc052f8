/// What AWS has, by the names under which the CLI, Terraform and CloudFormation tell of it.
enum ResourceKind: String, CaseIterable {
  case group, policy, scheduledAction, warmPool, launchConfiguration, launchTemplate, attachment
  case securityGroup, securityGroupRule, instanceType, subnet, natGateway, endpoint
  case targetGroup, balancer, balancerAttributes, listener, listenerRule, capacityReservation
  case database, parameterGroup, databaseSnapshot, proxy, proxyTarget
  case cacheGroup, cacheCluster, serverlessCache, cacheParameters, cacheSnapshot
  case distribution, webACL, webACLAssociation, alarm, compositeAlarm, metric, dashboard, logGroup, shield,
    quota

  private struct Names {
    /// The key at the top of what the CLI prints, and the command that prints it.
    var cli = ""
    var command = ""

    /// The keys that other answers call it by.
    var identities: [String] = []
    var terraform: [String] = []
    var cloudFormation: [String] = []
  }

  private var names: Names {
    switch self {
    case .group:
      Names(
        cli: "AutoScalingGroups", command: "describe-auto-scaling-groups",
        identities: ["AutoScalingGroupName", "AutoScalingGroupARN"], terraform: ["aws_autoscaling_group"],
        cloudFormation: ["AWS::AutoScaling::AutoScalingGroup"])
    case .policy:
      Names(
        cli: "ScalingPolicies", command: "describe-policies", identities: ["PolicyName", "PolicyARN"],
        terraform: ["aws_autoscaling_policy"], cloudFormation: ["AWS::AutoScaling::ScalingPolicy"])
    case .scheduledAction:
      Names(
        cli: "ScheduledUpdateGroupActions", command: "describe-scheduled-actions",
        identities: ["ScheduledActionName", "ScheduledActionARN"], terraform: ["aws_autoscaling_schedule"],
        cloudFormation: ["AWS::AutoScaling::ScheduledAction"])
    case .warmPool: Names(cloudFormation: ["AWS::AutoScaling::WarmPool"])
    case .launchConfiguration:
      Names(
        cli: "LaunchConfigurations", command: "describe-launch-configurations",
        identities: ["LaunchConfigurationName"], terraform: ["aws_launch_configuration"],
        cloudFormation: ["AWS::AutoScaling::LaunchConfiguration"])
    case .launchTemplate:
      Names(
        cli: "LaunchTemplateVersions", command: "describe-launch-template-versions",
        identities: ["LaunchTemplateName", "LaunchTemplateId"], terraform: ["aws_launch_template"],
        cloudFormation: ["AWS::EC2::LaunchTemplate"])
    case .attachment: Names(terraform: ["aws_autoscaling_attachment"])
    case .securityGroup:
      Names(
        cli: "SecurityGroups", command: "describe-security-groups", identities: ["GroupName", "GroupId"],
        terraform: ["aws_security_group", "aws_default_security_group"],
        cloudFormation: ["AWS::EC2::SecurityGroup"])
    case .securityGroupRule:
      Names(
        terraform: ["aws_vpc_security_group_ingress_rule", "aws_security_group_rule"],
        cloudFormation: ["AWS::EC2::SecurityGroupIngress"])
    case .instanceType:
      Names(cli: "InstanceTypes", command: "describe-instance-types", identities: ["InstanceType"])
    case .subnet:
      Names(
        cli: "Subnets", command: "describe-subnets", identities: ["SubnetId"], terraform: ["aws_subnet"],
        cloudFormation: ["AWS::EC2::Subnet"])
    case .natGateway:
      Names(
        cli: "NatGateways", command: "describe-nat-gateways", identities: ["NatGatewayId"],
        terraform: ["aws_nat_gateway"], cloudFormation: ["AWS::EC2::NatGateway"])
    case .endpoint:
      Names(
        cli: "VpcEndpoints", command: "describe-vpc-endpoints", identities: ["VpcEndpointId"],
        terraform: ["aws_vpc_endpoint"], cloudFormation: ["AWS::EC2::VPCEndpoint"])
    case .targetGroup:
      Names(
        cli: "TargetGroups", command: "describe-target-groups",
        identities: ["TargetGroupName", "TargetGroupArn"],
        terraform: ["aws_lb_target_group", "aws_alb_target_group"],
        cloudFormation: ["AWS::ElasticLoadBalancingV2::TargetGroup"])
    case .balancer:
      Names(
        cli: "LoadBalancers", command: "describe-load-balancers",
        identities: ["LoadBalancerName", "LoadBalancerArn", "DNSName"], terraform: ["aws_lb", "aws_alb"],
        cloudFormation: ["AWS::ElasticLoadBalancingV2::LoadBalancer"])
    case .balancerAttributes:
      Names(cli: "Attributes", command: "describe-load-balancer-attributes")
    case .listener:
      Names(
        cli: "Listeners", command: "describe-listeners", identities: ["ListenerArn"],
        terraform: ["aws_lb_listener", "aws_alb_listener"],
        cloudFormation: ["AWS::ElasticLoadBalancingV2::Listener"])
    case .listenerRule:
      Names(
        cli: "Rules", command: "describe-rules", identities: ["RuleArn"],
        terraform: ["aws_lb_listener_rule", "aws_alb_listener_rule"],
        cloudFormation: ["AWS::ElasticLoadBalancingV2::ListenerRule"])
    case .capacityReservation:
      Names(cli: "MinimumLoadBalancerCapacity", command: "describe-capacity-reservation")
    case .database:
      Names(
        cli: "DBInstances", command: "describe-db-instances",
        identities: ["DBInstanceIdentifier", "DBInstanceArn"], terraform: ["aws_db_instance"],
        cloudFormation: ["AWS::RDS::DBInstance"])
    case .parameterGroup:
      Names(
        cli: "Parameters", command: "describe-db-parameters", terraform: ["aws_db_parameter_group"],
        cloudFormation: ["AWS::RDS::DBParameterGroup"])
    case .databaseSnapshot:
      Names(
        cli: "DBSnapshots", command: "describe-db-snapshots", identities: ["DBSnapshotIdentifier"],
        terraform: ["aws_db_snapshot"])
    case .proxy:
      Names(
        cli: "DBProxies", command: "describe-db-proxies", identities: ["DBProxyName"],
        terraform: ["aws_db_proxy"], cloudFormation: ["AWS::RDS::DBProxy"])
    case .proxyTarget:
      Names(
        cli: "Targets", command: "describe-db-proxy-targets", identities: ["RdsResourceId"],
        terraform: ["aws_db_proxy_target"], cloudFormation: ["AWS::RDS::DBProxyTargetGroup"])
    case .cacheGroup:
      Names(
        cli: "ReplicationGroups", command: "describe-replication-groups",
        identities: ["ReplicationGroupId", "ARN"], terraform: ["aws_elasticache_replication_group"],
        cloudFormation: ["AWS::ElastiCache::ReplicationGroup"])
    case .cacheCluster:
      Names(
        cli: "CacheClusters", command: "describe-cache-clusters", identities: ["CacheClusterId", "ARN"],
        terraform: ["aws_elasticache_cluster"],
        cloudFormation: ["AWS::ElastiCache::CacheCluster"])
    case .serverlessCache:
      Names(
        cli: "ServerlessCaches", command: "describe-serverless-caches", identities: ["ServerlessCacheName"],
        terraform: ["aws_elasticache_serverless_cache"],
        cloudFormation: ["AWS::ElastiCache::ServerlessCache"])
    case .cacheParameters:
      Names(
        terraform: ["aws_elasticache_parameter_group"],
        cloudFormation: ["AWS::ElastiCache::ParameterGroup"])
    case .cacheSnapshot:
      Names(cli: "Snapshots", command: "describe-snapshots", identities: ["SnapshotName"])
    case .distribution:
      Names(
        cli: "DistributionList", command: "list-distributions", identities: ["Id", "DomainName", "ARN"],
        terraform: ["aws_cloudfront_distribution"], cloudFormation: ["AWS::CloudFront::Distribution"])
    case .webACL:
      Names(
        cli: "WebACL", command: "get-web-acl", identities: ["Name", "Id", "ARN"],
        terraform: ["aws_wafv2_web_acl"], cloudFormation: ["AWS::WAFv2::WebACL"])
    case .webACLAssociation:
      Names(
        terraform: ["aws_wafv2_web_acl_association"], cloudFormation: ["AWS::WAFv2::WebACLAssociation"])
    case .alarm:
      Names(
        cli: "MetricAlarms", command: "describe-alarms", identities: ["AlarmName", "AlarmArn"],
        terraform: ["aws_cloudwatch_metric_alarm"], cloudFormation: ["AWS::CloudWatch::Alarm"])
    case .compositeAlarm:
      Names(
        cli: "CompositeAlarms", command: "describe-alarms", identities: ["AlarmName"],
        terraform: ["aws_cloudwatch_composite_alarm"],
        cloudFormation: ["AWS::CloudWatch::CompositeAlarm"])
    case .metric: Names(cli: "Metrics", command: "list-metrics", identities: ["MetricName"])
    case .dashboard:
      Names(terraform: ["aws_cloudwatch_dashboard"], cloudFormation: ["AWS::CloudWatch::Dashboard"])
    case .logGroup: Names(terraform: ["aws_cloudwatch_log_group"], cloudFormation: ["AWS::Logs::LogGroup"])
    case .shield: Names(cli: "SubscriptionState", command: "get-subscription-state")
    case .quota: Names(cli: "Quotas", command: "list-service-quotas", identities: ["QuotaCode"])
    }
  }

  var cliKey: String { names.cli }
  var command: String { names.command }
  var identities: [String] { names.identities }

  /// What is one resource under its key, and no list of them.
  var isAlone: Bool {
    switch self {
    case .webACL, .shield, .parameterGroup, .balancerAttributes, .capacityReservation: true
    default: false
    }
  }

  /// Whether the ARN of such a resource says where the fleet is: those of CloudFront and of its firewall do not.
  var isRegional: Bool {
    switch self {
    case .distribution, .webACL, .webACLAssociation, .shield: false
    default: true
    }
  }

  /// The keys that no two kinds share.
  static let byCLIKey = Dictionary(
    allCases.filter { !$0.cliKey.isEmpty }.map { ($0.cliKey, $0) }, uniquingKeysWith: { first, _ in first })

  static let byTerraformType = Dictionary(
    uniqueKeysWithValues: allCases.flatMap { kind in kind.names.terraform.map { ($0, kind) } })

  static let byCloudFormationType = Dictionary(
    uniqueKeysWithValues: allCases.flatMap { kind in kind.names.cloudFormation.map { ($0, kind) } })
}
