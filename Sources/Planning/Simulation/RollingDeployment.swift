/// A deployment that replaces the instances of a group round by round, within the percentages that the plan allows.
struct RollingDeployment {
  /// Instances of the round under way that run above the wanted size.
  private(set) var extra = 0

  /// Instances with the version before, in service.
  private var old = 0
  private var roundEnds = Int.max

  /// Whether some of its instances are being replaced.
  private(set) var isRound = false

  var isUnderWay: Bool { isRound || old > 0 }

  /// Begins with all that serves.
  mutating func begin(serving: Int) { old = serving }

  /// No more of the old ones are left than serve.
  mutating func shrink(to serving: Int) { old = min(old, serving) }

  /// Begins the next round where none is under way: how many leave service for it.
  mutating func beginRound(of rules: AutoScalingRules, minute: Int, serving: Int, wanted: Int) -> Int {
    shrink(to: serving)
    guard old > 0, !isRound else { return 0 }
    let plan = rules.deployment
    let share = { (percent: Double) in Int((Double(wanted) * percent / 100).wholeUnitsDown) }
    var out = min(old, share(100 - plan.minHealthyPercent))
    let room = rules.quotaInstances.map { max(0, $0 - wanted) } ?? Int.max
    extra = min(old - out, share(plan.maxHealthyPercent - 100), room)
    if out == 0, extra == 0 { out = 1 }
    old -= out
    isRound = true
    roundEnds = minute + rules.warmMinutes
    return out
  }

  /// Ends the round under way where its time is over and all are there: how many of the old ones leave in exchange.
  mutating func endRound(minute: Int, isComplete: Bool) -> Int {
    guard minute >= roundEnds, isComplete else { return 0 }
    let leaving = extra
    old -= min(extra, old)
    extra = 0
    isRound = false
    return leaving
  }
}
