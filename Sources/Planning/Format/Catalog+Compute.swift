extension Catalog {
  static let compute = [
    Field(
      "compute.instance_type", \.compute.instanceType, .openChoice([]), .required,
      "EC2 instance type of the fleet"),
    Field(
      "compute.instances.min", \.compute.instances.min, .count(Bound.instances), .required,
      "Smallest size of the auto scaling group"),
    Field(
      "compute.instances.desired", \.compute.instances.desired, .count(Bound.instances), .required,
      "Size that the group starts at"),
    Field(
      "compute.instances.max", \.compute.instances.max, .count(Bound.instances), .required,
      "Largest size of the auto scaling group"),
    Field(
      "compute.requests_per_instance_per_minute", \.compute.instanceRequests,
      .estimate(.positive(to: 1e9)), .required,
      "Requests that one instance answers a minute at the CPU target"),
    Field(
      "compute.target_cpu_percent", \.compute.targetCPUPercent, .number(.positivePercent),
      .defaulted(reason: "the guide's target"), "CPU utilization that target tracking holds"),
    Field(
      "compute.scale_out_cooldown_seconds", \.compute.scaleOutCooldownSeconds, .count(0...86_400),
      .defaulted(reason: "AWS default cooldown"), "Pause after growing, in seconds"),
    Field(
      "compute.scale_in_cooldown_seconds", \.compute.scaleInCooldownSeconds, .count(0...86_400),
      .defaulted(reason: "AWS default cooldown"), "Pause after shrinking, in seconds"),
    Field(
      "compute.availability_zones", \.compute.availabilityZones, .count(1...10),
      .defaulted(reason: "\"across different AZs\""), "Availability Zones that the fleet is spread over"),
    Field(
      "compute.boot_seconds", \.compute.bootSeconds, .count(0...86_400),
      .defaulted(reason: "assumed boot, container and warm-up, before the health checks"),
      "Time from launch to the first health check, in seconds"),
    Field(
      "compute.root_volume_gb", \.compute.rootVolumeGB, .count(1...65_536), .defaulted(reason: "assumed gp3"),
      "Root volume of each instance, in gigabytes"),
    Field(
      "compute.root_volume_iops", \.compute.rootVolumeIOPS, .count(3000...80_000),
      .defaulted(reason: "included in gp3"), "IOPS of each root volume"),
    Field(
      "compute.root_volume_mb_per_second", \.compute.rootVolumeMBPerSecond, .count(125...2000),
      .defaulted(reason: "included in gp3"), "Throughput of each root volume, in megabytes a second"),
    Field(
      "compute.cpu_credits", \.compute.cpuCredits, .choice(CPUCredits.words),
      .derived(reason: "AWS default of the family: standard for t2, else unlimited"),
      "Whether a burstable type pays for CPU above its baseline"
    ).following { $0.compute.creditsByDefault },
    Field(
      "compute.purchase.savings_plan.instances", \.compute.purchase.savingsPlan.instances,
      .count(0...100_000), .optional, "Instances that the Savings Plan covers, used or not"),
    Field(
      "compute.purchase.savings_plan.usd_per_hour", \.compute.purchase.savingsPlan.hourly, .money, .optional,
      "Commitment of the Savings Plan an hour, used or not"),
    Field(
      "compute.purchase.savings_plan.discount_percent", \.compute.purchase.savingsPlan.discountPercent,
      .number(.percent), .defaulted(reason: "assumed 1 year, nothing upfront; sources say 19 to 32"),
      "What the plan takes off On-Demand"),
    Field(
      "compute.purchase.on_demand_base", \.compute.purchase.onDemandBase, .count(0...100_000),
      .defaulted(reason: "AWS default of a mixed instances policy"),
      "Instances that are On-Demand before any Spot"),
    Field(
      "compute.purchase.on_demand_percent_above_base", \.compute.purchase.onDemandPercentAboveBase,
      .number(.percent), .defaulted(reason: "AWS default of a mixed instances policy"),
      "On-Demand share of what runs above the base; the rest is Spot"),
    Field(
      "compute.purchase.spot_discount_percent", \.compute.purchase.spotDiscountPercent, .number(.percent),
      .defaulted(reason: "assumed typical; as collected"), "What Spot takes off On-Demand"),
    gunicorn(
      "workers", \.workers, .count(1...10_000), "Gunicorn worker processes on each instance"),
    gunicorn("threads", \.threads, .count(1...10_000), "Threads in each worker"),
    gunicorn(
      "worker_class", \.workerClass, .openChoice(["sync", "gthread", "gevent", "eventlet", "tornado"]),
      "Gunicorn worker class"),
    gunicorn(
      "worker_connections", \.workerConnections, .count(1...10_000_000),
      "Connections that one worker accepts at most"),
    Field(
      "compute.gunicorn.max_requests", in: \.compute.gunicorn, \.maxRequests, .count(0...1_000_000_000),
      .optional, "Requests after which a worker restarts"),
    Field(
      "compute.gunicorn.max_requests_jitter", in: \.compute.gunicorn, \.maxRequestsJitter,
      .count(0...1_000_000_000), .optional, "Random part of the requests after which a worker restarts"),
    gunicorn("timeout_seconds", \.timeoutSeconds, .count(0...86_400), "Worker timeout, in seconds"),
    gunicorn(
      "keep_alive_seconds", \.keepAliveSeconds, .count(0...86_400),
      "Time that an idle connection stays open, in seconds"),
    Field(
      "compute.concurrent_requests_per_instance", \.compute.concurrentRequestsPerInstance,
      .count(1...100_000_000), .optional,
      "Requests that one instance works on at once, in any language; wins over gunicorn"),
    Field(
      "compute.warm_pool.instances", in: \.compute.warmPool, \.instances, .count(0...100_000),
      .requiredInSection, "Stopped instances that stand by"),
    Field(
      "compute.warm_pool.start_seconds", in: \.compute.warmPool, \.startSeconds, .count(0...86_400),
      .defaulted(reason: "assumed"),
      "Time from the start of such an instance to the first health check, in seconds"),
    Field(
      "compute.health_check_type", \.compute.healthCheckType,
      .choice(HealthCheckType.allCases.map(\.rawValue)),
      .defaulted(reason: "AWS default"), "Whose checks replace an instance"),
    Field(
      "compute.relative_speeds", \.compute.relativeSpeeds, .numbers(.positive(to: 100)),
      .defaulted(reason: "a vCPU of every type does the same work until you measure yours"),
      "Speed of a vCPU by instance type or family, against this fleet's own"),
  ]

  private static func gunicorn<Value: FieldConvertible>(
    _ key: String, _ location: any WritableKeyPath<Gunicorn, Value> & Sendable, _ kind: Field.Kind,
    _ title: String
  ) -> Field {
    Field(
      "compute.gunicorn.\(key)", in: \.compute.gunicorn, location, kind,
      .defaulted(reason: "gunicorn's own default"), title)
  }

  static let deployment = [
    Field(
      "deployment.min_healthy_percent", in: \.deployment, \.minHealthyPercent, .number(.percent),
      .defaulted(reason: "AWS default of an instance refresh"),
      "Share of the group that serves at least while instances are replaced"),
    Field(
      "deployment.max_healthy_percent", in: \.deployment, \.maxHealthyPercent, .number(.from(100, to: 200)),
      .defaulted(reason: "AWS default of an instance refresh"),
      "Share of the group that runs at most while instances are replaced"),
  ]

  static let scaling = [
    Field(
      "scaling.target_tracking", \.scaling.targetTracking, .choice(TargetTracking.allCases.map(\.rawValue)),
      .defaulted(reason: "a group holds its CPU target"),
      "What target tracking holds: cpu, requests (T of an instance) or none"),
    Field(
      "scaling.warm_up_seconds", \.scaling.warmUpSeconds, .count(0...86_400),
      .defaulted(reason: "AWS takes the default cooldown"),
      "Time that policies give a new instance before they count it, in seconds"),
    Field(
      "scaling.scale_out.cpu_percent_above", in: \.scaling.scaleOut, \.cpuPercentAbove,
      .number(.positivePercent), .optional,
      "CPU above which the group grows; the CPU target where nothing is said"),
    Field(
      "scaling.scale_out.periods", in: \.scaling.scaleOut, \.periods, .count(1...1440),
      .defaulted(reason: "the guide's rule"), "Points above before the group grows"),
    Field(
      "scaling.scale_out.add_percent", in: \.scaling.scaleOut, \.addPercent, .number(.positive(to: 1000)),
      .optional, "Share of the group that is added; as much as the target needs where nothing is said"),
    Field(
      "scaling.scale_in.cpu_percent_below", in: \.scaling.scaleIn, \.cpuPercentBelow,
      .number(.positivePercent), .defaulted(reason: "the guide's rule"), "CPU below which the group shrinks"),
    Field(
      "scaling.scale_in.periods", in: \.scaling.scaleIn, \.periods, .count(1...1440),
      .defaulted(reason: "the guide's rule"), "Points below before the group shrinks"),
    Field(
      "scaling.scale_in.remove_percent", in: \.scaling.scaleIn, \.removePercent, .number(.positivePercent),
      .optional, "Share of the group that is let go; down to what the target needs where nothing is said"),
    Field(
      "scaling.emergency.requests_per_minute_above", in: \.scaling.emergency, \.requestsPerMinuteAbove,
      .number(.positive(to: 1e12)), .requiredInSection,
      "Requests a minute above which the group grows at once"),
    Field(
      "scaling.emergency.add_percent", in: \.scaling.emergency, \.addPercent, .number(.positive(to: 1000)),
      .defaulted(reason: "the guide's step"), "Share of the group that is added at once"),
    Field(
      "scaling.scheduled", \.scaling.scheduled, .records(ScheduledSize.shape),
      .defaulted(reason: "none until one is listed"), "Sizes that the group takes every day at a time"),
  ]

  static let loadBalancer = [
    Field(
      "load_balancer.health_check_path", \.loadBalancer.healthCheckPath, .text,
      .defaulted(reason: "AWS default"),
      "Path that the health check asks for"),
    Field(
      "load_balancer.health_check_interval_seconds", \.loadBalancer.healthCheckIntervalSeconds,
      .count(1...300),
      .defaulted(reason: "AWS default"), "Time between health checks, in seconds"),
    Field(
      "load_balancer.healthy_threshold", \.loadBalancer.healthyThreshold, .count(1...10),
      .defaulted(reason: "AWS default"), "Good checks in a row before a target serves"),
    Field(
      "load_balancer.unhealthy_threshold", \.loadBalancer.unhealthyThreshold, .count(1...10),
      .defaulted(reason: "AWS default"), "Bad checks in a row before a target leaves"),
    Field(
      "load_balancer.idle_timeout_seconds", \.loadBalancer.idleTimeoutSeconds, .count(1...4000),
      .defaulted(reason: "AWS default"), "Time after which an idle connection is closed, in seconds"),
    Field(
      "load_balancer.health_check_asks_database", \.loadBalancer.healthCheckAsksDatabase, .flag,
      .defaulted(reason: "not until the profile says so"), "Whether the health check waits for the database"),
    Field(
      "load_balancer.count", \.loadBalancer.count, .count(0...50),
      .defaulted(reason: "one balancer; none for workers that answer nobody"), "Application Load Balancers"),
    Field(
      "load_balancer.rules", \.loadBalancer.rules, .count(0...1000), .defaulted(reason: "the default rule"),
      "Listener rules that a request may be tried against"),
    Field(
      "load_balancer.reserved_lcu", \.loadBalancer.reservedUnits, .count(0...15_000),
      .defaulted(reason: "none reserved"), "LCU reserved and paid whether used or not"),
  ]
}

extension Compute {
  /// What AWS does with a burstable family where nobody says: t2 stops at its baseline, the others go on and pay.
  var creditsByDefault: CPUCredits { InstanceType.family(of: instanceType) == "t2" ? .standard : .unlimited }

  /// What happens above the baseline, said or not.
  package var credits: CPUCredits { cpuCredits ?? creditsByDefault }
}
