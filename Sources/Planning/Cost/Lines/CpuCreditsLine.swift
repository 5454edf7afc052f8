extension CostLine.ID {
  package static let cpuCredits = CostLine.ID("cpu_credits", "CPU credits")
}

extension Tariff.ID {
  static let cpuCredits = Tariff.ID("cpu_credit_vcpu_hour")
  static let cpuCreditsOnArm = Tariff.ID("cpu_credit_arm_vcpu_hour")
}

extension BillLine {
  /// What a burstable fleet without a limit uses above its baseline.
  static let cpuCredits = BillLine(
    .cpuCredits, keys: { _ in ["compute.instance_type", "compute.cpu_credits"] },
    isPresent: { $0.compute.paysForCredits }
  ) { fleet in
    let type = fleet.profile.compute.instanceType
    let tariff = fleet.tariff(InstanceType.isArm(type) ? .cpuCreditsOnArm : .cpuCredits)
    guard BurstBaseline(type, hardware: fleet.hardware) != nil else {
      return [
        Charge(
          "surplus", .month, unit: "vCPU-hours", .unknown(.vcpus(of: type, key: "compute.instance_type")))
      ]
    }
    return [Charge("surplus", .creditHours, unit: "vCPU-hours", tariff)]
  }
}

extension Compute {
  /// Whether it earns its CPU in credits and pays for what it uses above them.
  package var paysForCredits: Bool {
    credits == .unlimited && InstanceFamilies.burstable.contains(instanceType)
  }
}
