import Planning

/// The guide's fleet, which every benchmark works on.
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
    profile.loadBalancer.healthyThreshold = 2
    profile.scaling.emergencyRequestsPerMinuteAbove = 75_000
    profile.database.instanceClass = "db.r6g.2xlarge"
    profile.database.multiAZ = true
    profile.database.readReplicas = 3
    profile.database.connectionLimit = 1000
    profile.cache.nodeType = "cache.r6g.xlarge"
    profile.cache.shards = 6
    profile.cache.replicasPerShard = 1
    profile.cdn.enabled = true
    profile.voice = Voice()
    profile.voice?.concurrentSessions = 1000
    profile.firewall = Firewall()
    profile.monitoring = Monitoring()
    profile.monitoring?.alarms = (1...5).map { Alarm(metric: "alarm", above: Double($0)) }
    return profile
  }()
}
