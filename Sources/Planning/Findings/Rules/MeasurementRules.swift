internal import Typography

/// How old what was measured is.
extension Rule {
  static let measurements = [oldMeasurement]

  private static let oldMeasurement = Rule(
    dated: "HR921", .warning, "A measured value is old",
    check:
      "The day behind each measured value against gates.max_measured_age_days, where somebody says what day it is.",
    reason: "Code, data and users change, and an instance answers more or less than it did.",
    remedy: "Measure again, and let calibrate --write put the new value in its place.",
    source: .profile
  ) { plan, day in
    guard let day, let most = plan.profile.gates.maxMeasuredAgeDays else { return [] }
    return Catalog.fields.compactMap { field in
      guard let measured = plan.provenance.measured[field.path], let then = measured.day,
        !plan.provenance.edited.contains(field.path), case let age = day.days(since: then), age > most
      else { return nil }
      return Observation(
        field.path,
        "It was measured on \(then.text), \(Numbers.counted(age, "day")) ago, from \(measured.evidence);"
          + " \(Numbers.counted(most, "day")) are the most.",
        fix: "Measure it again: headroom calibrate.")
    }
  }
}
