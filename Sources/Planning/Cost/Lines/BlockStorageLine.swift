extension CostLine.ID {
  package static let blockStorage = CostLine.ID("block_storage", "Block storage")
}

extension Tariff.ID {
  static let blockStorage = Tariff.ID("block_storage_gb_month")
  static let blockStorageIOPS = Tariff.ID("block_storage_iops_month")
  static let blockStorageThroughput = Tariff.ID("block_storage_mb_per_second_month")
}

extension BillLine {
  /// The root volumes of the instances, with what they do above what gp3 includes; a stopped instance of a warm pool
  /// keeps its own.
  static let blockStorage = BillLine(.blockStorage) { fleet in
    let compute = fleet.profile.compute
    let volume = Charge.Factor(compute.rootVolumeGB, "GB", key: "compute.root_volume_gb")
    let operations = compute.rootVolumeIOPS - BillingFacts.volumeIOPS
    let throughput = compute.rootVolumeMBPerSecond - BillingFacts.volumeThroughput
    let pool = (compute.warmPool?.instances).flatMap { count in
      count > 0 ? Charge.Factor(count, "stopped instances", key: "compute.warm_pool.instances") : nil
    }
    func charges(_ id: String, _ each: Charge.Factor, _ unit: String, _ tariff: Tariff.ID) -> [Charge] {
      let rate = fleet.tariff(tariff)
      return [Charge(id, .instances, Charge.Units(each), unit: unit, rate)]
        + (pool.map { [Charge("pool_\(id)", .month, Charge.Units($0, each), unit: unit, rate)] } ?? [])
    }
    var all = charges("volumes", volume, "GB", .blockStorage)
    if operations > 0 {
      let above = Charge.Factor(operations, "IOPS above what is included", key: "compute.root_volume_iops")
      all += charges("iops", above, "IOPS", .blockStorageIOPS)
    }
    if throughput > 0 {
      let above = Charge.Factor(
        throughput, "MB/s above what is included", key: "compute.root_volume_mb_per_second")
      all += charges("throughput", above, "MB/s", .blockStorageThroughput)
    }
    return all
  }
}
