import Planning

extension Fault {
  static let all = fleet + webTier + stores + voice + edge + money + limits + monthsToCome

  private static let fleet = [
    Fault("HR101", "62 instances at most for 62.5 thousand requests") {
      $0.compute.instances = InstanceCounts(min: 38, desired: 60, max: 62)
    },
    Fault("HR102", "62 instances at the start") { $0.compute.instances.desired = 62 },
    Fault("HR103", "94 instances, of which 62 are left") { $0.compute.instances.desired = 94 },
    Fault("HR104", "one zone") { $0.compute.availabilityZones = 1 },
    Fault("HR105", "94 instances at most, of which 62 are left") {
      $0.compute.instances = InstanceCounts(min: 38, desired: 80, max: 94)
    },
    Fault("HR106", "75 instances at most for 75,003 requests") {
      $0.compute.instances = InstanceCounts(min: 38, desired: 70, max: 75)
    },
    Fault("HR107", "one thread each for slow answers") {
      $0.compute.gunicorn?.threads = 1
      $0.demand.responseTimeMs = Estimate(2000)
    },
    Fault("HR107", "a cache of one slow shard") { $0.cache?.operationsPerSecondPerShard = 100 },
    Fault("HR107", "a cache of large sessions") { $0.cache?.kbPerUser = Estimate(1000) },
    Fault("HR107", "connections that are held for five seconds") {
      $0.database?.heldMsPerRequest = Estimate(5000)
    },
    Fault("HR108", "nine instances") {
      $0.demand.concurrentUsers = 10_000
      $0.compute.instances = InstanceCounts(min: 4, desired: 9, max: 20)
    },
    Fault("HR109", "a fixed fleet") {
      $0.compute.instances = InstanceCounts(min: 120, desired: 120, max: 120)
    },
    Fault("HR109", "desired at max") { $0.compute.instances.desired = 120 },
    Fault("HR110", "two instances for three zones") { $0.compute.instances.min = 2 },
    Fault("HR111", "t3") { $0.compute.instanceType = "t3.2xlarge" },
    Fault("HR112", "eight at once of two seconds") {
      $0.compute.gunicorn?.threads = 1
      $0.demand.responseTimeMs = Estimate(2000)
    },
    Fault("HR112", "a plain sync worker for each vCPU") {
      $0.compute.gunicorn?.workerClass = "sync"
      $0.compute.gunicorn?.threads = 1
      $0.demand.responseTimeMs = Estimate(1000)
    },
    Fault("HR113", "44 instances, of which 4 are replaced") {
      $0.deployment = Deployment()
      $0.compute.instances = InstanceCounts(min: 38, desired: 44, max: 120)
    },
    Fault("HR114", "0.312 s of CPU in 0.3 s") { $0.demand.responseTimeMs = Estimate(300) },
    Fault("HR115", "320 ms at 150% of the requests, of which 312 ms are CPU") {
      $0.demand.responseTimeMs = Estimate(320)
      $0.demand.responseMeasuredAtPercent = 150
    },
    Fault("HR116", "500 ms for responses of which one in twenty takes over a second alone") {
      $0.serviceLevel = ServiceLevel(p95Ms: 500)
    },
    Fault("HR117", "45 instances, 90% busy") {
      $0.serviceLevel = ServiceLevel(p95Ms: 5000)
      $0.compute.instances = InstanceCounts(min: 38, desired: 45, max: 120)
    },
    Fault("HR118", "a goal hardly above what an idle fleet keeps") {
      $0.serviceLevel = ServiceLevel(p95Ms: 1150)
    },
    Fault("HR111", "db.t4g") { $0.database?.instanceClass = "db.t4g.large" },
    Fault("HR201", "a CPU rule") { $0.scaling.scaleOut = ScaleOutRule(above: 65) },
    Fault("HR201", "a rule that shrinks what tracking holds") { $0.scaling.scaleIn = ScaleInRule(below: 60) },
    Fault("HR202", "scale-in below 25%") { $0.scaling.scaleIn = ScaleInRule(below: 25) },
    Fault("HR203", "scale-in below 65%") { $0.scaling.scaleIn = ScaleInRule(below: 65) },
    Fault("HR204", "a cooldown") { $0.compute.scaleOutCooldownSeconds = 120 },
    Fault("HR205", "an emergency at 150,000") { $0.scaling.emergency = EmergencyRule(above: 150_000) },
    Fault("HR206", "an emergency at 75,000") { $0.scaling.emergency = EmergencyRule(above: 75_000) },
    Fault("HR207", "70% CPU in three zones") { $0.compute.targetCPUPercent = 70 },
    Fault("HR207", "65% CPU in two zones") { $0.compute.availabilityZones = 2 },
    Fault("HR208", "five minutes to boot") { $0.compute.bootSeconds = 300 },
    Fault("HR209", "an alarm at 62,000 requests") { $0.alarm("requests_per_minute", above: 62_000) },
    Fault("HR209", "an alarm at the CPU target") { $0.alarm("cpu_percent", above: 65) },
    Fault("HR209", "an alarm on usual answers") { $0.alarm("response_seconds", above: 0.2) },
    Fault("HR210", "an alarm at 120,000 requests") { $0.alarm("requests_per_minute", above: 120_000) },
    Fault("HR210", "an alarm at all memory") { $0.alarm("memory_percent", above: 100) },
    Fault("HR211", "no alarm") { $0.monitoring?.alarms = [] },
    Fault("HR212", "points of five minutes") { $0.monitoring?.detailed = false },
  ]

