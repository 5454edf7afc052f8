internal import Planning
internal import Typography

extension Infrastructure {
  /// The launch template, the sizes of the group, its warm pool and its scheduled sizes.
  var groupCommands: ShellStep {
    ShellStep(
      "ASG", "The group and what its instances are.", functions: ["change_template", "change_group"],
      [templateCommand, sizeCommand] + warmPoolCommands + scheduleCommands)
  }

  private var templateCommand: String {
    let compute = profile.compute
    var parts: [TemplatePart] = [
      TemplatePart("InstanceType", in: "InstanceType", .string(compute.instanceType))
    ]
    if states("monitoring.detailed") {
      let isDetailed = profile.monitoring?.detailed == true
      parts.append(
        TemplatePart("Monitoring", in: "Monitoring.Enabled", .bool(isDetailed), within: "Enabled"))
    }
    if let credits = compute.cpuCredits {
      parts.append(
        TemplatePart(
          "CreditSpecification", in: "CreditSpecification.CpuCredits", .string(credits.rawValue),
          within: "CpuCredits"))
    }
    let volume = [
      ("VolumeSize", compute.rootVolumeGB),
      ("Iops", states("compute.root_volume_iops") ? compute.rootVolumeIOPS : nil),
      ("Throughput", states("compute.root_volume_mb_per_second") ? compute.rootVolumeMBPerSecond : nil),
    ].compactMap { key, value in value.map { (key, $0) } }
    let wanted = parts.map(\.wanted) + volume.map { String($0.1) }
    let queries = (parts.map(\.query) + volume.map { "Root.\($0.0)" }).map { "to_string(\($0))" }
    let changed = volume.map { "\($0.0): to_number('\($0.1)')" }
    let new = JSONValue.object(
      volume.map { .init($0.0, .integer($0.1)) } + [.init("VolumeType", "gp3")])
    return ShellStep.call(
      "change_template",
      [
        wanted.joined(separator: " "), "join(' ', [\(queries.joined(separator: ", "))])",
        "{\(changed.joined(separator: ", "))}", new.line,
        parts.map(\.member).joined(separator: ", "),
      ])
  }

  /// A part of the data of a launch template.
  private struct TemplatePart {
    let query: String
    let wanted: String

    /// As a member of a JSON object.
    let member: String

    init(_ key: String, in query: String, _ value: JSONValue, within inner: String? = nil) {
      self.query = query
      if case .string(let text) = value { wanted = text } else { wanted = value.line }
      let outer = inner.map { JSONValue.object([.init($0, value)]) } ?? value
      member = "\(JSONValue.string(key).line): \(outer.line)"
    }
  }

  private var sizeCommand: String {
    let (sizes, purchase) = (profile.compute.instances, profile.compute.purchase)
    var options: [String] = []
    if states("compute.health_check_type") {
      options += ["--health-check-type", healthCheckType.rawValue.uppercased()]
    }
    if states("scaling.warm_up_seconds") {
      options += ["--default-instance-warmup", String(profile.scaling.warmUpSeconds)]
    }
    if let deployment = profile.deployment {
      let ends = [deployment.minHealthyPercent, deployment.maxHealthyPercent].map { Int($0.rounded()) }
      options += [
        "--instance-maintenance-policy", "MinHealthyPercentage=\(ends[0]),MaxHealthyPercentage=\(ends[1])",
      ]
    }
    let counts = [
      sizes.min, sizes.desired, sizes.max, purchase.onDemandBase,
      Int(purchase.onDemandPercentAboveBase.rounded()),
    ]
    return ShellStep.call("change_group", counts.map(String.init) + options)
  }

  private var warmPoolCommands: [String] {
    guard let pool = profile.compute.warmPool, profile.compute.purchase.onDemandPercentAboveBase == 100 else {
      return []
    }
    return [
      "change autoscaling put-warm-pool --auto-scaling-group-name \"$ASG\" --pool-state Stopped"
        + " --min-size \(pool.instances) --max-group-prepared-capacity \(preparedCapacity(pool))"
    ]
  }

  private var scheduleCommands: [String] {
    profile.scaling.scheduled.map { size in
      let sizes = [("--min-size", size.min), ("--max-size", size.max), ("--desired-capacity", size.desired)]
      return ShellStep.call(
        "change_schedule",
        [size.recurrence] + sizes.flatMap { option, size in size.map { [option, String($0)] } ?? [] })
    }
  }
}

extension ScheduledSize {
  /// Every day at its time, as cron has it.
  var recurrence: String { "\(minute % 60) \(minute / 60) * * *" }
}
