internal import Typography

extension Candidate.Rejection {
  /// Why a type is not chosen, as it stands in a column.
  package var text: String {
    switch self {
    case .costsMore(let percent):
      percent < 0.05 ? "costs as much" : "costs \(Numbers.fixed(percent, places: 1))% more"
    case .savesTooLittle(let percent):
      "saves \(Numbers.fixed(percent, places: 1))%, too little to measure anew"
    case .savesOnCredits(let percent):
      "saves \(Numbers.fixed(percent, places: 1))% on CPU credits, which a steady load spends"
    case .tooFewInstances(let count):
      "one of \(Numbers.counted(count, "instance")) is too large a share of the fleet"
    case .lessMemory(let memory, let own):
      "\(Numbers.readable(memory)) GiB a vCPU, where the fleet has \(Numbers.readable(own))"
    case .burstable(let baseline):
      baseline.map { "burstable, and standard credits last for \(Numbers.readable($0))% of a vCPU" }
        ?? "burstable, and nobody knows what its credits last for"
    case .special: "made for special work, and counted by a quota of its own"
    case .previousGeneration: "of a previous generation, whose vCPUs are slower"
    case .aboveQuota(let vcpus, let applied):
      "\(Numbers.grouped(vcpus)) vCPUs at max are more than the \(Numbers.readable(applied)) that the account may run"
    case .tooManyInstances(let count): "\(Numbers.grouped(count)) instances are more than a group can have"
    case .outsideFormat(let key, let value): "\(key) would be \(value), more than a profile can hold"
    case .missesGoal(let obstacle):
      obstacle.map { "more instances do not help: \($0.phrase)" }
        ?? "an idle instance misses the promised response time"
    case .noPrice: "its price is not known"
    case .ownTypeUnknown: "cannot be compared: nobody knows the vCPUs of the type or of the fleet's own"
    }
  }
}

extension Sizing {
  /// Why there is no fleet for the target, where there is none.
  package var whyNone: String {
    if case .missesGoal = candidates.first?.rejection, let why = candidates.first?.rejection?.text {
      return "None: \(why)."
    }
    return
      "None: no instance type carries it within \(Numbers.grouped(Bound.instances.upperBound)) instances."
  }
}
