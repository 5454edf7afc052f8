internal import Typography

extension Remedy {
  /// What would be different, as a phrase: `min 25 → 66, desired 50 → 66`.
  package func phrase(in simulation: Simulation) -> String {
    let (compute, scenario) = (simulation.plan.profile.compute, simulation.scenario)
    let now = compute.instances
    let change = { (name: String, from: Int, to: Int) in
      "\(name) \(Numbers.grouped(from)) → \(Numbers.grouped(to))"
    }
    switch way {
    case .prescale(let prescale):
      return "\(Numbers.grouped(prescale.desired)) from \(scenario.time(prescale.fromMinute)) until"
        + " \(scenario.time(prescale.toMinute)), once"
    case .scheduled(let min, let from, let to):
      return "\(Numbers.grouped(min)) or more from \(Clock.time(from)) until \(Clock.time(to)), every day"
    case .start(let desired): return change("desired", now.desired, desired)
    case .min(let min):
      return change("min", now.min, min)
        + (min > now.desired ? ", \(change("desired", now.desired, min))" : "")
    case .cpuTarget(let target):
      let requests = changes.compactMap { change in
        if case .estimate(let requests) = change.value, change.path.hasSuffix("per_minute") {
          requests.likely
        } else {
          nil
        }
      }
      return "CPU target \(Numbers.readable(compute.targetCPUPercent))% → \(Numbers.readable(target))%"
        + requests.map { ", \(Numbers.readable($0)) requests a minute an instance" }.joined()
    case .max(let max): return change("max", now.max, max)
    }
  }
}

extension Remedy {
  /// The same where there is little room: `min 66, desired 66`.
  package func brief(in scenario: Scenario) -> String {
    switch way {
    case .prescale(let prescale):
      return "\(Numbers.grouped(prescale.desired)) from \(scenario.time(prescale.fromMinute)) to"
        + " \(scenario.kind == .day ? scenario.time(prescale.toMinute) : Numbers.grouped(prescale.toMinute)), once"
    case .scheduled(let min, let from, let to):
      return "\(Numbers.grouped(min)) from \(Clock.time(from)) to \(Clock.time(to)) daily"
    case .start(let desired): return "desired \(Numbers.grouped(desired))"
    case .min(let min):
      let raisesDesired = changes.contains { $0.path == "compute.instances.desired" }
      return "min \(Numbers.grouped(min))" + (raisesDesired ? ", desired \(Numbers.grouped(min))" : "")
    case .cpuTarget(let target): return "CPU target \(Numbers.readable(target))%"
    case .max(let max): return "max \(Numbers.grouped(max))"
    }
  }
}

extension Remedy.Kind {
  /// The name of the way in a list.
  package var title: String {
    switch self {
    case .prescale: "pre-scale"
    case .scheduled: "scheduled size"
    case .start: "larger start"
    case .min: "higher min"
    case .cpuTarget: "lower CPU target"
    case .max: "higher max"
    }
  }
}

extension Remedy.Reason {
  package var text: String {
    switch self {
    case .doesNotHelp(let walls): Prescale.Unknown.doesNotHelp(walls).text
    case .unscaled(let unknown): unknown.text
    case .notDaily: "a schedule comes every day, and this does not"
    case .forgotten: "a day is begun by a hidden one, which forgets its start"
    case .stillShort(let most): "even \(most) turns something away"
    case .quota(let instances): "the vCPU quota lets \(Numbers.counted(instances, "instance")) run"
    case .contradicted: "scaling.scheduled says otherwise"
    }
  }
}
