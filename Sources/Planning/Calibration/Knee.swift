/// The least load from which responses take more than twice as long as at rest, and stay so.
enum Knee {
  /// The knee among windows with their load and mean response time; nil where there is none.
  static func load(_ windows: [(load: Double, milliseconds: Double)]) -> Double? {
    guard windows.count >= CalibrationPolicy.fewestWindows else { return nil }
    let sorted = windows.sorted { $0.load < $1.load }
    let third = (sorted.count + 2) / 3
    guard let base = sorted.prefix(third).map(\.milliseconds).median else { return nil }
    for (index, window) in sorted.enumerated() where window.milliseconds > 2 * base {
      let above = sorted[index...].count { $0.milliseconds > 2 * base }
      if 3 * above >= 2 * (sorted.count - index) { return window.load }
    }
    return nil
  }
}
