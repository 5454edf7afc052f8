/// Instance types as a fleet's own, sized for a target: what of a comparison no price has a say in, which is the same in
/// every Region with as many zones.
final class SizedTypes {
  let demand: DemandRates
  let own: Hardware?
  private let profile: Profile
  private let target: SizingTarget
  private let hardware: HardwareBook

  /// vCPUs that the account may run; nil where nobody knows.
  private let applied: Double?
  private let responseSeconds: Double
  private var goal: GoalSizes
  private var known: [String: SizedType] = [:]

  init(_ profile: Profile, target: SizingTarget, provenance: Provenance, facts: Facts) {
    self.profile = profile
    self.target = target
    demand = DemandRates(profile)
    hardware = facts.hardware
    own = facts.hardware[profile.compute.instanceType]
    applied = facts.quotas.applied(.ec2OnDemandVCPU, in: profile)
    responseSeconds = profile.demand.responseTimeMs.likely / 1000
    goal = GoalSizes(
      WalledFleet(profile: profile, facts: facts, provenance: provenance), demand: demand,
      headroomPercent: target.headroomPercent)
  }

  subscript(type: String) -> SizedType {
    if let sized = known[type] { return sized }
    let sized = size(type)
    known[type] = sized
    return sized
  }

  private func size(_ type: String) -> SizedType {
    let isOwn = type == profile.compute.instanceType
    var compute = profile.compute
    compute.instanceType = type
    guard let hardware = hardware[type], let vcpus = hardware.vcpus, let own, let ownVCPUs = own.vcpus
    else {
      let kept = goal.sizes(profile.compute)
      compute.instances = sizes(of: compute).keeping(kept)
      return SizedType(
        compute, users: users(of: compute),
        impossible: isOwn ? outOfBounds(compute.instances) ?? missesGoal(kept) : .ownTypeUnknown)
    }
    let speed =
      profile.compute.relativeSpeed(of: type)
      / profile.compute.relativeSpeed(of: profile.compute.instanceType)
    compute.instanceRequests = compute.instanceRequests.map {
      rounded($0 * Double(vcpus) / Double(ownVCPUs) * speed)
    }
    compute.followVCPUs(vcpus, insteadOf: ownVCPUs)
    let kept = goal.sizes(compute)
    compute.instances = sizes(of: compute).keeping(kept)
    return SizedType(
      compute, speed: speed, users: users(of: compute),
      impossible: outOfBounds(compute.instances) ?? aboveQuota(compute.instances, vcpus)
        ?? outsideFormat(compute) ?? missesGoal(kept),
      onCredits: isOwn ? nil : onCredits(compute),
      unfit: (isOwn ? nil : unfit(type, hardware))
        ?? lessMemory(hardware.memoryGiB / Double(vcpus), than: own.memoryGiB / Double(ownVCPUs))
        ?? tooFew(compute.instances.desired))
  }

  private func sizes(of compute: Compute) -> InstanceCounts {
    compute.sizes(for: demand, target: target, responseSeconds: responseSeconds)
  }

  private func users(of compute: Compute) -> Double {
    Double(compute.instances.desired) * compute.requestsPerInstancePerMinute / demand.requestsPerUser.likely
  }

  /// To a millionth, so that a profile holds a number that somebody can read, and at least one.
  private func rounded(_ number: Double) -> Double { max(1, (number * 1e6).rounded()) / 1e6 }

  private func outOfBounds(_ sizes: InstanceCounts) -> Candidate.Rejection? {
    Bound.instances.contains(sizes.max) ? nil : .tooManyInstances(sizes.max)
  }

  /// Where no number of instances keeps a promise; one that rests on guesses rules nothing out.
  private func missesGoal(_ kept: GoalSizes.Answer) -> Candidate.Rejection? {
    if case .none(let obstacle) = kept, goal.decides { .missesGoal(obstacle) } else { nil }
  }