  private static let webTier = [
    Fault("HR301", "sync with threads") { $0.compute.gunicorn?.workerClass = "sync" },
    Fault("HR302", "sync with worker_connections") {
      $0.compute.gunicorn?.workerClass = "sync"
      $0.compute.gunicorn?.workerConnections = 500
    },
    Fault("HR303", "keep-alive as long as the idle timeout") { $0.compute.gunicorn?.keepAliveSeconds = 60 },
    Fault("HR304", "gunicorn's own keep-alive") { $0.compute.gunicorn?.keepAliveSeconds = 2 },
    Fault("HR305", "a timeout of 61 s") { $0.compute.gunicorn?.timeoutSeconds = 61 },
    Fault("HR306", "no jitter") { $0.compute.gunicorn?.maxRequestsJitter = nil },
    Fault("HR307", "five workers on eight vCPUs") { $0.compute.gunicorn?.workers = 5 },
    Fault("HR308", "33 workers on eight vCPUs") { $0.compute.gunicorn?.workers = 33 },
    Fault("HR309", "a thousand at once") { $0.compute.concurrentRequestsPerInstance = 1000 },
    Fault("HR351", "three checks of 30 s") { $0.loadBalancer.unhealthyThreshold = 3 },
    Fault("HR351", "two checks of 60 s") { $0.loadBalancer.healthCheckIntervalSeconds = 60 },
    Fault("HR352", "the front page") { $0.loadBalancer.healthCheckPath = "/" },
    Fault("HR353", "replaced after one check") {
      $0.compute.healthCheckType = .elb
      $0.loadBalancer.unhealthyThreshold = 1
    },
    Fault("HR353", "a check that asks the database") { $0.loadBalancer.healthCheckAsksDatabase = true },
    Fault("HR354", "five times as many in ten minutes") {
      $0.demand.launch = Launch()
      $0.demand.launch?.fromUsers = 50_000
      $0.demand.launch?.minutes = 10
    },
  ]

