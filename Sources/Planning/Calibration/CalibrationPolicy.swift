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
  static let errorOfTotals = Figure.calibrationErrorOfTotals.share
  static let errorOfADay = Figure.calibrationErrorOfADay.share
  static let errorOfAWeek = Figure.calibrationErrorOfAWeek.share
  static let mostError = Figure.calibrationWide.share
  static let mostLikeness = Figure.calibrationLikeness.share
  static let mostWaiting = Figure.calibrationWaiting.share
  static let mostFailedWindows = Figure.calibrationFailedWindows.share
  static let leastOfBusiest = Figure.calibrationBusiest.share

  /// As multiples.
  static let leastLoadRatio = Figure.calibrationLoadRatio.value
  static let kneeRise = Figure.calibrationKnee.value
  static let mostBeyond = Figure.calibrationBeyond.value

  /// Parts of the windows: the first is the rest, and all but one of those beyond a knee stay slow.
  static let kneeParts = Figure.calibrationKneeParts.count

  /// Shares of the CPU target that the highest load comes to.
  static let leastReach = Figure.calibrationReach.share
  static let reachSeen = Figure.calibrationSeen.share

  /// How far what came may be from what was said, as shares.
  static let plainNumber = Figure.backtestPlainNumber.share
  static let plainCost = Figure.backtestCost.share
  static let sameShape = Figure.backtestShape.share
}
