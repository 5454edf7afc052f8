package import Planning
import Typography

/// What AWS has of the fleet, as a capture tells it.
package struct Live: Equatable, Sendable {
  package let fleet: FoundFleet

  /// What people call the capture, with its day where it has one.
  package let name: String

  package init(_ fleet: FoundFleet, name: String) {
    self.fleet = fleet
    self.name = name
  }

  /// What AWS has of a key; nil for what no file tells.
  func value(of field: Field) -> FieldValue? {
    fleet.value(of: field.path)
  }

  /// A profile with what AWS has of one key; nil for a key that no file tells of.
  func profile(with field: Field, over profile: Profile) -> Profile? {
    guard let value = value(of: field) else { return nil }
    var profile = profile
    return field.set(&profile, value) ? profile : nil
  }
}

extension State {
  /// What is still to be decided: differences first, then what auto scaling moves.
  var openDifferences: [Drift.Difference] {
    ((drift?.differences ?? []) + (drift?.moves ?? [])).filter { !keptKeys.contains($0.key) }
  }

  /// What there is to say of a capture when it is laid beside the profile.
  var liveNotice: Notice? {
    guard let live, let drift else { return nil }
    let count = drift.differences.count
    return count == 0
      ? Notice(text: "AWS is as the profile says (\(live.name))")
      : Notice(
        text: "AWS differs in \(Numbers.counted(count, "key")) (\(live.name)); a shows them",
        kind: .caution)
  }

  /// Opens the list, where there is something to compare with.
  mutating func showDrift() {
    guard live != nil else {
      notice = Notice(
        text: "nothing tells what AWS has: R reads it, or begin with --live and a folder of a capture")
      return
    }
    overlays.append(ShownDrift())
  }

  /// Puts the value of AWS, or every one of them, into the profile.
  mutating func takeTheirs(all: Bool) {
    guard let shown = overlays.last as? ShownDrift else { return }
    let open = shown.rows(in: self)
    let chosen = all ? open : open.isEmpty ? [] : [open[min(shown.selected, open.count - 1)]]
    let taken = chosen.filter { $0.aws != nil }
    guard let first = taken.first else {
      if let key = chosen.first?.key {
        notice = Notice(text: "AWS has no \(key): take it out of the file by hand", kind: .caution)
      }
      return
    }
    let changed = profile.taking(taken)
    if let conflict = changed.conflicts.first {
      notice = Notice(
        text:
          "\(conflict.key) would contradict \(conflict.other) \(conflict.otherValue); take that one too, or T all",
        kind: .caution)
      return
    }
    let what = taken.count == 1 ? first.key : Numbers.counted(taken.count, "key")
    replace(with: changed, summary: "took \(what) from AWS")
    notice = Notice(text: "took \(what) from AWS; u takes it back")
  }

  /// Leaves the chosen key as the profile has it.
  mutating func keepMine() {
    guard let shown = overlays.last as? ShownDrift else { return }
    let open = shown.rows(in: self)
    guard let key = open.isEmpty ? nil : open[min(shown.selected, open.count - 1)].key else { return }
    keptKeys.insert(key)
    notice = Notice(text: "kept \(key) as it is")
  }
}
