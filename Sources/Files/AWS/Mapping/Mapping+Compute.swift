internal import Planning
internal import Typography

extension Mapping {
  static let compute = [
    Mapping("compute.instance_type") { $0.type?.mapped },
    Mapping("compute.instances.min") { $0.instances($0.group?["MinSize"].count) },
    Mapping("compute.instances.desired") {
      $0.instances($0.group?["DesiredCapacity"].count ?? $0.group?["MinSize"].count)
    },
    Mapping("compute.instances.max") { $0.instances($0.group?["MaxSize"].count) },
    Mapping("compute.requests_per_instance_per_minute") {
      $0.target(of: "ALBRequestCountPerTarget").map { Mapped($0) { .estimate(Estimate($0)) } }
    },
    Mapping("compute.target_cpu_percent") { $0.target(of: "ASGAverageCPUUtilization")?.mapped },
    Mapping("compute.scale_out_cooldown_seconds") { $0.cooldown { $0.adds }?.mapped },
    Mapping("compute.scale_in_cooldown_seconds") { $0.cooldown { !$0.adds }?.mapped },
    Mapping("compute.availability_zones", \.zones),
    Mapping("compute.root_volume_gb") { $0.rootVolume?["VolumeSize"].positiveCount?.mapped },
    .further("compute.root_volume_iops") { $0.gp3RootVolume?["Iops"].positiveCount?.mapped },
    .further("compute.root_volume_mb_per_second") { $0.gp3RootVolume?["Throughput"].positiveCount?.mapped },
    Mapping("compute.purchase.on_demand_base") { parts in
      if let spot = parts.spotMarket { return spot.mapped(.count(0), how: "every instance is Spot") }
      return parts.distributionOfInstances?["OnDemandBaseCapacity"].count.flatMap { parts.units($0) }
    },
    Mapping("compute.purchase.on_demand_percent_above_base") { parts in
      if let spot = parts.spotMarket { return spot.mapped(.number(0), how: "every instance is Spot") }
      let key = Key(
        "OnDemandPercentageAboveBaseCapacity", terraform: "on_demand_percentage_above_base_capacity")
      return parts.distributionOfInstances?[key].number?.mapped
    },
    .unusual("compute.cpu_credits") { $0.launch?["CreditSpecification"]["CpuCredits"].text?.mapped },
    .further("compute.warm_pool.instances", \.warmPool),
    .further("compute.health_check_type") { parts in
      parts.group?["HealthCheckType"].text.map { type in
        Mapped(type) { .text($0.lowercased().contains("elb") ? "elb" : "ec2") }
      }
    },
    .further("deployment.min_healthy_percent") {
      $0.group?["InstanceMaintenancePolicy"]["MinHealthyPercentage"].number.flatMap {
        $0.value < 0 ? nil : $0.mapped
      }
    },
    .further("deployment.max_healthy_percent") {
      $0.group?["InstanceMaintenancePolicy"]["MaxHealthyPercentage"].number.flatMap {
        $0.value < 0 ? nil : $0.mapped
      }
    },
  ]

  static func computeNotes(_ parts: FleetParts) -> [FoundNote] {
    guard let group = parts.group else { return [] }
    var notes: [FoundNote] = []
    if parts.unitsEach != 1 {
      let each = parts.unitsEach.map { "\($0) units each, rounded up" } ?? "nobody knows how many units each"
      notes.append(
        FoundNote("weights", group.title, "sizes are units of capacity, not instances: \(each)"))
    }
    if let type = parts.type?.value {
      let others = Set(parts.runningTypes.map(\.value)).subtracting([type]).sorted()
      if parts.overrides.isEmpty, !others.isEmpty {
        let old = others.joined(separator: ", ")
        notes.append(
          FoundNote(
            "template_differs", group.title, "\(old) runs beside the template's \(type): a refresh is due"))
      }
      let launched = parts.overrides.compactMap { $0["InstanceType"].text?.value }
      let templated =
        launched.isEmpty ? [parts.launch?["InstanceType"].text?.value].compactMap(\.self) : launched
      if let other = templated.first, !templated.contains(type) {
        notes.append(
          FoundNote(
            "template_differs", group.title, "\(type) runs and \(other) is launched: a refresh is due"))
      }
    }
    if parts.template?.kind == .launchConfiguration {
      notes.append(
        FoundNote("launch_configuration", group.title, "AWS has replaced launch configurations by templates"))
    }
    if parts.zones == nil {
      notes.append(FoundNote("zones_unknown", group.title, "no file says in which zones the group is"))
    }
    let suspended = group["SuspendedProcesses"].items.compactMap {
      $0["ProcessName"].text?.value ?? $0.text?.value
    }
    if !suspended.isEmpty {
      notes.append(
        FoundNote("process_suspended", group.title, "suspended: \(suspended.joined(separator: ", "))"))
    }
    if parts.warmPoolItem?.isSet == true {
      notes.append(
        FoundNote(
          "warm_pool", group.title, "instances stand by; what is kept of them follows from its settings"))
    }
    return notes + parts.volumeNotes
  }
}

// MARK: - Sizes

extension FleetParts {
  /// Units of capacity that one instance counts for; nil where nobody knows.
  var unitsEach: Int? {
    let kind = group?["DesiredCapacityType"].text?.value.lowercased()
    if kind == "vcpu" {
      guard let type = type?.value else { return nil }
      let told = inventory[.instanceType].first { $0.title == type }
      return told?[Key("VCpuInfo")]["DefaultVCpus"].count?.value ?? HardwareBook.builtIn[type]?.vcpus
    }
    if let kind, kind != "units" { return nil }
    guard let type = type?.value else { return 1 }
    let own = overrides.first { $0["InstanceType"].text?.value == type }
    return own?["WeightedCapacity"].positiveCount?.value ?? 1
  }

