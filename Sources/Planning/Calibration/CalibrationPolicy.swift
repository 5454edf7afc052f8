/// What a measurement needs to show something; `behaviour.json` has the figures and says what each is.
enum CalibrationPolicy {
  static let fewestRequests = Figure.calibrationRequests.count
  static let fewestWindows = Figure.calibrationWindows.count
  static let fewestRatioWindows = Figure.calibrationRatioWindows.count
  static let fewestKneeWindows = Figure.calibrationKneeWindows.count
  static let fewestDays = Figure.calibrationDays.count
  static let fewestFailures = Figure.calibrationFailures.value

  static let mostErrorsPercent = Figure.calibrationErrors.value
  static let highestCPUPercent = Figure.calibrationHighestCPU.value
  static let longestLaunchSeconds = Figure.calibrationLongestLaunch.count

  /// As shares.
  static let errorOfTotals = Figure.calibrationErrorOfTotals.value / 100
  static let errorOfADay = Figure.calibrationErrorOfADay.value / 100
  static let errorOfAWeek = Figure.calibrationErrorOfAWeek.value / 100
  static let mostError = Figure.calibrationWide.value / 100
  static let mostLikeness = Figure.calibrationLikeness.value / 100
  static let mostWaiting = Figure.calibrationWaiting.value / 100
  static let mostFailedWindows = Figure.calibrationFailedWindows.value / 100
  static let leastOfBusiest = Figure.calibrationBusiest.value / 100

  /// As multiples.
  static let leastLoadRatio = Figure.calibrationLoadRatio.value
  static let kneeRise = Figure.calibrationKnee.value
  static let mostBeyond = Figure.calibrationBeyond.value

  /// Parts of the windows: the first is the rest, and all but one of those beyond a knee stay slow.
  static let kneeParts = Figure.calibrationKneeParts.count

  /// Shares of the CPU target that the highest load comes to.
  static let leastReach = Figure.calibrationReach.value / 100
  static let reachSeen = Figure.calibrationSeen.value / 100

  /// How far what came may be from what was said, as shares.
  static let plainNumber = Figure.backtestPlainNumber.value / 100
  static let plainCost = Figure.backtestCost.value / 100
  static let sameShape = Figure.backtestShape.value / 100
}
