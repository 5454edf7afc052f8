import Planning

extension DayStage {
  /// What can be turned besides the profile itself.
  func controls(of profile: Profile) -> [Control] {
    [.scenario, .minute] + (kind == .launch ? [.ramp] : []) + eventControls(of: profile)
  }
}

extension Control.ID {
  static let scenario = Control.ID("scenario")
  static let minute = Control.ID("minute")
  static let ramp = Control.ID("ramp")
}

extension Control {
  fileprivate static let scenario = Control(
    id: .scenario, name: "scenario",
    meaning: "The traffic that is played: a day, a launch, or the target without end",
    reading: { state in
      let others = DayStage.kinds.filter { $0 != state.day.kind }.map(\.rawValue)
      return Reading(text: state.day.kind.rawValue, place: .arrows("or \(others.joined(separator: ", "))"))
    },
    turn: { state, turn in
      let index = DayStage.kinds.firstIndex(of: state.day.kind) ?? 0
      let last = DayStage.kinds.count - 1
      switch turn {
      case .steps(let count): state.day.play(DayStage.kinds[min(max(0, index + count), last)])
      case .end(let end): state.day.play(DayStage.kinds[end == .first ? 0 : last])
      case .place, .word: break
      }
    }, entering: .step)

  fileprivate static let minute = Control(
    id: .minute, name: "time", meaning: "The moment that is read out below the chart",
    reading: { state in
      let (minute, last) = (state.day.minute, max(1, state.day.minutes - 1))
      return Reading(text: state.day.label(minute), place: .track(Double(minute) / Double(last)))
    },
    turn: { state, turn in
      let last = state.day.minutes - 1
      switch turn {
      case .steps(let count): state.day.move(to: state.day.minute + count * (state.day.kind == .day ? 10 : 1))
      case .end(let end): state.day.move(to: end == .first ? 0 : last)
      case .place(let fraction): state.day.move(to: Int((fraction * Double(last)).rounded()))
      case .word: break
      }
    },
    entering: .text { state, text in
      guard let minute = state.day.minute(of: text) else { return state.day.example }
      state.day.move(to: minute)
      return nil
    })

  fileprivate static let ramp = Control(
    id: .ramp, name: "ramp, minutes",
    meaning: "Minutes in which a launch climbs from the quietest of a day to the target",
    reading: { state in
      let minutes = state.day.rampMinutes
      return Reading(text: "\(minutes)", place: .track(Double(minutes) / trackOfRamps))
    },
    turn: { state, turn in
      switch turn {
      case .steps(let count): state.day.climb(in: state.day.rampMinutes + count)
      case .end(let end):
        state.day.climb(in: end == .first ? DayStage.ramps.lowerBound : DayStage.ramps.upperBound)
      case .place(let fraction): state.day.climb(in: Int((fraction * trackOfRamps).rounded()))
      case .word: break
      }
    },
    entering: .text { state, text in
      guard let minutes = Int(text), DayStage.ramps.contains(minutes) else { return "1 to 720" }
      state.day.climb(in: minutes)
      return nil
    })

  /// Minutes that the track of the ramp spans; a typed one may be longer.
  private static let trackOfRamps = 180.0
}
