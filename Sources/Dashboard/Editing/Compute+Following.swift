import Planning
import Typography

extension Compute {
  /// Lets an instance answer what its type and its CPU target make of the requests that were saved, and its workers
  /// follow the vCPUs of another type, since the requests only do when they do. What somebody set apart from that is
  /// what the change starts from instead.
  ///
  /// - Returns: a sentence about what moved, nil where nothing did.
  mutating func follow(_ saved: Compute, before: Compute, hardware: HardwareBook) -> String? {
    let known = saved.moved(to: before.instanceType, at: before.targetCPUPercent, hardware)
    let measured = known?.instanceRequests == before.instanceRequests ? saved : before
    let isAnotherType = instanceType != before.instanceType
    let moved = measured.moved(to: instanceType, at: targetCPUPercent, hardware)
    if isAnotherType, moved == nil, targetCPUPercent == before.targetCPUPercent {
      return "requests per instance stay as they are, since the vCPUs are unknown"
    }
    instanceRequests = moved?.instanceRequests ?? before.instanceRequests(atTarget: targetCPUPercent)
    if isAnotherType { takeWorkers(known?.hasWorkers(of: before) == true ? saved : before, hardware) }
    guard requestsPerInstancePerMinute != before.requestsPerInstancePerMinute else { return nil }
    let reason =
      targetCPUPercent != before.targetCPUPercent
      ? " at that CPU, in proportion"
      : (gunicorn.map { " with \($0.workers) workers" } ?? "") + ", by its vCPUs"
    return
      "an instance now answers \(Numbers.readable(requestsPerInstancePerMinute)) requests a minute\(reason)"
  }

  /// The same on another type, by its vCPUs and their speed, and at another CPU target, in proportion; nil where the
  /// vCPUs of either type are unknown.
  private func moved(to type: String, at target: Double, _ hardware: HardwareBook) -> Compute? {
    var moved = self
    if type != instanceType {
      guard let now = hardware[type]?.vcpus, let then = hardware[instanceType]?.vcpus else { return nil }
      let factor =
        Double(now) * relativeSpeed(of: type) / (Double(then) * relativeSpeed(of: instanceType))
      moved.instanceType = type
      moved.instanceRequests = instanceRequests.map { ($0 * factor * 1e6).rounded() / 1e6 }
      moved.followVCPUs(now, insteadOf: then)
    }
    moved.instanceRequests = moved.instanceRequests(atTarget: target)
    moved.targetCPUPercent = target
    return moved
  }

  /// Whether an instance works on as many requests at once, in the same way.
  private func hasWorkers(of other: Compute) -> Bool {
    gunicorn == other.gunicorn && concurrentRequestsPerInstance == other.concurrentRequestsPerInstance
  }

  /// What another type makes of the workers of a fleet, where its vCPUs are known.
  private mutating func takeWorkers(_ other: Compute, _ hardware: HardwareBook) {
    guard let moved = other.moved(to: instanceType, at: targetCPUPercent, hardware) else { return }
    gunicorn = moved.gunicorn
    concurrentRequestsPerInstance = moved.concurrentRequestsPerInstance
  }
}
