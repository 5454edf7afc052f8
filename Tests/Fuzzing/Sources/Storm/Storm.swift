import Canvas
import Dashboard
import Files
import Planning

/// A dashboard under everything that a terminal, a person and a file system may do to it, in any order.
///
/// The same seed makes the same storm. A trap ends the program that runs it; a state that must not be is a `Flaw`.
package struct Storm {
  package let seed: Int
  private var random: Dice
  private var state: State

  package init(seed: Int) {
    self.seed = seed
    random = Dice(seed: seed)
    state = State(Storm.document(), facts: .builtIn, size: Size(80, 24), look: Look())
  }

  /// A state that must not be, and how to come there again.
  package struct Flaw: Error, CustomStringConvertible {
    let seed: Int
    let count: Int
    let event: String
    let what: String

    package var description: String { "seed \(seed), event \(count), \(event): \(what)" }
  }

  /// Lets so many events happen.
  package mutating func blow(events: Int) throws(Flaw) {
    for count in 1...events {
      let happening = next()
      let effects =
        switch happening {
        case .event(let event): answer(event)
        case .message(let message): state.update(message)
        }
      for effect in effects { perform(effect) }
      if let what = state.flaw {
        throw Flaw(seed: seed, count: count, event: "\(happening)", what: what)
      }
    }
  }

  private mutating func answer(_ event: Event) -> [Effect] {
    var events = [event][...]
    return state.update(&events)
  }

  private enum Happening {
    case event(Event)
    case message(Message)
  }

  private mutating func next() -> Happening {
    switch random.number(below: 100) {
    case 0..<55: .event(.key(random.key()))
    case 55..<86: .event(.mouse(random.mouse(in: state.size)))
    case 86..<89: .event(.resize(random.size()))
    case 89: .event(.paste(random.text()))
    case 90..<96: .message(random.element(of: [.settle, .settle, .work, .redraw]))
    case 96: .event(.resume)
    case 97: .event(random.element(of: [.terminate(signal: 15), .endOfInput]))
    default: .message(result())
    }
  }

  /// What an effect may come to, also when nobody asked for it.
  private mutating func result() -> Message {
    switch random.number(below: 10) {
    case 0: .saved(document())
    case 1: .reloaded(document())
    case 2: .changedOnDisk(nil)
    case 3: .changedOnDisk(document())
    case 4: .alreadyExists(path: "other/fleet.yaml")
    case 5:
      .found(random.isLucky(1, of: 2) ? [recovery()] : [recovery(), recovery()], unreadable: ["odd\u{1B}"])
    case 9: .kept(failure: random.isLucky(1, of: 2) ? "no room \u{1B}[2J on the disk" : nil)
    case 6: .did("wrote it")
    case 7: .failed("no room \u{1B}[2J on the disk")
    default: .saved(Storm.document())
    }
  }

  /// What an earlier session left.
  private mutating func recovery() -> Recovery {
    Recovery(
      name: "left.yaml", written: "2026-11-26 10:41 UTC",
      difference: ProfileDifference(from: document().profile, to: document().profile),
      isOnSameFile: random.isLucky(1, of: 2))
  }

  /// Answers an effect as a session would, mostly well.
  private mutating func perform(_ effect: Effect) {
    let answer: Message? =
      switch effect {
      case .save(let profile, _, _), .saveAs(let profile, _, _):
        random.isLucky(3, of: 4) ? .saved(Storm.document(profile)) : result()
      case .reload: random.isLucky(3, of: 4) ? .reloaded(Storm.document()) : result()
      case .readToMerge: random.isLucky(3, of: 4) ? .readToMerge(document()) : result()
      case .keep: random.isLucky(3, of: 4) ? .kept(failure: nil) : result()
      case .redraw, .suspend: .resize(state.size)
      default: nil
      }
    if let answer { _ = state.update(answer) }
  }

  /// Another version of the file: other sizes, other demand, no telephones, or values that stand in another file.
  private mutating func document() -> Document {
    var profile = Storm.guide.profile
    let sizes = (0..<3).map { _ in random.number(below: 300) + 1 }.sorted()
    profile.compute.instances = InstanceCounts(min: sizes[0], desired: sizes[1], max: sizes[2])
    profile.demand.concurrentUsers = random.number(below: 2_000_000) + 1
    if random.isLucky(1, of: 3) { profile.voice = nil }
    if random.isLucky(1, of: 3) { profile.compute.instanceType = "x9z.\u{202E}odd" }
    return Storm.document(profile, isExtended: random.isLucky(1, of: 3))
  }

  private static let guide = BuiltInGuide.loaded

  private static func document(_ profile: Profile? = nil, isExtended: Bool = false) -> Document {
    let base = Provenance.Place(file: "base.yaml", line: 3, column: 5)
    return Document(
      profile: profile ?? guide.profile,
      provenance: isExtended ? Provenance(places: ["compute.instances.desired": base]) : guide.provenance,
      path: "fleets/production-250k.yaml", name: guide.name)
  }
}
