internal import Planning

extension Infrastructure {
  /// The balancer, what it listens on and whom it sends requests to.
  var loadBalancer: [Resource] { hasBalancer ? [balancer, targetGroup, listener] + listenerRules : [] }

  /// No balancer has more: docs.aws.amazon.com, Quotas for Application Load Balancers, 2026-11-26.
  private static let mostRules = 100

  /// Rules besides the default one, each for a path that nobody asks for until a person gives it another.
  private var listenerRules: [Resource] {
    (1..<max(1, min(profile.loadBalancer.rules, Self.mostRules))).map { number in
      let path = Setting.text("/rule-\(number)/*")
      return Resource(
        "listener_rule_\(number)", "AWS::ElasticLoadBalancingV2::ListenerRule",
        [
          "ListenerArn": .reference(.listener), "Priority": .integer(number),
          "Conditions": [["Field": "path-pattern", "PathPatternConfig": ["Values": [path]]]],
          "Actions": [["Type": "forward", "TargetGroupArn": .reference(.targetGroup)]],
        ],
        terraform: "aws_lb_listener_rule",
        [
          "listener_arn": .reference(.listener), "priority": .integer(number),
          "condition": .block(["path_pattern": .block(["values": [path]])]),
          "action": .block(["type": "forward", "target_group_arn": .reference(.targetGroup)]),
        ])
    }
  }

  private var balancer: Resource {
    let units = states("load_balancer.reserved_lcu") ? profile.loadBalancer.reservedUnits : nil
    let idle = profile.loadBalancer.idleTimeoutSeconds
    let reserved = units.flatMap { $0 > 0 ? Setting.integer($0) : nil }
    return Resource(
      "load_balancer", "AWS::ElasticLoadBalancingV2::LoadBalancer",
      [
        "Type": "application", "Scheme": "internet-facing", "Subnets": .parameter(.subnets),
        "SecurityGroups": [.reference(.securityGroup(.loadBalancer))],
        "MinimumLoadBalancerCapacity": reserved.map { ["CapacityUnits": $0] },
        "LoadBalancerAttributes": [
          ["Key": "idle_timeout.timeout_seconds", "Value": .text(String(idle))]
        ],
      ],
      terraform: "aws_lb",
      [
        "name": .text(shortName), "load_balancer_type": "application", "internal": false,
        "subnets": .parameter(.subnets),
        "security_groups": [.reference(.securityGroup(.loadBalancer))], "idle_timeout": .integer(idle),
        "minimum_load_balancer_capacity": reserved.map { .block(["capacity_units": $0]) },
      ])
  }

  private var targetGroup: Resource {
    let checks = profile.loadBalancer
    return Resource(
      "target_group", "AWS::ElasticLoadBalancingV2::TargetGroup",
      [
        "VpcId": .parameter(.vpc), "Protocol": "HTTP", "Port": .integer(applicationPort),
        "TargetType": "instance", "HealthCheckProtocol": "HTTP",
        "HealthCheckPath": .text(checks.healthCheckPath),
        "HealthCheckIntervalSeconds": .integer(checks.healthCheckIntervalSeconds),
        "HealthCheckTimeoutSeconds": .integer(checkTimeout),
        "HealthyThresholdCount": .integer(checks.healthyThreshold),
        "UnhealthyThresholdCount": .integer(checks.unhealthyThreshold),
      ],
      terraform: "aws_lb_target_group",
      [
        "name": .text(shortName), "vpc_id": .parameter(.vpc), "protocol": "HTTP",
        "port": .integer(applicationPort), "target_type": "instance",
        "health_check": .block([
          "protocol": "HTTP", "path": .text(checks.healthCheckPath),
          "interval": .integer(checks.healthCheckIntervalSeconds), "timeout": .integer(checkTimeout),
          "healthy_threshold": .integer(checks.healthyThreshold),
          "unhealthy_threshold": .integer(checks.unhealthyThreshold),
        ]),
      ])
  }

  /// AWS's own 5 seconds, or less where checks come faster: a check has to end before the next.
  var checkTimeout: Int { max(2, min(5, profile.loadBalancer.healthCheckIntervalSeconds - 1)) }

  private var listener: Resource {
    let policy: Setting = "ELBSecurityPolicy-TLS13-1-2-2021-06"
    return Resource(
      "listener", "AWS::ElasticLoadBalancingV2::Listener",
      [
        "LoadBalancerArn": .reference(.balancer), "Port": 443, "Protocol": "HTTPS", "SslPolicy": policy,
        "Certificates": [["CertificateArn": .parameter(.certificate)]],
        "DefaultActions": [["Type": "forward", "TargetGroupArn": .reference(.targetGroup)]],
      ],
      terraform: "aws_lb_listener",
      [
        "load_balancer_arn": .reference(.balancer), "port": 443, "protocol": "HTTPS", "ssl_policy": policy,
        "certificate_arn": .parameter(.certificate),
        "default_action": .block(["type": "forward", "target_group_arn": .reference(.targetGroup)]),
      ])
  }
}