  private static let stores = [
    Fault("HR401", "9 connections on 120 instances") { $0.database?.pgbouncer?.connectionsPerInstance = 9 },
    Fault("HR401", "100 connections a session") {
      $0.database?.pgbouncer?.connectionsPerInstance = 100
      $0.database?.pgbouncer?.poolMode = .session
    },
    Fault("HR402", "17 connections for 16 threads") { $0.database?.sqlalchemy?.poolSize = 17 },
    Fault("HR402", "13 connections for 16 threads") { $0.database?.sqlalchemy?.poolSize = 13 },
    Fault("HR402", "128 clients of 127") { $0.database?.pgbouncer?.maxClientConnections = 127 },
    Fault("HR401", "128 direct connections on 120 instances") { $0.database?.pgbouncer = nil },
    Fault("HR403", "no standby") { $0.database?.multiAZ = false },
    Fault("HR404", "three idle replicas") { $0.database?.readReplicas = 3 },
    Fault("HR405", "4,000 connections on 32 GiB") { $0.database?.connectionLimit = 4000 },
    Fault("HR407", "twice the instances, each with 7 connections") {
      $0.deployment = Deployment()
      $0.deployment?.maxHealthyPercent = 200
    },
    Fault("HR408", "ten milliseconds a query") { $0.database?.queryMs = Estimate(10) },
    Fault("HR409", "three milliseconds, and a cache that answers most reads") {
      $0.database?.queryMs = Estimate(3)
    },
    Fault("HR406", "statement pooling") { $0.database?.pgbouncer?.poolMode = .statement },
    Fault("HR501", "one copy") { $0.cache?.replicasPerShard = 0 },
    Fault("HR502", "three shards without cluster mode") { $0.cache?.clusterMode = false },
    Fault("HR503", "65,280 clients") { $0.compute.gunicorn?.threads = 68 },
    Fault("HR504", "redis") { $0.cache?.engine = .redis },
  ]

  private static let voice = [
    Fault("HR601", "as many sessions as callers") { $0.voice?.concurrentSessions = 1000 },
    Fault("HR602", "one session too few") { $0.voice?.concurrentSessions = 1055 },
    Fault("HR603", "no sessions stated") { $0.voice?.concurrentSessions = nil },
    Fault("HR604", "a model that has ended") { $0.voice?.model = "amazon.nova-sonic-v1:0" },
    Fault("HR605", "caching") { $0.voice?.caching = true },
    Fault("HR605", "batching") { $0.voice?.batching = true },
    Fault("HR606", "ten minutes") { $0.demand.voiceSessionMinutes = 10 },
  ]

  private static let edge = [
    Fault("HR701", "10,000 requests an address") { $0.firewall?.requestsPerIP = 10_000 },
    Fault("HR702", "a window of four minutes") { $0.firewall?.windowSeconds = 240 },
    Fault("HR711", "no group for the cache") { $0.securityGroups.cache = nil },
    Fault("HR712", "a database for everybody") { $0.securityGroups.database?.from = ["0.0.0.0/0"] },
    Fault("HR712", "a cache for everybody on IPv6") { $0.securityGroups.cache?.from = ["::/0"] },
    Fault("HR713", "port 80 only") { $0.securityGroups.loadBalancer?.ports = [80] },
    Fault("HR721", "small responses through the CDN") {
      $0.cdn.enabled = true
      $0.voice = nil
    },
    Fault("HR722", "large responses without the CDN") {
      $0.demand.responseKB = Estimate(500)
      $0.voice = nil
    },
    Fault("HR723", "a shield before a cache that answers nothing") {
      $0.cdn.enabled = true
      $0.cdn.originShield = true
    },
    Fault("HR724", "cached responses without a hit rate") {
      $0.cdn.enabled = true
      $0.cdn.cachesAPIResponses = true
    },
    Fault("HR725", "large responses for few users, through the edge") { $0.serveFromTheEdge() },
  ]

