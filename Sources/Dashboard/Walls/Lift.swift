import Planning

/// What one setting has to become for a wall to carry so many users, and what that does to the bill.
struct Lift: Sendable {
  let setting: Setting
  let profile: Profile

  /// What the likely list total changes by; nil where the same lines have no price on both sides.
  let cost: Money?

  /// The setting as it is and as it has to be.
  let words: String
}

extension State {
  /// Every slider that lifts a wall to so many users at desired by itself, the cheapest first.
  func lifts(of wall: Wall.ID, to users: Double) -> [Lift] {
    settings.compactMap { lift(wall, to: users, by: $0) }
      .sorted { ($0.cost ?? .zero) < ($1.cost ?? .zero) }
  }

  /// The least step of a slider from which on a wall carries so many users; nil where no step does.
  private func lift(_ wall: Wall.ID, to users: Double, by setting: Setting) -> Lift? {
    guard let scale = setting.scale, let now = setting.number(in: profile), setting.id != .users else {
      return nil
    }
    func carries(_ value: Double) -> (profile: Profile, users: Double?, isEnough: Bool)? {
      let hardware = plan.facts.hardware
      guard let edit = setting.edit(profile, to: value, saved: saved.profile, hardware: hardware)
      else { return nil }
      let carried = Plan(edit.profile, facts: plan.facts, model: plan.model).wall(wall)?.users.desired
      return (edit.profile, carried, carried?.reaches(users) ?? false)
    }
    // Fewer requests carry more users, and more of anything else does.
    let direction = setting.id == .requests ? -1 : 1
    func value(_ steps: Int) -> Double { scale.value(direction * steps, stepsFrom: now) }
    var (low, high) = (0, 1)
    let before = plan.wall(wall)?.users.desired
    while let tried = carries(value(high)), !tried.isEnough, high < 1 << 20, value(high) != value(low) {
      // What has not moved the wall by then never does.
      if high == 64, tried.users == before { return nil }
      (low, high) = (high, 2 * high)
    }
    guard carries(value(high))?.isEnough == true else { return nil }
    while high - low > 1 {
      let middle = (low + high) / 2
      if carries(value(middle))?.isEnough == true { high = middle } else { low = middle }
    }
    guard let lifted = carries(value(high))?.profile else { return nil }
    let other = Plan(lifted, facts: plan.facts, model: plan.model)
    return Lift(
      setting: setting, profile: lifted, cost: Comparison(from: plan, to: other).likelyListChange,
      words: setting.summary(from: profile, to: lifted))
  }

  /// Turns what a team decides of what breaks first, again and again, until the fleet carries the users with the spare
  /// that it was sized for.
  mutating func lift() {
    let start = profile
    var done: [String] = []
    let users = Double(profile.demand.concurrentUsers) * (1 + spare / 100)
    for _ in 0..<6 {
      derive()
      let low = [FleetSize.desired, .max].first { plan.usersCarried(at: $0)?.reaches(users) == false }
      guard let size = low, let wall = plan.firstWall[size] else { break }
      guard let lift = lifts(of: wall, to: users).first(where: { $0.setting.isDecided }) else { break }
      done.append(lift.words)
      show(lift.profile)
    }
    let lifted = profile
    show(start)
    guard lifted != start else {
      return notice = Notice(
        text: plan.holds(at: .desired) == true && plan.holds(at: .max) == true
          ? "nothing is too low" : "nothing that a team decides lifts this alone", kind: .caution)
    }
    replace(with: lifted, summary: done.joined(separator: ", "))
    notice = Notice(text: "\(done.joined(separator: ", ")); undo takes it back")
  }
}
