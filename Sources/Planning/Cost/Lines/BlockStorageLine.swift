extension CostLine.ID {
  package static let blockStorage = CostLine.ID("block_storage", "Block storage")
}

extension Tariff.ID {
  static let blockStorage = Tariff.ID("block_storage_gb_month")
}

extension BillLine {
  /// The root volumes of the instances.
  static let blockStorage = BillLine(.blockStorage) { fleet in
    let volume = Charge.Factor(fleet.profile.compute.rootVolumeGB, "GB", key: "compute.root_volume_gb")
    return [
      Charge(
        "volumes", .instances, Charge.Units(volume), unit: "GB", fleet.tariff(.blockStorage))
    ]
  }
}
