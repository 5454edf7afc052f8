import Canvas
import Planning
import Typography

/// A Savings Plan as a slider, with what it saves and what it costs too much if the users come otherwise.
struct CommitmentPanel {
  let state: State

  static let height = 2
  private static let title = "Savings Plan"

  func paint(on frame: inout Frame, in area: Rect) {
    guard let advice = state.derived.commitment, area.height >= Self.height else { return }
    var area = area
    let bought = state.boughtInstances
    let regrets = advice.regret(of: bought)
    let remarks = [\CommitmentRegret.ID.words, \.rawValue].map { words in
      let each = regrets.map { "\($0.id[keyPath: words]) \(Figures.dollars($0.regret))" }
      return "too much a month with \(each.joined(separator: ", "))"
    }
    let remark = remarks.first { $0.displayWidth + Self.title.count + 4 <= area.width }
    frame.canvas.paint(PanelTitle(Self.title, remark: [Span(remark ?? "", .label)]), in: area.takeTop(1))
    let row = area.takeTop(1)
    area = row
    frame.mark(row, .control(.commitment))
    let reading = Control.commitment.reading(state)
    frame.canvas.put(
      reading.text, in: area.takeLeft(7), reading.isChanged ? .changed : .value, alignment: .right)
    _ = area.takeLeft(1)
    let words = saving(advice, bought)
    let track = area.takeLeft(min(26, max(8, area.width - words.displayWidth - 2)))
    if case .track(let fraction, let saved, let live, _) = reading.place {
      frame.canvas.paint(
        Slider(fraction: fraction, savedFraction: saved, liveFraction: live, isFocused: true), in: track)
      frame.mark(track, .track(.commitment, track))
    }
    _ = area.takeLeft(2)
    frame.canvas.put(words, in: area, .label)
  }

  private func saving(_ advice: CommitmentAdvice, _ bought: Int) -> String {
    let choice = advice.choice(of: bought)
    let best =
      "cheapest \(Numbers.grouped(advice.best.instances)) saves \(Figures.dollars(advice.best.saving))"
    if bought == 0 {
      return "nothing bought; \(best) a month at \(Numbers.readable(advice.discountPercent))% off"
    }
    let isDear = choice.saving < .zero
    let saving = Figures.dollars(isDear ? .zero - choice.saving : choice.saving)
    return
      "\(choice.hourly.exact) USD/h \(isDear ? "costs \(saving) a month more" : "saves \(saving) a month"); \(best)"
  }
}

extension CommitmentRegret.ID {
  fileprivate var words: String {
    switch self {
    case .half: "half the users"
    case .slow: "slow growth"
    case .fast: "fast growth"
    }
  }
}

extension Control.ID {
  static let commitment = Control.ID("commitment")
}

extension Control {
  static let commitment = Control(
    id: .commitment, name: "Savings Plan", meaning: "Instances that a Savings Plan covers, used or not",
    reading: { state in
      let (bought, saved) = (state.boughtInstances, state.baseline.profile.boughtInstances)
      let top = state.mostBoughtInstances
      return Reading(
        text: Numbers.grouped(bought), isChanged: bought != saved,
        place: .track(Double(bought) / top, saved: Double(saved) / top))
    },
    turn: { state, turn in
      // Nobody should buy what is not in sight.
      guard state.derived.commitment != nil else { return }
      let bought = state.boughtInstances
      switch turn {
      case .steps(let count): state.buy(bought + count, gesture: .steps(count))
      case .end(let end): state.buy(end == .first ? 0 : Int(state.mostBoughtInstances), gesture: .once)
      case .place(let fraction):
        state.buy(Int((fraction * state.mostBoughtInstances).rounded()), gesture: .drag)
      case .word: break
      }
    }, entering: .nothing)
}

extension Profile {
  fileprivate var boughtInstances: Int { compute.purchase.savingsPlan.instances ?? 0 }
}

extension State {
  fileprivate var boughtInstances: Int { profile.boughtInstances }

  /// The right end of the slider: every instance at max, or what is bought where that is more.
  fileprivate var mostBoughtInstances: Double {
    Double(max(saved.profile.compute.instances.max, saved.profile.boughtInstances, 1))
  }

  /// Buys so many instances; a plan in dollars an hour gives way to it.
  fileprivate mutating func buy(_ instances: Int, gesture: History.Gesture.Kind) {
    var changed = profile
    let count = min(max(0, instances), max(Int(mostBoughtInstances), boughtInstances))
    changed.compute.purchase.savingsPlan.instances = count == 0 ? nil : count
    changed.compute.purchase.savingsPlan.hourly = nil
    guard changed != profile else { return }
    history.record(from: profile, to: changed, gesture: .init(control: .commitment, kind: gesture)) {
      before, after in
      "Savings Plan \(before.boughtInstances) → \(after.boughtInstances) instances"
    }
    show(changed)
  }
}