  private static let money = [
    Fault("HR801", "a quote of half the list price") { $0.quoteDatabase(dollars: 400) },
    Fault("HR802", "a quote of twice the list price") { $0.quoteDatabase(dollars: 3000) },
    Fault("HR803", "another Region") { $0.region = "me-west-1" },
    Fault("HR804", "an unknown class") { $0.database?.instanceClass = "db.z9.huge" },
    Fault("HR804", "tokens that nobody states") { $0.voice?.speechInputTokensPerMinute = nil },
    Fault("HR806", "c6i") { $0.compute.instanceType = "c6i.2xlarge" },
    Fault("HR807", "10 KB of log a request") {
      $0.monitoring?.logKBPerRequest = 10
      $0.voice = nil
    },
    Fault("HR808", "all On-Demand") { $0.compute.purchase.savingsPlan.instances = nil },
    Fault("HR809", "50 instances for 38 at min") { $0.compute.purchase.savingsPlan.instances = 50 },
    Fault("HR810", "half on Spot") { $0.compute.purchase.onDemandPercentAboveBase = 50 },
    Fault("HR811", "37 instances for 38 at min") { $0.compute.purchase.savingsPlan.instances = 37 },
    Fault("HR811", "a dollar an hour") {
      $0.compute.purchase.savingsPlan.instances = nil
      $0.compute.purchase.savingsPlan.hourly = Money(dollars: 1)
    },
    Fault("HR812", "speech through NAT") { $0.network.endpoints = [] },
    Fault("HR812", "many logs through NAT") { $0.monitoring?.logKBPerRequest = 2 },
    Fault("HR813", "one gateway for three zones") { $0.network.natGateways = 1 },
    Fault("HR814", "root volumes of 4,000 IOPS") { $0.compute.rootVolumeIOPS = 4000 },
    Fault("HR814", "root volumes of 250 MB a second") { $0.compute.rootVolumeMBPerSecond = 250 },
    Fault("HR815", "14,000 IOPS for 900 queries a second") { $0.database?.iops = 14_000 },
    Fault("HR815", "600 MB a second for 900 queries") { $0.database?.mbPerSecond = 600 },
    Fault("HR816", "a version that has left support") { $0.database?.engineVersion = "13.9" },
    Fault("HR816", "a version that leaves it in three months") { $0.database?.engineVersion = "14" },
    Fault("HR816", "an old redis") {
      $0.cache?.engine = .redis
      $0.cache?.engineVersion = "5.0.6"
    },
    Fault("HR817", "logs of three years") { $0.monitoring?.logRetentionDays = 1095 },
  ]

  private static let limits = [
    Fault("HR901", "959 vCPUs allowed") { $0.quotas[.ec2OnDemandVCPU] = 959 },
    Fault("HR901", "the default of 5 vCPUs") { $0.quotas[.ec2OnDemandVCPU] = nil },
    Fault("HR901", "seven nodes a shard") { $0.cache?.replicasPerShard = 6 },
    Fault("HR902", "1,000 vCPUs allowed") { $0.quotas[.ec2OnDemandVCPU] = 1000 },
    Fault("HR903", "a mistyped code") { $0.quotas[QuotaCode(service: "ec2", code: "L-1216C47B")] = 640 },
    Fault("HR911", "an id that is no rule") { $0.accepted["HR999"] = "who knows" },
    Fault("HR911", "a finding that does not occur") { $0.accepted["HR303"] = "long mended" },
  ]

  private static let monthsToCome = [
    Fault("HR951", "30% more each month, and a hundred days to resize") {
      $0.grow(by: Estimate(low: 20, likely: 30, high: 40))
      $0.leadTimes = LeadTimes()
      $0.leadTimes?.resize = 100
    },
    Fault("HR952", "a plan for every instance") {
      $0.grow(by: Estimate(low: 0, likely: 0.1, high: 0.2))
      $0.compute.purchase.savingsPlan.instances = 120
    },
    Fault("HR953", "nodes by the hour in a fleet that grows") {
      $0.grow(by: Estimate(low: 0, likely: 0.1, high: 0.2))
    },
    Fault("HR954", "one number") { $0.grow(by: Estimate(0.1)) },
    Fault("HR955", "a budget of a dollar") {
      $0.budget = Budget()
      $0.budget?.monthly = Money(dollars: 1)
    },
  ]

