/// What the documentation of the parts says about them, as far as rules need it.
///
/// Each number's page is the source of the rule that reads it.
enum PublishedBehaviour {
  /// Gunicorn keeps an idle connection so long when nobody says otherwise.
  static let gunicornKeepAliveSeconds = 2

  /// Gunicorn's own worker timeout.
  static let gunicornTimeoutSeconds = 30

  /// PgBouncer's `max_client_conn` when nobody says otherwise.
  static let pgbouncerClients = 100

  /// The engine that the memory formula of `max_connections` is known for.
  static let connectionFormulaEngine = "postgresql"

  /// Memory of an RDS PostgreSQL instance that its default `max_connections` counts for one connection.
  static let databaseBytesPerConnection = 9_531_392.0
  static let databaseConnectionsAtMost = 5000

  /// Clients that an ElastiCache node takes; nobody can raise it.
  static let cacheClientsPerNode = 65_000

  /// Windows in seconds that an AWS WAF rate rule can count over.
  static let rateRuleWindows = [60, 120, 300, 600]

  /// Minutes after which Bedrock ends a bidirectional stream.
  static let voiceConnectionMinutes = 8.0

  /// Target tracking shrinks the group at about this share of its target, 0.7 to 0.9 as seen.
  static let targetTrackingScaleInShare = 0.7
}

/// A model or an engine that its maker stops serving.
struct EndOfLife: Sendable {
  let name: String
  let day: Day
  let successor: String

  static let known = [
    EndOfLife("amazon.nova-sonic-v1:0", on: "2026-09-14", successor: "amazon.nova-2-sonic-v1:0")
  ]

  private init(_ name: String, on day: String, successor: String) {
    guard let day = Day(day) else { preconditionFailure("\(day) is no day") }
    self.name = name
    self.day = day
    self.successor = successor
  }
}

extension Finding.Source {
  private static let collected = "2026-11-23"

  private static func page(_ title: String, _ address: String) -> Finding.Source {
    Finding.Source(title: title, address: "https://\(address)", collected: collected)
  }

  /// Arithmetic on what the profile says.
  static func arithmetic(_ title: String) -> Finding.Source {
    Finding.Source(title: title, address: nil, collected: collected)
  }

  static let gunicornSettings = page(
    "Gunicorn settings", "docs.gunicorn.org/en/stable/settings.html")
  static let gunicornDesign = page(
    "Gunicorn design, how many workers", "docs.gunicorn.org/en/stable/design.html")
  static let loadBalancerErrors = page(
    "Elastic Load Balancing, troubleshoot your Application Load Balancers",
    "docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html")
  static let healthChecks = page(
    "Elastic Load Balancing, health checks for target groups",
    "docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html")
  static let targetTracking = page(
    "EC2 Auto Scaling, target tracking scaling policies",
    "docs.aws.amazon.com/autoscaling/ec2/userguide/as-scaling-target-tracking.html")
  static let cooldowns = page(
    "EC2 Auto Scaling, scaling cooldowns",
    "docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-scaling-cooldowns.html")
  static let zones = page(
    "EC2 Auto Scaling, distribute instances across Availability Zones",
    "docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-availability-zone-balanced.html")
  static let burstable = page(
    "EC2, burstable performance instances",
    "docs.aws.amazon.com/AWSEC2/latest/UserGuide/burstable-performance-instances.html")
  static let spot = page(
    "EC2, Spot Instance interruptions",
    "docs.aws.amazon.com/AWSEC2/latest/UserGuide/spot-interruptions.html")
  static let multiAZ = page(
    "RDS, Multi-AZ DB instance deployments",
    "docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZSingleStandby.html")
  static let databaseLimits = page(
    "RDS, quotas and constraints, maximum connections",
    "docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Limits.html")
  static let pgbouncer = page("PgBouncer configuration", "www.pgbouncer.org/config.html")
  static let sqlalchemy = page("SQLAlchemy connection pooling", "docs.sqlalchemy.org/en/20/core/pooling.html")
  static let cacheReplication = page(
    "ElastiCache, high availability with replication groups",
    "docs.aws.amazon.com/AmazonElastiCache/latest/dg/Replication.html")
  static let cacheLimits = page(
    "ElastiCache, node-specific parameters, maxclients",
    "docs.aws.amazon.com/AmazonElastiCache/latest/dg/ParameterGroups.Engine.html")
  static let rateRules = page(
    "AWS WAF, rate-based rule statements",
    "docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-rate-based.html")
  static let securityGroups = page(
    "VPC, security groups", "docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html")
  static let modelLifecycle = page(
    "Bedrock, model lifecycle", "docs.aws.amazon.com/bedrock/latest/userguide/model-lifecycle.html")
  static let speech = page(
    "Amazon Nova, speech-to-speech", "docs.aws.amazon.com/nova/latest/userguide/speech.html")
  static let serviceQuotas = page(
    "Service Quotas, requesting a quota increase",
    "docs.aws.amazon.com/servicequotas/latest/userguide/request-quota-increase.html")
  static let savingsPlans = page(
    "Savings Plans, what they are",
    "docs.aws.amazon.com/savingsplans/latest/userguide/what-is-savings-plans.html")
  static let erlang = arithmetic("Erlang's delay formula on the profile's own figures")
  static let blastRadius = page(
    "Diego capacity analyzer, blast radius warnings", "github.com/malston/diego-capacity-analyzer")
  static let priceBook = arithmetic("the price book on the profile's own figures")
  static let profile = arithmetic("the profile's own figures against each other")
}
