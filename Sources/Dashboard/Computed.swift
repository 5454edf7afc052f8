import Planning

/// All that is computed of a state, so that views need only read it.
struct Computed: Sendable {
  private(set) var saved: Plan
  private(set) var plan: Plan
  private(set) var settings: [Setting]
  private(set) var controls: [Control]
  private(set) var drift: Drift?
  private(set) var review: Review
  private(set) var draws: UncertaintyRun?
  private(set) var uncertainty: Uncertainty?
  @Boxed var derived = Derived()

  /// Whether the plan is that of an earlier profile.
  var isStale = false

  init(_ document: Document, facts: Facts, today: Day?, live: Live?) {
    saved = Plan(document.profile, provenance: document.provenance, facts: facts)
    plan = saved
    review = Review(plan, asOf: today)
    settings = Setting.all(of: saved)
    controls = Computed.controls(of: settings, for: document.profile)
    drift = live.map { Drift(document.profile, document.provenance, against: $0.fleet) }
  }

  /// Takes a document as the one that was read or saved last.
  mutating func takeAsSaved(_ document: Document) {
    saved = Plan(document.profile, provenance: document.provenance, facts: saved.facts)
    settings = Setting.all(of: saved)
  }

  /// Plans a profile that was edited; what followed from the one before is forgotten.
  mutating func planAnew(_ profile: Profile, today: Day?, live: Live?) {
    isStale = false
    let before = saved.profile
    var provenance = saved.provenance
    provenance.edited = Set(Catalog.fields(thatDifferIn: before, and: profile).map(\.path))
    plan = Plan(profile, provenance: provenance, facts: saved.facts)
    controls = Computed.controls(of: settings, for: profile)
    review = Review(plan, asOf: today)
    drift = live.map { Drift(profile, provenance, against: $0.fleet) }
    draws = nil
    uncertainty = nil
    derived = Derived(ofAnotherAfter: derived)
  }

  /// Goes on with the draws for about ten milliseconds.
  mutating func draw() {
    var run = draws ?? UncertaintyRun(plan, samples: Computed.samples, seed: 1)
    for _ in 0..<8 { run.advance() }
    draws = run
    uncertainty = run.result
  }

  private static let samples = 1_000_000

  private static func controls(of settings: [Setting], for profile: Profile) -> [Control] {
    settings.filter { $0.isOffered(by: profile) }.map(\.control)
  }
}

extension Computed: Equatable {
  /// All is computed of what a state compares by itself, and the same computation has the same result: what is left to
  /// compare is how far work that is not finished has come.
  static func == (one: Computed, other: Computed) -> Bool {
    one.isStale == other.isStale && one.draws?.drawn == other.draws?.drawn
      && one.triesOfSearch == other.triesOfSearch
  }

  /// How far a search has come that goes on or was left; nil where what it finds is known.
  private var triesOfSearch: Int? {
    derived.remedies.flatMap { !$0.isFinished || $0.isLeft ? $0.tries : nil }
  }
}
