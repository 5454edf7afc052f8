import Canvas
import Planning
import Typography

extension State {
  /// Everything that a key does, on the screen at hand first.
  var keyCommands: [Command] {
    let here = screen.keys
    let others = Screen.allCases.filter { $0 != screen }.flatMap { other in
      other.keys.own.compactMap { binding -> Command? in
        guard !here.own.contains(where: { $0.label == binding.label && $0.help == binding.help }) else {
          return nil
        }
        return Command(
          kind: other.title, title: binding.help, keys: binding.label, synonyms: binding.action,
          action: .open(other))
      }
    }
    return here.own.map { command($0, of: here.title, weight: 6) }
      + KeyMap.everywhere.map { command($0, of: "everywhere", weight: 5) } + others
  }

  private func command(_ binding: Binding, of kind: String, weight: Int) -> Command {
    Command(
      kind: kind, title: binding.help, keys: binding.label, synonyms: binding.action,
      action: .send(binding.strokes.first?.message ?? .showHelp), weight: weight)
  }

  /// Every screen, slider, wall, line, quota, rule, Region and theme, and what the keys do.
  var commands: [Command] {
    let screens = Screen.allCases.map { screen in
      Command(
        kind: "screen", title: screen.title, keys: "\(screen.number)", synonyms: "open go to",
        action: .open(screen), weight: 8)
    }
    let walls = plan.wallsFromLowest.map { wall in
      let headroom = Figures.headroom(plan.headroom(of: wall, at: .desired))
      return Command(
        kind: "wall", title: wall.id.title, remark: "\(Figures.users(wall.users.desired)) users, \(headroom)",
        action: .wall(wall.id))
    }
    let quotas = plan.quotas.map { need in
      Command(
        kind: "quota", title: need.title,
        remark: "needs \(Figures.quantity(need.needed)) of \(Figures.quantity(need.limit))",
        synonyms: need.fact.code ?? "", action: .quota(need.fact.id))
    }
    let costs = plan.billedLines.map { id in
      Command(
        kind: "cost", title: id.title,
        remark: plan.list.line(id).map { "\(Figures.dollars($0.cost.likely ?? $0.cost.low)) USD list" }
          ?? "unknown",
        action: .cost(id))
    }
    let rules = Rule.all.map { rule in
      let count = review.findings.count { $0.id == rule.id }
      return Command(
        kind: "rule", title: "\(rule.id) \(rule.title)", remark: count > 0 ? "found" : "",
        action: .rule(rule.id), weight: count > 0 ? 2 : 0)
    }
    return screens + keyCommands + graviton + sliders + walls + costs + quotas + rules + regions + themes
  }

  private var sliders: [Command] {
    let own = screen == .day ? [] : Screen.day.ownControls(self)
    return (screenControls + own).map { control in
      Command(
        kind: control.choices.isEmpty ? "slider" : "choice", title: control.name,
        remark: control.reading(self).text,
        synonyms: "\(control.meaning) \(control.setting?.field.path ?? "")",
        action: .focus(control.id), weight: 7)
    }
  }

  private var regions: [Command] {
    Region.all.map { region in
      Command(
        kind: "Region", title: "\(region.code) \(region.name)",
        remark: region.code == profile.region ? "now" : "move there",
        action: .choose(.region, word: region.code),
        weight: 1)
    }
  }

  private var themes: [Command] {
    Theme.Name.allCases.map { name in
      Command(
        kind: "theme", title: "theme \(name.rawValue)", remark: name == look.theme.name ? "now" : "",
        keys: "T",
        action: .theme(name))
    }
  }

  /// The cheapest type of the same size on Graviton, with what it saves; none for a fleet that is on it already.
  private var graviton: [Command] {
    let hardware = plan.facts.hardware
    guard let now = plan.instanceHardware, now.architecture == .x86, let vcpus = now.vcpus,
      let setting = settings.first(where: { $0.id == .instanceType })
    else { return [] }
    let words = setting.choices ?? []
    let kind = { (type: String) in type.prefix { $0.isLetter } }
    let alike = words.filter { type in
      guard let other = hardware[type] else { return false }
      return other.architecture == .arm && other.vcpus == vcpus && other.memoryGiB >= now.memoryGiB
        && other.isCurrentGeneration == true && kind(type) == kind(profile.compute.instanceType)
    }
    let cheapest = alike.compactMap { type in
      plan.prices?[.instance(type)].map { (type: type, price: $0.price) }
    }.min { ($0.price, $0.type) < ($1.price, $1.type) }
    guard let cheapest,
      let edit = setting.edit(profile, to: cheapest.type, saved: saved.profile, hardware: hardware)
    else { return [] }
    let moved = Plan(edit.profile, provenance: plan.provenance, facts: plan.facts)
    guard let change = Comparison(from: plan, to: moved).likelyListChange else { return [] }
    return [
      Command(
        kind: "type", title: "Graviton: \(cheapest.type) instead of \(profile.compute.instanceType)",
        remark: "\(Figures.signedDollars(change)) USD a month list", synonyms: "arm64 save cheaper",
        action: .choose(.instanceType, word: cheapest.type), weight: 9)
    ]
  }

  /// What a number that is typed may be meant for: the slider that it is nearest to comes first.
  func values(of words: [Substring]) -> [Command] {
    guard let text = words.last, let number = TypedNumber.estimate(of: String(text))?.likely else {
      return []
    }
    let names = words.dropLast()
    return screenControls.compactMap { control -> (Command, Double)? in
      guard let setting = control.setting, case .success = setting.value(from: String(text)),
        let now = setting.number(in: profile), now > 0, number > 0,
        names.allSatisfy({ control.name.has(String($0)) })
      else { return nil }
      let distance = number > now ? number / now : now / number
      let command = Command(
        kind: "value", title: "\(control.name) \(text)", remark: "now \(setting.exactText(in: profile))",
        action: .take(control.id, text: String(text)))
      return (command, distance)
    }.sorted { $0.1 < $1.1 }.map(\.0)
  }

  /// Instance types whose name has the words, as many as one would read.
  func types(named words: [Substring]) -> [Command] {
    guard let word = words.first, words.count == 1, word.count >= 2, word.contains(where: \.isNumber),
      let setting = settings.first(where: { $0.id == .instanceType })
    else { return [] }
    return (setting.choices ?? []).lazy.filter { $0.contains(word) }.prefix(40).map { type in
      let hardware = plan.facts.hardware[type]
      let parts = [
        hardware?.vcpus.map { "\($0) vCPU" }, hardware.map { "\(Numbers.plain($0.memoryGiB)) GiB" },
        plan.prices?[.instance(type)].map { "\($0.price.decimal) USD an hour" },
      ].compactMap(\.self)
      return Command(
        kind: "type", title: type, remark: parts.joined(separator: ", "),
        action: .choose(.instanceType, word: type))
    }
  }
}
