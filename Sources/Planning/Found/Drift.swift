/// In what a fleet that runs and the profile that describes it have parted.
package struct Drift: Sendable {
  /// In the order of the catalog.
  package let differences: [Difference]

  /// Values that auto scaling moves by itself, so that a difference is no mistake of anybody.
  package let moves: [Difference]

  /// What AWS has and the profile does not speak of.
  package let notStated: [FoundValue]
  package let notes: [FoundNote]

  /// One key, as the profile has it and as AWS has it.
  package struct Difference: Sendable {
    package let key: String

    /// Nil where the profile says nothing and has no default.
    package let profile: FieldValue?

    /// Nil where AWS has no such thing.
    package let aws: FieldValue?
    package let file: String?
    package let path: String

    /// Where the profile says its value.
    package let place: Provenance.Place?

    package var field: Field { Catalog.field(at: key) ?? Catalog["quotas"] }
  }

  package init(_ profile: Profile, _ provenance: Provenance, against fleet: FoundFleet) {
    var differences: [Difference] = []
    var notStated: [FoundValue] = []
    let values = fleet.values.filter { $0.key != "name" }
    for (found, isUsual) in values.map({ ($0, false) }) + fleet.usual.map({ ($0, true) }) {
      // What AWS has without anybody having said it is compared where the profile says it.
      let isCompared =
        isUsual || found.isComparedWhereStated
        ? provenance.states(found, in: profile) : profile.hasSection(of: found)
      let own = profile.comparable(found)
      if isCompared, !found.isSaid(by: own) {
        differences.append(Difference(found, profile: own, place: provenance.places[found.key]))
      } else if !isCompared, !isUsual {
        notStated.append(found)
      }
    }
    for gone in fleet.gone {
      guard let own = profile.comparable(gone), gone.isMissed(in: own) else { continue }
      differences.append(
        Difference(
          key: gone.key, profile: own, aws: nil, file: gone.file, path: gone.path,
          place: provenance.places[gone.key]))
    }
    self.differences = differences.filter { $0.key != Self.moving }
    moves = differences.filter { $0.key == Self.moving }
    self.notStated = notStated
    notes = fleet.notes
  }

  package var isEmpty: Bool { differences.isEmpty }

  /// The size that auto scaling sets from minute to minute.
  private static let moving = "compute.instances.desired"
}

extension Provenance {
  /// Whether somebody said the key of a value that was found.
  fileprivate func states(_ found: FoundValue, in profile: Profile) -> Bool {
    if let quota = found.quota { return profile.quotas[quota] != nil }
    return places[found.key] != nil || edited.contains(found.key)
  }
}

extension Profile {
  /// Whether the profile speaks of what a key is about.
  fileprivate func hasSection(of found: FoundValue) -> Bool {
    found.field.optionalSection?.isPresent(self) ?? true
  }

  /// What the profile says of a key, or what it comes to where nobody says it.
  fileprivate func comparable(_ found: FoundValue) -> FieldValue? {
    if let quota = found.quota { return quotas[quota].map { .number($0) } }
    if found.key == "scaling.scale_out.cpu_percent_above", let rule = scaling.scaleOut,
      rule.cpuPercentAbove == nil
    {
      return .number(compute.targetCPUPercent)
    }
    return found.field.effectiveValue(self)
  }
}

extension FoundValue {
  /// Whether a profile says the same, in whatever order.
  fileprivate func isSaid(by own: FieldValue?) -> Bool {
    guard let own else { return false }
    switch (value, own) {
    case (.ports(let ports), .ports(let others)): return Set(ports) == Set(others)
    case (.texts(let texts), .texts(let others)): return Set(texts) == Set(others)
    case (.records(let records), .records(let others)):
      let known = key == Self.alarms ? others.filter(Self.isKnown) : others
      return Dictionary(grouping: records, by: \.self).mapValues(\.count)
        == Dictionary(grouping: known, by: \.self).mapValues(\.count)
    case (.text(let version), .text(let other)) where key.hasSuffix("engine_version"):
      // A profile may say 16 of what AWS calls 16.4.
      return version == other || version.hasPrefix(other + ".") || other.hasPrefix(version + ".")
    case (.number(let number), _):
      return Double(own).map { abs($0 - number) <= 1e-9 * Swift.max(abs(number), 1) } ?? (value == own)
    default: return value == own
    }
  }

  /// Whether something that AWS does not have is missed by a profile that says this of it.
  fileprivate func isMissed(in own: FieldValue) -> Bool {
    guard key == Self.alarms, case .records(let records) = own else { return true }
    return records.contains(where: Self.isKnown)
  }

  fileprivate static let alarms = "monitoring.alarms"

  /// Whether an alarm is on a metric that AWS has by itself, or that its agent sends.
  fileprivate static func isKnown(_ alarm: Record) -> Bool {
    guard case .text(let metric) = alarm["metric"] else { return false }
    return [
      "cpu_percent", "memory_percent", "requests_per_minute", "error_percent", "response_seconds",
    ].contains(metric)
  }
}

extension Profile {
  /// The profile with the values of AWS for the keys that differ; alarms on a team's own metrics stay.
  package func taking(_ differences: [Drift.Difference]) -> Profile {
    var profile = self
    for difference in differences {
      guard let value = difference.aws else { continue }
      if difference.key.hasPrefix(FoundValue.quotaPrefix) {
        guard let quota = QuotaCode(difference.key.dropFirst(FoundValue.quotaPrefix.count)) else { continue }
        profile.quotas[quota] = Double(value)
      } else if difference.key == FoundValue.alarms, case .records(let found) = value {
        guard case .records(let own) = difference.profile ?? .records([]) else { continue }
        _ = difference.field.set(&profile, .records(Self.merged(own, with: found)))
      } else {
        _ = difference.field.set(&profile, value)
      }
    }
    return profile
  }

  /// A list of alarms in its own order: what is still there stays where it is, what changed takes its place.
  private static func merged(_ own: [Record], with found: [Record]) -> [Record] {
    var left = found
    var kept: [Record?] = own.map { alarm in
      guard FoundValue.isKnown(alarm) else { return alarm }
      guard let index = left.firstIndex(of: alarm) else { return nil }
      return left.remove(at: index)
    }
    for (index, alarm) in own.enumerated() where kept[index] == nil {
      guard let next = left.firstIndex(where: { $0["metric"] == alarm["metric"] }) else { continue }
      kept[index] = left.remove(at: next)
    }
    return kept.compactMap(\.self) + left
  }
}

extension Drift.Difference {
  fileprivate init(_ found: FoundValue, profile: FieldValue?, place: Provenance.Place?) {
    self.init(
      key: found.key, profile: profile, aws: found.value, file: found.file, path: found.path, place: place)
  }

  /// The file and the way through it.
  package var source: String { [file, path].compactMap(\.self).joined(separator: ": ") }

  /// What a message says of the difference.
  package var sentence: String {
    "\(profile?.text ?? "not stated") in the profile, \(aws?.text ?? "not there") in AWS (\(source))"
  }
}
