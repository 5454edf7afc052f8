/// The least load from which responses take much longer than at rest, and stay so.
enum Knee {
  /// The knee among windows with their load and mean response time; nil where there is none.
  static func load(_ windows: [(load: Double, milliseconds: Double)]) -> Double? {
    guard windows.count >= CalibrationPolicy.fewestWindows else { return nil }
    let sorted = windows.sorted { $0.load < $1.load }
    let parts = CalibrationPolicy.kneeParts
    let first = sorted.prefix((sorted.count + parts - 1) / parts)
    guard let rest = first.map(\.milliseconds).median else { return nil }
    let slow = CalibrationPolicy.kneeRise * rest
    for (index, window) in sorted.enumerated() where window.milliseconds > slow {
      let above = sorted[index...].count { $0.milliseconds > slow }
      if parts * above >= (parts - 1) * (sorted.count - index) { return window.load }
    }
    return nil
  }
}