  /// Values that stand exactly where a rule still accepts them.
  static let bearable = [
    Fault("HR951", "hardly more users") { $0.grow(by: Estimate(low: 0, likely: 0.001, high: 0.002)) },
    Fault("HR952", "a plan for what never stops") { $0.grow(by: Estimate(low: 0, likely: 0.1, high: 0.2)) },
    Fault("HR954", "a narrow range") { $0.grow(by: Estimate(low: 0.1, likely: 0.1, high: 0.2)) },
    Fault("HR955", "a budget of a million") {
      $0.budget = Budget()
      $0.budget?.monthly = Money(dollars: 1_000_000)
    },
    Fault("HR723", "a shield before a cache that answers a fifth") {
      $0.cdn.enabled = true
      $0.cdn.originShield = true
      $0.cdn.apiHitPercent = 20
    },
    Fault("HR724", "cached responses of which one in a hundred is stated") {
      $0.cdn.enabled = true
      $0.cdn.cachesAPIResponses = true
      $0.cdn.apiHitPercent = 1
    },
    Fault("HR725", "the same with Bot Control, which no plan prices") {
      $0.serveFromTheEdge()
      $0.firewall?.botControl = .common
    },
    Fault("HR725", "the same by a plan") {
      $0.serveFromTheEdge()
      $0.cdn.plan = .business
    },
    Fault("HR725", "more requests than any plan allows") {
      $0.serveFromTheEdge()
      $0.demand.concurrentUsers = 250_000
    },
    Fault("HR811", "the instances that never stop") { $0.compute.purchase.savingsPlan.instances = 38 },
    Fault("HR812", "few logs through NAT, and no voice") {
      $0.network.endpoints = []
      $0.voice = nil
    },
    Fault("HR812", "speech on public addresses, which nobody bills") {
      $0.network.endpoints = []
      $0.network.privateSubnets = false
    },
    Fault("HR813", "one gateway in one zone") {
      $0.network.natGateways = 1
      $0.compute.availabilityZones = 1
    },
    Fault("HR813", "no gateway") { $0.network.natGateways = 0 },
    Fault("HR814", "volumes that a line of log for each request keeps busy") {
      $0.compute.rootVolumeIOPS = 4000
      $0.compute.requestsPerInstancePerMinute = 120_000
    },
    Fault("HR815", "14,000 IOPS for 13,500 queries a second") {
      $0.database?.iops = 14_000
      $0.database?.queriesPerRequest = Estimate(30)
    },
    Fault("HR815", "provisioned storage") {
      $0.database?.storageType = .io2
      $0.database?.iops = 14_000
    },
    Fault("HR816", "a version with years to go") { $0.database?.engineVersion = "16.3" },
    Fault("HR816", "a version that no calendar has") { $0.database?.engineVersion = "17" },
    Fault("HR817", "three years of few logs") {
      $0.monitoring?.logRetentionDays = 1095
      $0.monitoring?.logKBPerRequest = 0.05
    },
    Fault("HR817", "a quarter") { $0.monitoring?.logRetentionDays = 90 },
    Fault("HR103", "95 instances, of which 63 are left") { $0.compute.instances.desired = 95 },
    Fault("HR106", "76 instances at most for 75,003 requests") {
      $0.compute.instances = InstanceCounts(min: 38, desired: 70, max: 76)
    },
    Fault("HR108", "ten instances") {
      $0.demand.concurrentUsers = 10_000
      $0.compute.instances = InstanceCounts(min: 4, desired: 10, max: 20)
    },
    Fault("HR204", "the format's own cooldown") { $0.compute.scaleOutCooldownSeconds = 300 },
    Fault("HR207", "66% CPU in three zones") { $0.compute.targetCPUPercent = 66 },
    Fault("HR302", "gthread with worker_connections") { $0.compute.gunicorn?.workerConnections = 1000 },
    Fault("HR303", "one second longer") { $0.compute.gunicorn?.keepAliveSeconds = 61 },
    Fault("HR303", "a plain sync worker keeps nothing open") {
      $0.compute.gunicorn?.workerClass = "sync"
      $0.compute.gunicorn?.threads = 1
      $0.compute.gunicorn?.keepAliveSeconds = 5
    },
    Fault("HR304", "nothing said of the web server") { $0.compute.gunicorn = nil },
    Fault("HR305", "60 s") { $0.compute.gunicorn?.timeoutSeconds = 60 },
    Fault("HR306", "no restarts") {
      $0.compute.gunicorn?.maxRequests = 0
      $0.compute.gunicorn?.maxRequestsJitter = nil
    },
    Fault("HR113", "45 instances, of which 4 are replaced") {
      $0.deployment = Deployment()
      $0.compute.instances = InstanceCounts(min: 38, desired: 95, max: 120)
    },
    Fault("HR112", "nothing said of the web server") { $0.compute.gunicorn = nil },
    Fault("HR115", "400 ms at the CPU target") { $0.demand.responseMeasuredAtPercent = 100 },
    Fault("HR116", "a goal that an idle fleet keeps") { $0.serviceLevel = ServiceLevel(p95Ms: 1200) },
    Fault("HR117", "95 instances, 43% busy") { $0.serviceLevel = ServiceLevel(p95Ms: 5000) },
    Fault("HR118", "a goal that holds beyond the CPU target") {
      $0.serviceLevel = ServiceLevel(p95Ms: 1500)
    },
    Fault("HR308", "32 workers on eight vCPUs") { $0.compute.gunicorn?.workers = 32 },
    Fault("HR407", "the default of an instance refresh") { $0.deployment = Deployment() },
    Fault("HR354", "capacity that is reserved") {
      $0.demand.launch = Launch()
      $0.demand.launch?.fromUsers = 50_000
      $0.demand.launch?.minutes = 10
      $0.loadBalancer.reservedUnits = 200
    },
    Fault("HR354", "a launch that doubles in seven minutes") {
      $0.demand.launch = Launch()
      $0.demand.launch?.fromUsers = 50_000
      $0.demand.launch?.minutes = 30
    },
    Fault("HR212", "requests instead of CPU") {
      $0.monitoring?.detailed = false
      $0.scaling.targetTracking = .requests
    },
    Fault("HR204", "no tracking that a cooldown could not hold back") {
      $0.compute.scaleOutCooldownSeconds = 120
      $0.scaling.targetTracking = .none
    },
    Fault("HR409", "no cache") {
      $0.cache = nil
      $0.database?.queryMs = Estimate(3)
    },
    Fault("HR307", "six workers reach 75%") { $0.compute.gunicorn?.workers = 6 },
    Fault("HR351", "60 s") { $0.loadBalancer.unhealthyThreshold = 2 },
    Fault("HR401", "8 connections on 120 instances") { $0.database?.pgbouncer?.connectionsPerInstance = 8 },
    Fault("HR402", "no pool described") { $0.database?.sqlalchemy = nil },
    Fault("HR405", "3,604 connections on 32 GiB") { $0.database?.connectionLimit = 3604 },
    Fault("HR501", "memcached keeps no copies") {
      $0.cache?.engine = .memcached
      $0.cache?.replicasPerShard = 0
    },
    Fault("HR503", "64,320 clients") { $0.compute.gunicorn?.threads = 67 },
    Fault("HR602", "the sessions for 5%") { $0.voice?.concurrentSessions = 1056 },
    Fault("HR603", "no voice") { $0.voice = nil },
    Fault("HR701", "no rate rule") { $0.firewall?.requestsPerIP = nil },
    Fault("HR711", "no groups described") { $0.securityGroups = SecurityGroups() },
    Fault("HR801", "the list price") { $0.quoteDatabase(dollars: 1500) },
    Fault("HR810", "40% on Spot leaves 72 instances") { $0.compute.purchase.onDemandPercentAboveBase = 60 },
    Fault("HR901", "960 vCPUs allowed") { $0.quotas[.ec2OnDemandVCPU] = 960 },
    Fault("HR902", "1,056 vCPUs allowed") { $0.quotas[.ec2OnDemandVCPU] = 1056 },
  ]
}

extension Profile {
  /// 10,000 users send 66 to 79 million requests a month, and 15,000 GB at most.
  fileprivate mutating func serveFromTheEdge() {
    cdn.enabled = true
    voice = nil
    demand.concurrentUsers = 10_000
    demand.responseKB = Estimate(200)
  }

  fileprivate mutating func grow(by percent: Estimate) {
    growth = Growth()
    growth?.monthlyPercent = percent
  }

  fileprivate mutating func alarm(_ metric: String, above threshold: Double) {
    monitoring?.alarms = [Alarm(metric: metric, above: threshold)]
  }

  fileprivate mutating func quoteDatabase(dollars: Int) {
    quotes.database = NodeQuote()
    quotes.database?.monthly = MoneyRange(low: Money(dollars: dollars), high: Money(dollars: dollars))
    quotes.database?.nodes = database?.nodes ?? 1
  }
}