  /// Where the account lets fewer instances run than max.
  private func aboveQuota(_ sizes: InstanceCounts, _ vcpus: Int) -> Candidate.Rejection? {
    guard let applied else { return nil }
    let needed = sizes.max * vcpus
    return Double(needed).exceeds(applied) ? .aboveQuota(vcpus: needed, applied: applied) : nil
  }

  /// The first key that follows the type and that no profile could hold.
  private func outsideFormat(_ compute: Compute) -> Candidate.Rejection? {
    Self.requests.refusal(of: .estimate(compute.instanceRequests))
      ?? compute.gunicorn.flatMap { Self.workers.refusal(of: .count($0.workers)) }
  }

  // Looked up once, since every type is held to them.
  private static let requests = Catalog["compute.requests_per_instance_per_minute"]
  private static let workers = Catalog["compute.gunicorn.workers"]

  /// Why the credits of a burstable type do not last, or nobody knows what they cost: surplus credits have a price, which
  /// the candidate's cost has in it.
  private func onCredits(_ compute: Compute) -> Candidate.Rejection? {
    guard InstanceFamilies.burstable.contains(compute.instanceType) else { return nil }
    let baseline = BillingFacts.burstBaselinePercent(ofType: compute.instanceType)?.value
    let isHeld = compute.credits == .standard && compute.targetCPUPercent.exceeds(baseline ?? 0)
    return isHeld || baseline == nil ? .burstable(baselinePercent: baseline) : nil
  }

  /// Why a type would not do the work that was measured on the fleet's own, vCPU for vCPU.
  private func unfit(_ type: String, _ hardware: Hardware) -> Candidate.Rejection? {
    if !InstanceFamilies.standard.contains(type) { return .special }
    return hardware.isCurrentGeneration == false ? .previousGeneration : nil
  }

  private func lessMemory(_ gibPerVCPU: Double, than own: Double) -> Candidate.Rejection? {
    own.exceeds(gibPerVCPU) ? .lessMemory(gibPerVCPU: gibPerVCPU, own: own) : nil
  }

  private func tooFew(_ desired: Int) -> Candidate.Rejection? {
    (100 / Double(desired)).exceeds(Threshold.blastWarning.value) ? .tooFewInstances(desired) : nil
  }
}

/// A type as the fleet's own, before its price is asked; many Regions look at the same one.
final class SizedType {
  let compute: Compute

  let isBurstable: Bool
  let paysForCredits: Bool

  /// Of a vCPU, against the fleet's own type.
  let speed: Double

  /// Users that the desired fleet carries.
  let users: Double

  /// Why no account, group or profile could have such a fleet, or why nothing can be compared.
  let impossible: Candidate.Rejection?

  /// Why the CPU credits of the type do not do.
  let onCredits: Candidate.Rejection?

  /// Why it would not do the work, whatever it costs.
  let unfit: Candidate.Rejection?

  /// Whether it may be chosen if its price is right, and if need be in a few large instances.
  let mayBeChosen: Bool

  init(
    _ compute: Compute, speed: Double = 1, users: Double, impossible: Candidate.Rejection?,
    onCredits: Candidate.Rejection? = nil, unfit: Candidate.Rejection? = nil
  ) {
    self.compute = compute
    self.speed = speed
    self.users = users
    self.impossible = impossible
    self.onCredits = onCredits
    self.unfit = unfit
    isBurstable = InstanceFamilies.burstable.contains(compute.instanceType)
    paysForCredits = compute.paysForCredits
    mayBeChosen = impossible == nil && onCredits == nil && (unfit.map(\.isOnlyOfSize) ?? true)
  }
}

extension Candidate.Rejection {
  /// Whether it stands only while other types do better, in a fleet that is too small for them.
  var isOnlyOfSize: Bool { if case .tooFewInstances = self { true } else { false } }
}

extension Field {
  /// Why a type is passed over whose value the format cannot hold; nil where it can.
  fileprivate func refusal(of value: FieldValue) -> Candidate.Rejection? {
    kind.allows(value) ? nil : .outsideFormat(key: path, value: value.text)
  }
}
