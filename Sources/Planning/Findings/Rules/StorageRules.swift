internal import Typography

/// What volumes are provisioned to do, against what the plan asks of them.
extension Rule {
  static let storage = [fastRootVolumes, fastDatabaseVolume]

  private static let fastRootVolumes = Rule(
    "HR814", .note, "Root volumes pay for speed that nothing needs",
    check:
      "IOPS and throughput above what gp3 includes, where the logs of a full instance need less than that.",
    reason: "Each instance pays for it in every month, and a web server's volume is read when it starts.",
    remedy: "Go back to what gp3 includes, or measure what needs more.",
    source: .priceBook, thresholds: [.worthwhileSaving]
  ) { plan in
    let compute = plan.profile.compute
    let writes = plan.saturation(at: 1) / 60
    let megabytes = writes * (plan.profile.monitoring?.logKBPerRequest ?? 0) / 1024
    return plan.observations(
      of: [
        Provisioned(
          key: "compute.root_volume_iops", unit: "IOPS", stated: compute.rootVolumeIOPS,
          included: BillingFacts.volumeIOPS, needed: writes),
        Provisioned(
          key: "compute.root_volume_mb_per_second", unit: "MB/s", stated: compute.rootVolumeMBPerSecond,
          included: BillingFacts.volumeThroughput, needed: megabytes),
      ], need: "a full instance that writes a line of log for each request")
  }

  private static let fastDatabaseVolume = Rule(
    "HR815", .note, "The database's storage pays for speed that nothing needs",
    check:
      "IOPS and throughput above what gp3 includes, where every query that passes the cache may ask the disk once.",
    reason: "The primary, its standby and each replica pay for it in every month.",
    remedy: "Go back to what gp3 includes, or measure what needs more.",
    source: .priceBook, thresholds: [.worthwhileSaving]
  ) { plan in
    guard let database = plan.profile.database, database.storage == .gp3 else { return [] }
    let included = IncludedStorage(database)
    let queries =
      plan.demand.requestsAtOrigin.high / 60 * database.queriesPerRequest.high
      * plan.profile.queriesPastCache
    return plan.observations(
      of: [
        Provisioned(
          key: "database.iops", unit: "IOPS", stated: database.iops ?? 0, included: included.iops,
          needed: queries),
        Provisioned(
          key: "database.mb_per_second", unit: "MB/s", stated: database.mbPerSecond ?? 0,
          included: included.throughput, needed: queries * database.kbPerQuery.high / 1024),
      ], need: "a busiest minute whose every query past the cache asks the disk once")
  }
}

/// What a volume is provisioned to do.
private struct Provisioned {
  let key: String
  let unit: String
  let stated: Int
  let included: Int

  /// What the plan asks of it.
  let needed: Double

  var isIdle: Bool { stated > included && Double(included).reaches(needed) }
}

extension Plan {
  fileprivate func observations(of volumes: [Provisioned], need: String) -> [Observation] {
    volumes.filter(\.isIdle).compactMap { volume in
      let changes = change(volume.key, .count(volume.included))
      guard let saving = saving(by: changes),
        (saving.likely ?? saving.low).dollars.reaches(Threshold.worthwhileSaving.value)
      else { return nil }
      return Observation(
        volume.key,
        "\(whole(volume.stated)) \(volume.unit) cost \(saving.inSentence) a month more than the"
          + " \(whole(volume.included)) that gp3 includes, and \(need) needs"
          + " \(Numbers.readable(volume.needed, places: volume.needed < 10 ? 1 : 0)).",
        fix: "Set \(volume.key.split(separator: ".").last ?? "") to \(whole(volume.included)).",
        changes: changes)
    }
  }
}
