internal import Typography

extension Profile {
  /// Whether somebody chose the value of a key, rather than the format.
  func states(_ path: String, _ provenance: Provenance) -> Bool {
    if provenance.edited.contains(path) || provenance.places[path] != nil { return true }
    let field = Catalog[path]
    let value = field.value(self)
    return value != nil && value != field.defaultValue
  }
}

/// What several rules ask of a plan.
extension Plan {
  /// Whether somebody chose the value of a key, rather than the format.
  func states(_ path: String) -> Bool {
    profile.states(path, provenance)
  }

  /// Users that a wall carries at a size, where it carries fewer than the target.
  func shortfall(of id: Wall.ID, at size: FleetSize) -> Double? {
    wall(id)?.users[size].flatMap { isShort($0) ? $0 : nil }
  }

  /// Whether a number of users is below the target.
  func isShort(_ users: Double) -> Bool { Double(demand.users).exceeds(users) }

  /// Requests a minute that the CPU target leaves to a number of instances.
  func requests(at instances: Int) -> Double {
    Double(instances) * profile.compute.requestsPerInstancePerMinute
  }

  /// Requests a minute at which a number of instances has no CPU left.
  func saturation(at instances: Int) -> Double {
    requests(at: instances) * 100 / profile.compute.targetCPUPercent
  }

  /// The sizes raised until they are at least these, as changes, with every neighbour that they push.
  func raising(desired: Int = 1, max: Int = 1) -> [ProfileChange] {
    let now = profile.compute.instances
    let desired = Swift.max(now.desired, desired)
    let max = Swift.max(now.max, max, desired)
    return change("compute.instances.desired", desired, from: now.desired)
      + change("compute.instances.max", max, from: now.max)
  }

  private func change(_ path: String, _ count: Int, from now: Int) -> [ProfileChange] {
    count == now ? [] : change(path, .count(count))
  }

  /// A change of one key, which is left out of the finding where the format refuses the value.
  func change(_ path: String, _ value: FieldValue) -> [ProfileChange] { [ProfileChange(path, value)] }
}

/// A number of users as a sentence says it, rounded down, so that a wall never looks higher than it is.
func roundedDown(_ number: Double) -> String { Numbers.readable(number.wholeUnitsDown, places: 0) }

/// Requests, seconds or dollars as a sentence says them.
func whole(_ number: Double) -> String { Numbers.readable(number, places: 0) }

func whole(_ count: Int) -> String { Numbers.grouped(count) }

extension Money {
  /// `$1,234` without cents, for sentences.
  var inSentence: String { "$\(whole(dollars))" }
}
