import Planning

/// The guide's fleet, as `design` states it, built without a file.
enum Guide {
  static let profile = {
    var profile = Profile()
    profile.name = "Production, 250,000 concurrent users"
    profile.region = "us-east-1"
    profile.demand.concurrentUsers = 250_000
    profile.demand.requestsPerUserPerMinute = Estimate(low: 0.2, likely: 0.25, high: 0.3)
    profile.compute.instanceType = "c6i.2xlarge"
    profile.compute.instances = InstanceCounts(min: 25, desired: 50, max: 100)
    profile.compute.requestsPerInstancePerMinute = 1000
    profile.compute.scaleInCooldownSeconds = 600
    profile.compute.gunicorn = gunicorn
    profile.scaling.scaleOut = ScaleOutRule(above: 70)
    profile.loadBalancer.healthCheckPath = "/health"
    profile.loadBalancer.healthyThreshold = 2
    profile.loadBalancer.unhealthyThreshold = 5
    profile.scaling.emergency = EmergencyRule(above: 75_000)
    var database = Database()
    database.instanceClass = "db.r6g.2xlarge"
    database.multiAZ = true
    database.readReplicas = 3
    database.connectionLimit = 1000
    database.pgbouncer = PgBouncer()
    database.pgbouncer?.connectionsPerInstance = 100
    database.sqlalchemy = pool
    profile.database = database
    var cache = Cache()
    cache.nodeType = "cache.r6g.xlarge"
    cache.clusterMode = true
    cache.shards = 6
    cache.replicasPerShard = 1
    profile.cache = cache
    profile.demand.purchaseValidationsPerUserPerDay = 0.02
    profile.cdn.enabled = true
    profile.cdn.cachesAPIResponses = true
    profile.cdn.originShield = true
    var voice = Voice()
    voice.model = "amazon.nova-sonic-v1:0"
    voice.concurrentSessions = 1000
    voice.caching = true
    voice.batching = true
    profile.voice = voice
    var firewall = Firewall()
    firewall.requestsPerIP = 10_000
    firewall.ddosProtection = true
    profile.firewall = firewall
    profile.securityGroups = securityGroups
    var monitoring = Monitoring()
    monitoring.alarms = [
      Alarm(metric: "cpu_percent", above: 80), Alarm(metric: "memory_percent", above: 85),
      Alarm(metric: "requests_per_minute", above: 50_000), Alarm(metric: "error_percent", above: 5),
      Alarm(metric: "response_seconds", above: 2),
    ]
    profile.monitoring = monitoring
    profile.quotes = quotes
    return profile
  }()

  private static let gunicorn = {
    var gunicorn = Gunicorn()
    gunicorn.workers = 8
    gunicorn.threads = 16
    gunicorn.workerClass = "sync"
    gunicorn.workerConnections = 1000
    gunicorn.maxRequests = 10_000
    gunicorn.timeoutSeconds = 120
    gunicorn.keepAliveSeconds = 5
    return gunicorn
  }()

  private static let pool = {
    var pool = SQLAlchemy()
    pool.poolSize = 20
    pool.maxOverflow = 30
    pool.poolPrePing = true
    pool.poolRecycleSeconds = 300
    return pool
  }()

  private static let securityGroups = {
    var groups = SecurityGroups()
    groups.loadBalancer = SecurityGroup(ports: [80, 443], from: ["0.0.0.0/0"])
    groups.compute = SecurityGroup(ports: [5000], from: ["load_balancer"])
    groups.database = SecurityGroup(ports: [5432], from: ["compute"])
    return groups
  }()

  private static let quotes = {
    var quotes = Quotes()
    var compute = ComputeQuote()
    compute.monthly = dollars(3600, 7200)
    compute.instances = CountRange(low: 50, high: 100)
    compute.instanceType = "c6i.2xlarge"
    quotes.compute = compute
    var database = NodeQuote()
    database.monthly = dollars(800, 1500)
    database.nodes = 5
    database.type = "db.r6g.2xlarge"
    quotes.database = database
    var cache = NodeQuote()
    cache.monthly = dollars(400, 800)
    cache.nodes = 12
    cache.type = "cache.r6g.xlarge"
    quotes.cache = cache
    var loadBalancer = FlatQuote()
    loadBalancer.monthly = dollars(25, 50)
    quotes.loadBalancer = loadBalancer
    var transfer = TransferQuote()
    transfer.monthly = dollars(500, 2000)
    transfer.concurrentUsers = 250_000
    quotes.transfer = transfer
    var monitoring = FlatQuote()
    monitoring.monthly = dollars(100, 300)
    quotes.monitoring = monitoring
    return quotes
  }()

  private static func dollars(_ low: Int, _ high: Int) -> MoneyRange {
    MoneyRange(low: Money(dollars: low), high: Money(dollars: high))
  }
}

extension SecurityGroup {
  init(ports: [Int], from: [String]) {
    self.init()
    self.ports = ports
    self.from = from
  }
}
