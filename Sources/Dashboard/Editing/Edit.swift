import Planning
import Typography

/// A change of one setting, with what had to follow it.
struct Edit: Equatable, Sendable {
  var profile: Profile

  /// What followed, as a sentence: `max moved to 60, since it cannot be below desired.`; nil where nothing did.
  var consequence: String?
}

extension Setting {
  /// Puts a number into the profile; nil where that changes nothing.
  func edit(_ profile: Profile, to number: Double, saved: Profile, hardware: HardwareBook) -> Edit? {
    guard number != self.number(in: profile) else { return nil }
    var changed = profile
    var consequence: String?
    if let fleetSize {
      consequence = changed.compute.instances.push(fleetSize, to: Int(number))
    } else if id == .cpuTarget {
      changed.compute.targetCPUPercent = number
      consequence = changed.compute.follow(saved.compute, before: profile.compute, hardware: hardware)
    } else if field.value(saved) == nil, number == unstatedNumber(in: profile) {
      withdraw(from: &changed)
    } else {
      _ = field.set(&changed, value(of: number, saved: saved))
    }
    return changed != profile && changed.holdsRequests
      ? Edit(profile: changed, consequence: consequence) : nil
  }

  /// Takes the key out again, and with it a section that cannot be without it.
  private func withdraw(from profile: inout Profile) {
    if !field.set(&profile, nil) { field.optionalSection?.remove(&profile) }
  }

  /// A number as the key holds it; a range keeps the proportions that it was saved with.
  private func value(of number: Double, saved: Profile) -> FieldValue {
    switch field.kind {
    case .count: .count(Int(number))
    case .estimate:
      if case .estimate(let estimate) = field.value(saved) {
        .estimate(estimate.moved(to: number))
      } else {
        .estimate(Estimate(number))
      }
    default: .number(number)
    }
  }

  /// Puts a range into the profile; nil where that changes nothing.
  func edit(_ profile: Profile, to estimate: Estimate) -> Edit? {
    var changed = profile
    return field.set(&changed, .estimate(estimate)) && changed != profile ? Edit(profile: changed) : nil
  }

  /// Chooses a word in the profile; nil where that changes nothing.
  func edit(_ profile: Profile, to word: String, saved: Profile, hardware: HardwareBook) -> Edit? {
    guard word != self.word(in: profile) else { return nil }
    var changed = profile
    if id == .region, let region = Region(word) {
      changed = profile.moved(to: region)
    } else {
      _ = field.set(&changed, .text(word))
    }
    let consequence =
      id == .instanceType
      ? changed.compute.follow(saved.compute, before: profile.compute, hardware: hardware) : nil
    return changed.holdsRequests ? Edit(profile: changed, consequence: consequence) : nil
  }

  /// Puts another profile's value into this one; nil where that changes nothing.
  func restoring(_ profile: Profile, from saved: Profile, hardware: HardwareBook) -> Edit? {
    var changed = profile
    var consequence: String?
    if let fleetSize {
      consequence = changed.compute.instances.push(fleetSize, to: saved.compute.instances[fleetSize])
    } else if id == .instanceType || id == .cpuTarget {
      _ = field.set(&changed, field.value(saved))
      consequence = changed.compute.follow(saved.compute, before: profile.compute, hardware: hardware)
    } else if id == .region, let region = Region(saved.region) {
      changed = saved.region == profile.region ? profile : profile.moved(to: region)
    } else {
      _ = field.set(&changed, field.value(saved))
    }
    return changed != profile ? Edit(profile: changed, consequence: consequence) : nil
  }

  /// What a change of this setting comes to: `desired 90 → 110, max 100 → 110`.
  func summary(from old: Profile, to new: Profile) -> String {
    guard fleetSize != nil else { return "\(name) \(exactText(in: old)) → \(exactText(in: new))" }
    let (before, after) = (old.compute.instances, new.compute.instances)
    return FleetSize.allCases.filter { before[$0] != after[$0] }
      .map { "\($0.rawValue) \(Numbers.grouped(before[$0])) → \(Numbers.grouped(after[$0]))" }
      .joined(separator: ", ")
  }

  /// The value with every digit, the range, or the word.
  func exactText(in profile: Profile) -> String {
    if case .estimate(let estimate) = field.value(profile), !estimate.isCertain { return estimate.text }
    return word(in: profile) ?? number(in: profile).map(exactText) ?? "not stated"
  }
}

extension Profile {
  /// Whether a file may say what an instance answers, after that followed another value.
  fileprivate var holdsRequests: Bool {
    Catalog["compute.requests_per_instance_per_minute"].kind.allows(.estimate(compute.instanceRequests))
  }
}

extension InstanceCounts {
  /// Sets one size and moves its neighbours out of the way, so that min <= desired <= max holds.
  ///
  /// - Returns: a sentence about what moved, nil where nothing did.
  mutating func push(_ size: FleetSize, to count: Int) -> String? {
    let before = self
    self[size] = count
    switch size {
    case .min:
      desired = Swift.max(desired, count)
      max = Swift.max(max, count)
    case .desired:
      min = Swift.min(min, count)
      max = Swift.max(max, count)
    case .max:
      min = Swift.min(min, count)
      desired = Swift.min(desired, count)
    }
    let pushed = FleetSize.allCases.filter { $0 != size && self[$0] != before[$0] }.map(\.rawValue)
    guard !pushed.isEmpty else { return nil }
    return
      "\(pushed.joined(separator: " and ")) moved to \(Numbers.grouped(count)) too, so that min ≤ desired ≤ max"
  }
}
