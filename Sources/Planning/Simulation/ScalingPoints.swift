/// What the policies of a group see: points of its metrics, each some minutes after it ended.
struct ScalingPoints {
  private let period: Int
  private let target: Double
  private let tracking: TargetTracking
  private let requestsTarget: Double
  private let scaleOut: AutoScalingRules.Stated?
  private let scaleIn: AutoScalingRules.Stated?
  private let emergencyAbove: Double
  private let emergencyShare: Double

  // What is above or below a limit, with the tolerance taken into it once.
  private let trackingAbove: Double
  private let trackingBelow: Double
  private let outAbove: Double
  private let inBelow: Double

  /// The point under way.
  private var cpuSum = 0.0
  private var loadSum = 0.0
  private var measured = 0
  private var elapsed = 0

  /// Points that have ended and are not seen yet, in order.
  private var waitingCPU: Delay
  private var waitingRequests: Delay
  private var waitingCounts: Delay

  private var trackingHigh = 0
  private var trackingLow = 0
  private var outHigh = 0
  private var inLow = 0
  private var cpuLoad = 0.0
  private var trackedLoad = 0.0
  private var recentLoads: [Double]
  private var recent = 0
  private var count = 0.0

  private static let pointsToGrow = Figure.trackingPointsOut.count
  private static let pointsToShrink = Figure.trackingPointsIn.count
  private static let shrinkShare = Figure.trackingShrinks

  init(_ rules: AutoScalingRules) {
    period = rules.pointMinutes
    target = rules.targetCPUPercent
    tracking = rules.tracking
    requestsTarget = rules.throughput.atTarget
    scaleOut = rules.scaleOut
    scaleIn = rules.scaleIn
    emergencyAbove = rules.emergencyAbove.map(Tolerance.largest) ?? .infinity
    emergencyShare = rules.emergencyShare
    let tracked = rules.tracking == .requests ? rules.throughput.atTarget : rules.targetCPUPercent
    trackingAbove = Tolerance.largest(within: tracked)
    trackingBelow = tracked * Self.shrinkShare * (1 - Tolerance.share)
    outAbove = Tolerance.largest(within: rules.scaleOut?.cpuPercent ?? .infinity)
    inBelow = (rules.scaleIn?.cpuPercent ?? 0) * (1 - Tolerance.share)
    // A minute's own point is at hand at once where there is no delay.
    waitingCPU = Delay(minutes: rules.delayMinutes)
    waitingRequests = Delay(minutes: rules.delayMinutes)
    waitingCounts = Delay(minutes: rules.delayMinutes)
    recentLoads = Array(repeating: 0, count: Self.pointsToShrink)
  }

  /// Takes in a minute, and what is seen at its end.
  @inline(__always)
  mutating func add(cpu: Double, serving: Int, live: Double, requests: Double) {
    if serving > 0 {
      cpuSum += cpu
      loadSum += cpu * Double(serving)
      measured += 1
    }
    elapsed += 1
    var ended = Point.none
    if elapsed == period {
      if measured > 0 { ended = Point(value: cpuSum / Double(measured), load: loadSum / Double(measured)) }
      (cpuSum, loadSum, measured, elapsed) = (0, 0, 0, 0)
      ended.isThere = true
    }
    let seen = waitingCPU.pass(ended)
    if seen.isThere { see(seen) }
    if tracking == .requests {
      var point = Point.none
      if serving > 0 { point = Point(value: live / Double(serving), load: live) }
      point.isThere = true
      let seen = waitingRequests.pass(point)
      if seen.isThere { track(seen) }
    }
    if emergencyAbove < .infinity {
      count = waitingCounts.pass(Point(value: requests, load: 0, isThere: true)).value
    }
  }

  private mutating func see(_ point: Point) {
    cpuLoad = point.load
    outHigh = point.value > outAbove ? outHigh + 1 : 0
    inLow = point.value < inBelow && point.isMeasured ? inLow + 1 : 0
    if tracking == .cpu { track(point) }
  }

  private mutating func track(_ point: Point) {
    trackedLoad = point.load
    trackingHigh = point.value > trackingAbove ? trackingHigh + 1 : 0
    trackingLow = point.value < trackingBelow && point.isMeasured ? trackingLow + 1 : 0
    recentLoads[recent] = point.load
    recent = recent + 1 == recentLoads.count ? 0 : recent + 1
  }

  @inline(__always)
  var maySayMore: Bool {
    trackingHigh >= Self.pointsToGrow || outHigh >= scaleOut?.periods ?? .max || count > emergencyAbove
  }

  @inline(__always)
  var maySayLess: Bool { trackingLow >= Self.pointsToShrink || inLow >= scaleIn?.periods ?? .max }

  // MARK: Sizes that are asked for

  private var trackedTarget: Double { tracking == .requests ? requestsTarget : target }

  var trackingOut: Int? {
    guard trackingHigh >= Self.pointsToGrow, tracking != .none else { return nil }
    return size(of: trackedLoad / trackedTarget)
  }

  var trackingIn: Int? {
    guard trackingLow >= Self.pointsToShrink, tracking != .none else { return nil }
    return size(of: (recentLoads.max() ?? 0) / trackedTarget)
  }

  func scaleOut(from wanted: Int) -> Int? {
    guard let scaleOut, outHigh >= scaleOut.periods else { return nil }
    return scaleOut.share.map { wanted + step(wanted, $0) } ?? size(of: cpuLoad / target)
  }

  func scaleIn(from wanted: Int) -> Int? {
    guard let scaleIn, inLow >= scaleIn.periods else { return nil }
    return scaleIn.share.map { Swift.max(0, wanted - step(wanted, $0)) } ?? size(of: cpuLoad / target)
  }

  func emergency(from wanted: Int) -> Int? {
    count > emergencyAbove ? wanted + step(wanted, emergencyShare) : nil
  }

  private func step(_ wanted: Int, _ share: Double) -> Int {
    Swift.max(1, Int((Double(wanted) * share).wholeUnitsDown))
  }

  private func size(of quotient: Double) -> Int { Int(Swift.min(quotient.wholeUnitsUp, 1e9)) }
}

/// One point of a metric.
private struct Point {
  var value: Double
  var load: Double

  /// Whether a point ended in the minute, measured or not.
  var isThere = false
  var isMeasured = true

  init(value: Double, load: Double, isThere: Bool = false) {
    self.value = value
    self.load = load
    self.isThere = isThere
  }

  /// Nothing was measured: above and below nothing.
  static var none: Point {
    var point = Point(value: 0, load: 0)
    point.isMeasured = false
    return point
  }
}

/// Hands on what went in so many minutes ago.
private struct Delay {
  private var points: [Point]
  private var slot = 0

  init(minutes: Int) {
    points = Array(repeating: .none, count: Swift.max(1, minutes) + (minutes > 0 ? 1 : 0))
  }

  @inline(__always)
  mutating func pass(_ point: Point) -> Point {
    points[slot] = point
    slot = slot + 1 == points.count ? 0 : slot + 1
    return points[slot]
  }
}
