extension CostLine.ID {
  package static let blockStorage = CostLine.ID("block_storage", "Block storage")
}

extension Tariff.ID {
  static let blockStorage = Tariff.ID("block_storage_gb_month")
  static let blockStorageIOPS = Tariff.ID("block_storage_iops_month")
  static let blockStorageThroughput = Tariff.ID("block_storage_mb_per_second_month")
}

extension BillLine {
  /// The root volumes of the instances, with what they do above what gp3 includes.
  static let blockStorage = BillLine(.blockStorage) { fleet in
    let compute = fleet.profile.compute
    let volume = Charge.Factor(compute.rootVolumeGB, "GB", key: "compute.root_volume_gb")
    let operations = compute.rootVolumeIOPS - BillingFacts.volumeIOPS
    let throughput = compute.rootVolumeMBPerSecond - BillingFacts.volumeThroughput
    var charges = [
      Charge("volumes", .instances, Charge.Units(volume), unit: "GB", fleet.tariff(.blockStorage))
    ]
    if operations > 0 {
      let above = Charge.Factor(operations, "IOPS above what is included", key: "compute.root_volume_iops")
      charges.append(
        Charge("iops", .instances, Charge.Units(above), unit: "IOPS", fleet.tariff(.blockStorageIOPS)))
    }
    if throughput > 0 {
      let above = Charge.Factor(
        throughput, "MB/s above what is included", key: "compute.root_volume_mb_per_second")
      charges.append(
        Charge(
          "throughput", .instances, Charge.Units(above), unit: "MB/s", fleet.tariff(.blockStorageThroughput)))
    }
    return charges
  }
}