  /// A size of the group in instances, which a profile says only from one on.
  func instances(_ size: Sourced<Int>?) -> Mapped? { size.flatMap(units) }

  /// Units of capacity as instances, rounded up.
  func units(_ units: Sourced<Int>) -> Mapped? {
    guard let each = unitsEach, each > 0, units.value >= 0 else { return nil }
    let count = units.value / each + (units.value.isMultiple(of: each) ? 0 : 1)
    return Mapped(units, how: each == 1 ? nil : "\(units.value) units / \(each) each, up") { _ in
      .count(count)
    }
  }

  /// The lowest target that a policy holds.
  func target(of metric: String) -> Sourced<Double>? {
    policies.filter { $0.isEnabled && $0.trackedMetric == metric }
      .compactMap { $0.resource["TargetTrackingConfiguration"]["TargetValue"].number }
      .min { $0.value < $1.value }
  }

  /// How long the group waits after a simple policy, the one with an alarm on the CPU first.
  func cooldown(of direction: (ScalingPolicy) -> Bool) -> Sourced<Int>? {
    let simple = policies.filter { $0.isEnabled && $0.isSimple && $0.changes && direction($0) }
    let policy = simple.first { $0.role == .scaleOut || $0.role == .scaleIn } ?? simple.first
    guard let policy else { return nil }
    return policy.resource["Cooldown"].count
      ?? group?[Key("DefaultCooldown", cloudFormation: "Cooldown")].positiveCount
  }
}

// MARK: - Zones, volumes and purchase

extension FleetParts {
  var zones: Mapped? {
    guard let group else { return nil }
    let listed = group["AvailabilityZones"].items.compactMap(\.text)
    if let first = listed.first {
      let count = Set(listed.map(\.value)).count
      let path = group["AvailabilityZones"].path
      return Mapped(
        .count(count), file: first.file, path: path, how: listed.map(\.value).joined(separator: ", "))
    }
    let names = subnets.compactMap { $0[Key("AvailabilityZone")].text?.value }
    guard !names.isEmpty else { return nil }
    let distinct = Set(names).sorted()
    return group[Self.subnetsKey].mapped(.count(distinct.count), how: distinct.joined(separator: ", "))
  }

  static let subnetsKey = Key("VPCZoneIdentifier", terraform: "vpc_zone_identifier")

  /// Where the instances are; the CLI has their names in one text, with commas between them.
  var subnets: [Resource] {
    let links = group?[Self.subnetsKey].links ?? []
    return inventory[.subnet].named(by: links.flatMap { $0.split(separator: ",").map(String.init) })
  }

  private var volumes: [Item] {
    (launch?["BlockDeviceMappings"].items ?? []).filter { $0["Ebs"].exists }
  }

  private var rootMapping: Item? {
    let roots = ["/dev/xvda", "/dev/sda1"]
    return volumes.first { roots.contains($0["DeviceName"].text?.value ?? "") }
      ?? (volumes.count == 1 ? volumes[0] : nil)
  }

  var rootVolume: Item? {
    if let rootMapping { return rootMapping["Ebs"] }
    let own = launch?[named: "root_block_device"]
    return own?.exists == true ? own : nil
  }

  /// The root volume where IOPS and throughput are bought by themselves.
  var gp3RootVolume: Item? { rootVolume?["VolumeType"].text?.value == "gp3" ? rootVolume : nil }

  fileprivate var volumeNotes: [FoundNote] {
    guard let template else { return [] }
    var notes: [FoundNote] = []
    let others = volumes.filter { $0.path != rootMapping?.path }
    if !others.isEmpty {
      notes.append(
        FoundNote(
          "other_volumes", template.title,
          "\(Numbers.counted(others.count, "more volume")) of each instance, not counted"))
    }
    if let type = rootVolume?["VolumeType"].text?.value, type != "gp3" {
      notes.append(
        FoundNote("volume_type", template.title, "the root volume is \(type), and is priced as gp3"))
    }
    return notes
  }

  /// Where a template asks for Spot alone.
  var spotMarket: Item? {
    guard let launch else { return nil }
    let market = launch["InstanceMarketOptions"]["MarketType"]
    if market.text?.value == "spot" { return market }
    let price = launch["SpotPrice"]
    return template?.kind == .launchConfiguration && price.text != nil ? price : nil
  }

  var distributionOfInstances: Item? { group?["MixedInstancesPolicy"]["InstancesDistribution"] }

  fileprivate var warmPoolItem: Item? {
    guard let group, case .cloudFormation = group.item.file.dialect else {
      return group?[Key("WarmPoolConfiguration", terraform: "warm_pool")]
    }
    return inventory[.warmPool].first { group.isNamed(by: $0["AutoScalingGroupName"].links) }?.item
  }

  /// What AWS keeps ready: up to the maximum, or up to what is said to be prepared, and never less than the minimum.
  fileprivate var warmPool: Mapped? {
    guard let pool = warmPoolItem, pool.isSet, unitsEach == 1,
      (pool[Key("PoolState", terraform: "pool_state")].text?.value ?? "Stopped") == "Stopped",
      let max = group?["MaxSize"].count?.value, let min = group?["MinSize"].count?.value
    else { return nil }
    let desired = group?["DesiredCapacity"].count?.value ?? min
    let prepared = pool["MaxGroupPreparedCapacity"].count.flatMap { $0.value < 0 ? nil : $0.value } ?? max
    let least = pool["MinSize"].count?.value ?? 0
    return pool.mapped(
      .count(Swift.max(least, prepared - desired, 0)),
      how: "the larger of \(least) and \(prepared) - \(desired)")
  }
}
