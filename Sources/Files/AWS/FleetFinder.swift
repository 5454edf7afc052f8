package import Planning
internal import Typography

extension Account {
  /// What the files say of one fleet.
  ///
  /// - Throws: a choice that somebody has to make first, or a file that says something else than AWS does.
  package func fleet(_ choices: FleetChoices = FleetChoices()) throws(FleetProblem) -> FoundFleet {
    let parts: FleetParts
    do throws(ChoiceProblem) {
      parts = try FleetParts(inventory, choices: choices)
    } catch {
      try throwIfAnyIsWrong()
      throw .choice(error)
    }
    var fleet = FoundFleet()
    fleet.chosen = parts.chosen
    for mapping in Mapping.all { fleet.take(mapping, from: parts) }
    fleet.leaveOutWhatIsUsual()
    fleet.values += parts.quotas
    fleet.notes =
      inventory.notes + fleet.notes + fleet.contradictions + Mapping.notes.flatMap { $0(parts) }
      + parts.quotaNotes
    try throwIfAnyIsWrong()
    fleet.notes += inventory.files.flatMap(\.notes)
    fleet.notes = fleet.notes.map(\.withoutAccounts).withoutRepetitions
    fleet.missing = missing(in: fleet, parts)
    fleet.gone = gone(from: fleet, parts)
    return fleet
  }

  private func throwIfAnyIsWrong() throws(FleetProblem) {
    do throws(Rejection) {
      try inventory.throwIfAnyIsWrong()
    } catch {
      throw .wrong(error)
    }
  }

  /// Keys of parts that the CLI was asked for, and that are not there.
  private func gone(from fleet: FoundFleet, _ parts: FleetParts) -> [FoundValue] {
    let keys: [(ResourceKind, Bool, [String])] = [
      (.database, inventory[.database].isEmpty, ["database.instance_class"]),
      (
        .cacheGroup,
        inventory[.cacheGroup].isEmpty && inventory[.cacheCluster].isEmpty
          && inventory[.serverlessCache].isEmpty, ["cache.node_type"]
      ),
      (
        .policy, parts.group != nil,
        [
          "scaling.scale_out.cpu_percent_above", "scaling.scale_in.cpu_percent_below",
          "scaling.emergency.requests_per_minute_above",
        ]
      ),
      (.alarm, parts.group != nil, ["monitoring.alarms"]),
    ]
    return keys.flatMap { kind, isGone, keys -> [FoundValue] in
      guard isGone, let answer = inventory.answers[kind] else { return [] }
      return keys.filter { fleet[$0] == nil }.map {
        FoundValue($0, .flag(false), file: answer.file.name, path: answer.path)
      }
    }
  }

  /// Keys that a profile must say and no file does, in the order of the catalog.
  private func missing(in fleet: FoundFleet, _ parts: FleetParts) -> [String] {
    let hasDatabase = parts.database != nil || !inventory.given.contains(.database)
    let hasCache =
      parts.cache != nil
      || !(inventory.given.contains(.cacheGroup) || inventory.given.contains(.cacheCluster))
    return Catalog.fields.map(\.path).filter { path in
      guard fleet[path] == nil else { return false }
      return switch path {
      case "database.instance_class", FoundFleet.connectionLimit: hasDatabase
      case "cache.node_type": hasCache
      default: Catalog[path].presence == .required
      }
    }
  }
}

/// Why files give no fleet.
package enum FleetProblem: Error, Hashable, CustomStringConvertible {
  case choice(ChoiceProblem)
  case wrong(Rejection)

  package var description: String {
    switch self {
    case .choice(let problem): problem.description
    case .wrong(let rejection): rejection.description
    }
  }
}

extension FoundFleet {
  /// Parts what a profile would be without a word from what it has to say.
  fileprivate mutating func leaveOutWhatIsUsual() {
    let quiet = Set(Mapping.all.filter(\.isLeftOutWhereUsual).map(\.key))
    let profile = profile()
    let isUsual = { (found: FoundValue) in
      guard quiet.contains(found.key) else { return false }
      return (found.field.derived?(profile) ?? found.field.defaultValue) == found.value
    }
    usual = values.filter(isUsual)
    values.removeAll(where: isUsual)
  }

  /// Values that no profile can hold beside each other, so that somebody has to mend one of them.
  fileprivate var contradictions: [FoundNote] {
    let conflicts = profile().conflicts.filter { self[$0.key] != nil && self[$0.other] != nil }
    return conflicts.map {
      FoundNote("contradiction", $0.key, "\($0.text); no profile can hold both: mend one of them")
    }
  }

  fileprivate mutating func take(_ mapping: Mapping, from parts: FleetParts) {
    guard let mapped = mapping.read(parts) else { return }
    let field = Catalog[mapping.key]
    guard let value = field.kind.holding(mapped.value) else {
      // What AWS has besides what a team asks for is no loss.
      guard !mapping.isComparedWhereStated else { return }
      notes.append(
        FoundNote(
          "out_of_range", mapping.key, "a profile cannot say \(mapped.value.text.clippedPrintable(to: 200))"))
      return
    }
    values.append(
      FoundValue(
        mapping.key, mapping.key == "name" ? value.withoutAccounts : value, file: mapped.file,
        path: mapped.path.withoutAccounts, how: mapped.how?.withoutAccounts,
        entries: mapped.entries.map(\.withoutAccounts), isComparedWhereStated: mapping.isComparedWhereStated))
  }
}

extension FieldValue {
  fileprivate var withoutAccounts: FieldValue {
    if case .text(let text) = self { .text(text.withoutAccounts) } else { self }
  }
}

extension FoundNote {
  fileprivate var withoutAccounts: FoundNote {
    FoundNote(id, subject.withoutAccounts, text.withoutAccounts)
  }
}

extension [FoundNote] {
  fileprivate var withoutRepetitions: [FoundNote] {
    var seen: Set<FoundNote> = []
    return filter { seen.insert($0).inserted }
  }
}

extension Field.Kind {
  /// A value as a key holds it; nil for one that a profile could not say.
  fileprivate func holding(_ value: FieldValue) -> FieldValue? {
    switch (self, value) {
    case (.count(let bounds), .number(let number)):
      guard let count = Int(exactly: number), bounds.contains(count) else { return nil }
      return .count(count)
    case (.count(let bounds), .count(let count)): return bounds.contains(count) ? value : nil
    case (.number(let bounds), .count(let count)):
      return bounds.contains(Double(count)) ? .number(Double(count)) : nil
    case (.number(let bounds), .number(let number)): return bounds.contains(number) ? value : nil
    case (.text, .text(let text)), (.choice, .text(let text)), (.openChoice, .text(let text)),
      (.version, .text(let text)):
      return (try? ScalarReader(kind: self, style: .doubleQuoted).read(text)) ?? nil
    case (.texts, .texts(let texts)):
      let reader = ScalarReader(kind: .text, style: .doubleQuoted)
      return texts.allSatisfy { (try? reader.read($0)) != nil } ? value : nil
    case (.ports, .ports(let ports)): return ports.allSatisfy { (1...65_535).contains($0) } ? value : nil
    default: return value
    }
  }
}
