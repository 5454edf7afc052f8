import Planning

/// The guide's users on a fleet that a senior engineer has gone over: a review has nothing to say about it.
enum Sound {
  static let profile = {
    var profile = Profile()
    profile.name = "Sound, 250,000 concurrent users"
    profile.region = "us-east-1"
    profile.demand.concurrentUsers = 250_000
    profile.demand.requestsPerUserPerMinute = Estimate(low: 0.2, likely: 0.25, high: 0.3)
    profile.demand.purchaseValidationsPerUserPerDay = 0.02
    profile.demand.responseTimeMs = Estimate(low: 350, likely: 400, high: 800)
    profile.demand.voiceUsersPercent = Estimate(0.4)
    profile.compute = compute
    profile.scaling.emergency = EmergencyRule(above: 83_000)
    profile.loadBalancer.healthCheckPath = "/health"
    profile.loadBalancer.healthyThreshold = 2
    profile.database = database
    profile.cache = cache
    profile.voice = voice
    profile.network.endpoints = ["bedrock-runtime"]
    profile.firewall = Firewall()
    profile.firewall?.requestsPerIP = 13_000
    profile.securityGroups = securityGroups
    profile.monitoring = Monitoring()
    profile.monitoring?.detailed = true
    profile.monitoring?.alarms = [
      Alarm(metric: "cpu_percent", above: 80), Alarm(metric: "requests_per_minute", above: 100_000),
      Alarm(metric: "error_percent", above: 5),
    ]
    profile.quotas = [
      .ec2OnDemandVCPU: 1100, QuotaCode(service: "bedrock", code: "L-995EBD81"): 1100,
    ]
    return profile
  }()

  /// 62,503 requests/min need 63 instances; of 95 in three zones 63 are left, and of 114 76 for the high end.
  private static let compute = {
    var compute = Compute()
    compute.instanceType = "c7g.2xlarge"
    compute.instances = InstanceCounts(min: 38, desired: 95, max: 120)
    compute.requestsPerInstancePerMinute = 1000
    compute.targetCPUPercent = 65
    compute.purchase.savingsPlan.instances = 38
    var gunicorn = Gunicorn()
    gunicorn.workers = 8
    gunicorn.threads = 16
    gunicorn.workerClass = "gthread"
    gunicorn.maxRequests = 10_000
    gunicorn.maxRequestsJitter = 1000
    gunicorn.keepAliveSeconds = 65
    compute.gunicorn = gunicorn
    return compute
  }()

  private static let database = {
    var database = Database()
    database.instanceClass = "db.r7g.xlarge"
    database.multiAZ = true
    database.queriesPerRequest = Estimate(2)
    database.queryMs = Estimate(1.5)
    database.connectionLimit = 1000
    database.pgbouncer = PgBouncer()
    database.pgbouncer?.maxClientConnections = 128
    database.pgbouncer?.connectionsPerInstance = 7
    database.sqlalchemy = SQLAlchemy()
    database.sqlalchemy?.poolSize = 16
    database.sqlalchemy?.maxOverflow = 0
    return database
  }()

  private static let cache = {
    var cache = Cache()
    cache.engine = .valkey
    cache.nodeType = "cache.r7g.large"
    cache.clusterMode = true
    cache.shards = 3
    cache.replicasPerShard = 1
    return cache
  }()

  private static let voice = {
    var voice = Voice()
    voice.model = "amazon.nova-2-sonic-v1:0"
    voice.concurrentSessions = 1056
    voice.speechInputTokensPerMinute = 1500
    voice.speechOutputTokensPerMinute = 1500
    return voice
  }()

  private static let securityGroups = {
    var groups = SecurityGroups()
    groups.loadBalancer = SecurityGroup(ports: [80, 443], from: ["0.0.0.0/0"])
    groups.compute = SecurityGroup(ports: [5000], from: ["load_balancer"])
    groups.database = SecurityGroup(ports: [5432], from: ["compute"])
    groups.cache = SecurityGroup(ports: [6379], from: ["compute"])
    return groups
  }()
}
