/// What the name of a type says where no book knows it.
extension HardwareBook {
  /// vCPUs of an EC2 type, an RDS class or a cache node type: as the book says, else by the size in the name.
  package func vcpus(of type: String) -> Int? { self[type]?.vcpus ?? Self.vcpus(named: type) }

  /// Memory of an RDS class: as the book says, else by its family and its vCPUs; nil where neither tells.
  package func databaseMemoryGiB(of instanceClass: String) -> Double? {
    if let known = self[instanceClass] { return known.memoryGiB }
    let parts = instanceClass.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == "db", let vcpus = Self.vcpus(named: instanceClass),
      let family = parts[1].first, let each = memoryPerVCPU[family]
    else { return nil }
    return Double(vcpus) * each.value
  }

  private var memoryPerVCPU: [Character: Figure] {
    ["r": .memoryPerVCPUOfR, "m": .memoryPerVCPUOfM, "c": .memoryPerVCPUOfC]
  }

  /// `large` has 2, `xlarge` 4 and `Nxlarge` 4 N; a smaller one has 2 in the families that burst on two, else 1.
  private static func vcpus(named type: String) -> Int? {
    let parts = type.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count >= 2, let size = parts.last, case let family = parts[parts.count - 2],
      family.contains(where: \.isNumber), family.first?.isLetter == true
    else { return nil }
    switch size {
    case "large": return 2
    case "xlarge": return 4
    case "medium", "small", "micro", "nano": return ["t3", "t3a", "t4g"].contains(family) ? 2 : 1
    default:
      guard size.hasSuffix("xlarge"), let times = Int(size.dropLast("xlarge".count)),
        (2...999).contains(times)
      else { return nil }
      return 4 * times
    }
  }
}
