import Canvas
import Planning

extension State {
  /// What no event may ever bring about, if it is so; nil in every state that can be reached.
  package var flaw: String? {
    let fleet = profile.compute.instances
    if fleet.min < 1 || fleet.min > fleet.desired || fleet.desired > fleet.max {
      return "the fleet is \(fleet.min)..\(fleet.desired)..\(fleet.max)"
    }
    if !profile.conflicts.isEmpty { return "the profile contradicts itself" }
    if plan.profile != profile { return "the plan is that of another profile" }
    if !Derived(for: self, keeping: derived).holdsNoMore(than: derived) {
      return "what the screen shows was not computed"
    }
    if !(0..<max(1, rowCount)).contains(selectedRow) {
      return "row \(selectedRow) of \(rowCount) is selected"
    }
    if let entry, entry.text.count > Entry.limit { return "\(entry.text.count) characters are typed" }
    if !(0..<max(1, day.minutes)).contains(day.minute) { return "minute \(day.minute) is read out" }
    return overlays.lazy.compactMap { $0.flaw(in: self) }.first ?? flaw(of: frame)
  }

  private func flaw(of frame: Frame) -> String? {
    let canvas = frame.canvas
    if canvas.size != size { return "a screen of \(canvas.size) is painted for \(size)" }
    if let cursor = canvas.cursor, !canvas.bounds.contains(cursor) { return "the cursor stands at \(cursor)" }
    return nil
  }
}
