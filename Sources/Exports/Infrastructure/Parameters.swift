extension Parameter {
  static let vpc = Parameter(
    name: "vpc_id", title: "The VPC of the fleet",
    cloudFormation: ["Type": "AWS::EC2::VPC::Id"], type: "string")

  static let subnets = Parameter(
    name: "subnet_ids", title: "Subnets of the fleet, one in each zone",
    cloudFormation: ["Type": "List<AWS::EC2::Subnet::Id>"], type: "list(string)")

  static let certificate = Parameter(
    name: "certificate_arn", title: "ARN of the certificate that the load balancer shows",
    cloudFormation: ["Type": "String", "AllowedPattern": "^arn:[a-z0-9-]+:(acm|iam):[A-Za-z0-9:/_+=,.@-]+$"],
    type: "string")

  /// The image enters a shell script, so that only what names images may stand in it.
  static let containerImage = Parameter(
    name: "container_image", title: "Container image of the application",
    cloudFormation: ["Type": "String", "AllowedPattern": .text(imagePattern)],
    type: "string", pattern: imagePattern)

  private static let imagePattern = "^[A-Za-z0-9][A-Za-z0-9._/:@-]*$"

  static let countries = Parameter(
    name: "blocked_countries",
    title: "Countries that are let in nowhere, such as KP, with commas between them",
    cloudFormation: ["Type": "CommaDelimitedList"], type: "list(string)")

  static let engineVersion = Parameter(
    name: "database_engine_version", title: "Version of the database engine, such as 8.4.9",
    cloudFormation: ["Type": "String", "AllowedPattern": .text(versionPattern)],
    type: "string", pattern: versionPattern)

  private static let versionPattern = "^[0-9]+[.][0-9]+([.][0-9]+)?$"

  /// The newest image of Amazon Linux with Docker, which AWS names in a parameter of its own.
  static func image(isArm: Bool) -> Parameter {
    Parameter(
      name: "image_id", title: "Image of the instances, with Docker",
      cloudFormation: [
        "Type": "AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>", "Default": .text(imagePath(isArm: isArm)),
      ],
      type: "string")
  }

  /// docs.aws.amazon.com, Retrieving Amazon ECS-optimized Linux AMI metadata, 2026-11-26.
  static func imagePath(isArm: Bool) -> String {
    "/aws/service/ecs/optimized-ami/amazon-linux-2023/\(isArm ? "arm64/" : "")recommended/image_id"
  }
}

extension Reference {
  static let launchTemplate = Reference(
    "launch_template", nil, "aws_launch_template", "id", "ID of the launch template")
  static let launchTemplateVersion = Reference(
    "launch_template", "LatestVersionNumber", "aws_launch_template", "latest_version",
    "Version of the launch template")
  static let instanceRole = Reference(
    "instance_role", nil, "aws_iam_role", "name", "Name of the instances' role")
  static let instanceProfile = Reference(
    "instance_profile", "Arn", "aws_iam_instance_profile", "arn", "ARN of the instance profile")
  static let group = Reference(
    "group", nil, "aws_autoscaling_group", "name", "Name of the auto scaling group")
  static let balancer = Reference("load_balancer", nil, "aws_lb", "arn", "ARN of the load balancer")
  static let balancerName = Reference(
    "load_balancer", "LoadBalancerFullName", "aws_lb", "arn_suffix",
    "Name of the load balancer as metrics have it, such as app/web/1234567890abcdef")
  static let balancerAddress = Reference(
    "load_balancer", "DNSName", "aws_lb", "dns_name", "DNS name of the load balancer")
  static let targetGroup = Reference(
    "target_group", nil, "aws_lb_target_group", "arn", "ARN of the target group")
  static let targetGroupName = Reference(
    "target_group", "TargetGroupFullName", "aws_lb_target_group", "arn_suffix",
    "Name of the target group as metrics have it, such as targetgroup/web/1234567890abcdef")
  static let listener = Reference("listener", nil, "aws_lb_listener", "arn", "ARN of the listener")
  static let database = Reference(
    "database", nil, "aws_db_instance", "identifier", "Identifier of the database")
  static let databaseAddress = Reference(
    "database", "Endpoint.Address", "aws_db_instance", "address", "Address of the database")
  static let databaseParameters = Reference(
    "database_parameters", nil, "aws_db_parameter_group", "name", "Name of the parameter group")
  static let databaseSubnets = Reference(
    "database_subnets", nil, "aws_db_subnet_group", "name", "Name of the database's subnet group")
  static let cacheSubnets = Reference(
    "cache_subnets", nil, "aws_elasticache_subnet_group", "name", "Name of the cache's subnet group")
  static let distribution = Reference(
    "distribution", "DomainName", "aws_cloudfront_distribution", "domain_name", "Name of the distribution")
  static let webACL = Reference("web_acl", "Arn", "aws_wafv2_web_acl", "arn", "ARN of the web ACL")

  static func policy(_ name: String) -> Reference {
    Reference("\(name)_policy", nil, "aws_autoscaling_policy", "arn", "ARN of the policy \(name)")
  }

  static func securityGroup(_ tier: Tier) -> Reference {
    Reference(
      "\(tier.rawValue)_security_group", "GroupId", "aws_security_group", "id",
      "Security group of the \(tier.noun)")
  }
}
