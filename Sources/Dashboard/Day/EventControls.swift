import Planning
import Typography

/// What may happen besides the traffic, each event a row that one turns, with its length and its factor while it is set.
extension DayStage {
  func eventControls(of profile: Profile) -> [Control] {
    var controls = [
      Control.moment(
        .zoneLoss, "zone lost at",
        "The moment at which one availability zone and every instance in it is lost",
        read: { $0.events.zoneLostAt }, write: { $0.events.zoneLostAt = $1 }),
      Control.moment(
        .deployment, "deployed at", "The moment at which every instance begins to be replaced",
        read: { $0.events.deployAt }, write: { $0.events.deployAt = $1 }),
    ]
    controls += Control.span(
      .launchesFail, "no launches at", "The moment from which nothing can be launched",
      read: { $0.events.launchesFail }, write: { $0.events.launchesFail = $1 },
      isSet: events.launchesFail != nil)
    if profile.keyMissing(for: .probing(slowBackend: true)) == nil {
      controls += Control.span(
        .slowBackend, "slow backend at", "The moment from which responses take several times as long",
        read: { $0.events.slowBackend?.minutes },
        write: { day, minutes in
          let factor = day.events.slowBackend?.factor ?? 2
          day.events.slowBackend = minutes.map { SimulatedEvents.Slowness(factor: factor, minutes: $0) }
        }, isSet: events.slowBackend != nil)
      if events.slowBackend != nil { controls.append(.slowness) }
    }
    if profile.keyMissing(for: .probing(coldCache: true)) == nil {
      controls += Control.span(
        .coldCache, "cold cache at", "The moment from which the cache answers nothing",
        read: { $0.events.coldCache }, write: { $0.events.coldCache = $1 }, isSet: events.coldCache != nil)
    }
    return controls + [.retryShare]
  }
}

extension SimulatedEvents {
  /// Events of one kind, for asking whether a fleet can have them.
  fileprivate static func probing(slowBackend: Bool = false, coldCache: Bool = false) -> SimulatedEvents {
    var events = SimulatedEvents()
    if slowBackend { events.slowBackend = Slowness(factor: 2, minutes: 0..<1) }
    if coldCache { events.coldCache = 0..<1 }
    return events
  }
}

extension Control.ID {
  static let zoneLoss = Control.ID("zone loss")
  static let deployment = Control.ID("deployment")
  static let launchesFail = Control.ID("launches fail")
  static let slowBackend = Control.ID("slow backend")
  static let slowness = Control.ID("slowness")
  static let coldCache = Control.ID("cold cache")
  static let retryShare = Control.ID("retry share")
}

extension Control {
  /// A moment that is set where the cursor stands, moved by the arrows, and taken away by Home.
  fileprivate static func moment(
    _ id: ID, _ name: String, _ meaning: String, read: @escaping @Sendable (DayStage) -> Int?,
    write: @escaping @Sendable (inout DayStage, Int?) -> Void
  ) -> Control {
    Control(
      id: id, name: name, meaning: meaning,
      reading: { state in
        let day = state.day
        guard let minute = read(day) else {
          return Reading(text: "never", place: .arrows("right sets \(day.label(day.minute))"))
        }
        let last = max(1, day.minutes - 1)
        return Reading(
          text: day.label(min(minute, day.minutes - 1)), place: .track(min(1, Double(minute) / Double(last))))
      },
      turn: { state, turn in
        let (day, minute) = (state.day, read(state.day))
        let step = day.kind == .day ? 10 : 1
        switch turn {
        case .steps(let count):
          let moved = minute.map { min(max(0, $0 + count * step), day.minutes - 1) }
          if moved != nil || count > 0 { write(&state.day, moved ?? day.minute) }
        case .end(.first): write(&state.day, nil)
        case .end(.last): write(&state.day, day.minute)
        case .place(let fraction):
          if minute != nil { write(&state.day, Int((fraction * Double(day.minutes - 1)).rounded())) }
        case .word: break
        }
      },
      entering: .text { state, text in
        guard let minute = state.day.minute(of: text) else { return state.day.example }
        write(&state.day, minute)
        return nil
      })
  }

