internal import Planning
internal import Typography

extension FleetParts {
  /// The most metrics of their own that one instance of the group sends; nil where none was seen, which proves nothing.
  var customMetrics: Mapped? {
    guard let group, let answer = inventory.answers[.metric] else { return nil }
    let ids = Set(group["Instances"].items.compactMap { $0["InstanceId"].text?.value })
    var names: [String: Set<String>] = [:]
    for metric in inventory[.metric] where metric["Namespace"].text?.value.hasPrefix("AWS/") == false {
      let dimensions = metric["Dimensions"].items.map {
        ($0["Name"].text?.value ?? "", $0["Value"].text?.value ?? "")
      }
      // The agent calls an instance by its id, or by its host where it was not told to.
      guard let own = dimensions.first(where: { Self.instanceDimensions.contains($0.0) }) else { continue }
      let isOfGroup = dimensions.contains { $0.0 == "AutoScalingGroupName" && group.isNamed(by: [$0.1]) }
      guard isOfGroup || ids.contains(own.1) else { continue }
      let others = dimensions.filter {
        !Self.instanceDimensions.contains($0.0) && $0.0 != "AutoScalingGroupName"
      }
      let words = [metric["Namespace"].text?.value, metric["MetricName"].text?.value].compactMap(\.self)
      names[own.1, default: []].insert(
        (words + others.map { "\($0.0)=\($0.1)" }.sorted()).joined(separator: " "))
    }
    guard let most = names.values.map(\.count).max() else { return nil }
    return answer.mapped(
      .count(most), how: "the most of \(Numbers.counted(names.count, "instance"))")
  }

  private static let instanceDimensions: Set<String> = ["InstanceId", "host"]
}
