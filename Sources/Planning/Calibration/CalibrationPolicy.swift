/// What a measurement needs to show something; `behaviour.json` has the figures and says what each is.
enum CalibrationPolicy {
  static let fewestRequests = Figure.calibrationRequests.count

  /// As shares.
  static let errorOfTotals = Figure.calibrationErrorOfTotals.value / 100
  static let mostWaiting = Figure.calibrationWaiting.value / 100

  static let fewestWindows = Figure.calibrationWindows.count
  static let fewestRatioWindows = Figure.calibrationRatioWindows.count
  static let fewestDays = Figure.calibrationDays.count
  static let mostErrorsPercent = Figure.calibrationErrors.value
  static let highestCPUPercent = Figure.calibrationHighestCPU.value
  static let leastLoadRatio = Figure.calibrationLoadRatio.value

  /// Shares of the CPU target that the highest load comes to.
  static let leastReach = Figure.calibrationReach.value / 100
  static let reachSeen = Figure.calibrationSeen.value / 100
}