  /// A moment with a length of its own, which has a row while it is set.
  fileprivate static func span(
    _ id: ID, _ name: String, _ meaning: String, read: @escaping @Sendable (DayStage) -> Range<Int>?,
    write: @escaping @Sendable (inout DayStage, Range<Int>?) -> Void, isSet: Bool
  ) -> [Control] {
    let start = moment(
      id, name, meaning, read: { read($0)?.lowerBound },
      write: { day, minute in
        let length = read(day)?.count ?? usualLength
        write(&day, minute.map { $0..<$0 + length })
      })
    guard isSet else { return [start] }
    let length = Control(
      id: ID("\(id.name) length"), name: "  for, minutes", meaning: "How many minutes it lasts",
      reading: { state in
        let minutes = read(state.day)?.count ?? usualLength
        return Reading(text: "\(minutes)", place: .track(min(1, Double(minutes) / trackOfLengths)))
      },
      turn: { state, turn in
        guard let span = read(state.day) else { return }
        let minutes: Int
        switch turn {
        case .steps(let count): minutes = span.count + count * 5
        case .end(let end): minutes = end == .first ? 1 : Int(trackOfLengths)
        case .place(let fraction): minutes = Int((fraction * trackOfLengths).rounded())
        case .word: return
        }
        write(&state.day, span.lowerBound..<span.lowerBound + min(max(1, minutes), longest))
      },
      entering: .text { state, text in
        guard let minutes = Int(text), (1...longest).contains(minutes) else { return "1 to \(longest)" }
        guard let span = read(state.day) else { return nil }
        write(&state.day, span.lowerBound..<span.lowerBound + minutes)
        return nil
      })
    return [start, length]
  }

  private static let usualLength = 60
  private static let longest = 1440

  /// Minutes that the track of a length spans; a typed one may be longer.
  private static let trackOfLengths = 480.0

  fileprivate static let slowness = Control(
    id: .slowness, name: "  times as long", meaning: "How many times as long a response takes",
    reading: { state in
      let factor = state.day.events.slowBackend?.factor ?? 1
      return Reading(text: Numbers.readable(factor), place: .track(min(1, factor / 20)))
    },
    turn: { state, turn in
      guard let slow = state.day.events.slowBackend else { return }
      let factor: Double
      switch turn {
      case .steps(let count): factor = slow.factor + Double(count)
      case .end(let end): factor = end == .first ? 1 : 20
      case .place(let fraction): factor = (fraction * 20).rounded()
      case .word: return
      }
      state.day.events.slowBackend = SimulatedEvents.Slowness(
        factor: min(max(1, factor), 1000), minutes: slow.minutes)
    },
    entering: .text { state, text in
      guard let factor = Double(text), (0.1...1000).contains(factor) else { return "0.1 to 1000" }
      guard let slow = state.day.events.slowBackend else { return nil }
      state.day.events.slowBackend = SimulatedEvents.Slowness(factor: factor, minutes: slow.minutes)
      return nil
    })

  fileprivate static let retryShare = Control(
    id: .retryShare, name: "tried again, %",
    meaning: "Failed and refused requests that come again a minute later, in per cent; nobody knows it",
    reading: { state in
      let percent = state.day.events.retrySharePercent
      return Reading(text: Numbers.readable(percent), place: .track(percent / 100))
    },
    turn: { state, turn in
      let percent: Double
      switch turn {
      case .steps(let count): percent = state.day.events.retrySharePercent + Double(count)
      case .end(let end): percent = end == .first ? 0 : 100
      case .place(let fraction): percent = (fraction * 100).rounded()
      case .word: return
      }
      state.day.events.retrySharePercent = min(max(0, percent), 100)
    },
    entering: .text { state, text in
      guard let percent = Double(text), (0...100).contains(percent) else { return "0 to 100" }
      state.day.events.retrySharePercent = percent
      return nil
    })
}
