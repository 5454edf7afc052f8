package import Canvas
package import Planning

/// Everything that the dashboard shows and remembers.
///
/// `update` changes it and says which effects to perform, `frame` draws it; both are pure.
package struct State: Sendable {
  package internal(set) var size: Size
  package var look: Look

  /// Where the profile is kept; nil for the guide inside the program.
  package internal(set) var path: String?

  /// What provenance calls the profile's own file.
  private var fileName: String

  /// The plan of the profile as it was read or saved last.
  private(set) var saved: Plan

  /// The profile as it is edited; the plan follows it at the end of an update.
  private(set) var profile: Profile

  /// The plan of the profile as it is edited.
  private(set) var plan: Plan
  private(set) var settings: [Setting]

  /// Their sliders and choices, which every step and every frame asks for.
  private(set) var profileControls: [Control]

  /// What AWS has, as a capture beside the profile tells; nil where there is none.
  private(set) var live: Live?

  /// In what the edited profile and AWS differ.
  private(set) var drift: Drift?

  /// Keys whose values somebody wants to keep although AWS has others.
  var keptKeys: Set<String> = []

  /// Whether the plan is that of an earlier profile.
  private var isStale = false

  /// What there is to say about the edited profile.
  private(set) var review: Review

  /// What else follows and is in sight.
  var derived = Derived()
  var history = History()

  /// The edited profile as the session was last asked to keep it.
  private(set) var kept: Profile

  /// Why unsaved changes cannot be kept.
  var keepingFailure: String?

  var screen = Screen.plan
  var focusedControl = Control.ID.desired

  /// What is focused of a screen's own controls; nothing where a control of the profile is.
  var ownFocus = Dictionary(
    uniqueKeysWithValues: Screen.allCases.compactMap { screen in screen.firstFocus.map { (screen, $0) } })
  var day = DayStage()
  var scenarios = Scenarios()

  /// Spare in per cent that the fleet was sized for last.
  var spare = 0.0

  /// How the rows of each screen are sorted, by the number of the order.
  var orders: [Screen: Int] = [:]

  /// What the file holds now, where somebody else changed it while changes are unsaved here.
  var theirs: Document?

  /// Draws of the uncertain inputs on their way, for the plan as it is edited.
  private(set) var draws: UncertaintyRun?

  /// What the draws say so far.
  private(set) var uncertainty: Uncertainty?
  var selectedRows: [Screen: Int] = [:]
  var overlays: [any Overlay] = []
  var entry: Entry?
  var filter = ""
  var basis = ShownBasis.both
  var notice: Notice?
  var drag: Frame.Target?

  /// Whether the program ends once the save that was asked for is done.
  var quitsAfterSaving = false

  /// Where the save that was asked for puts values, also when it is asked for again over somebody else's version.
  var savePlace = SavePlace.whereItStands

  /// Whether it was opened from a portfolio, to which Escape goes back.
  package var isFromPortfolio = false

  /// The day on which findings judge what ages; nil for the day of the price book.
  let today: Day?

  /// What really came, to be drawn over the day that is played; nil where nobody measured.
  let actual: ActualRequests?

  package init(
    _ document: Document, facts: Facts, live: Live? = nil, today: Day? = nil, actual: ActualRequests? = nil,
    size: Size, look: Look
  ) {
    self.today = today
    self.live = live
    self.actual = actual
    self.size = size
    self.look = look
    path = document.path
    fileName = document.name
    saved = Plan(document.profile, provenance: document.provenance, facts: facts)
    profile = document.profile
    kept = document.profile
    plan = saved
    review = Review(plan, asOf: today)
    settings = Setting.all(of: saved)
    profileControls = State.controls(of: settings, for: profile)
    drift = live.map { Drift(profile, plan.provenance, against: $0.fleet) }
    derived = Derived(for: self, keeping: Derived())
    notice = liveNotice
  }

  private static func controls(of settings: [Setting], for profile: Profile) -> [Control] {
    settings.filter { $0.isOffered(by: profile) }.map(\.control)
  }

  package var isUnsaved: Bool { profile != saved.profile }

  /// Whether a pause must be reported with `Message.settle`: a gesture waits for more of itself, or changes wait for
  /// the hand to rest before they are kept.
  package var awaitsPause: Bool { (history.gesture != nil && drag == nil) || profile != kept }

  /// Keys whose values are not the saved ones.
  var editedKeys: Set<String> { plan.provenance.edited }

  /// Files which the profile extends and in which changed values stand.
  var changedBases: [String] {
    let files = editedKeys.compactMap { saved.provenance.places[$0]?.file }
    return Set(files.filter { !isOwnFile($0) }).sorted()
  }

  /// By its bytes, since two spellings of é are two names.
  func isOwnFile(_ name: String) -> Bool { name.utf8.elementsEqual(fileName.utf8) }

  /// Takes a profile as the edited one.
  mutating func show(_ profile: Profile) {
    self.profile = profile
    isStale = true
  }

  /// Computes what follows from the rest of the state, as far as it is not computed yet.
  mutating func derive() {
    if isStale { planAnew() }
    derived = Derived(for: self, keeping: derived)
  }

  private mutating func planAnew() {
    isStale = false
    let (before, profile) = (saved.profile, profile)
    var provenance = saved.provenance
    provenance.edited = Set(Catalog.fields.filter { $0.value(profile) != $0.value(before) }.map(\.path))
    plan = Plan(profile, provenance: provenance, facts: saved.facts)
    profileControls = State.controls(of: settings, for: profile)
    review = Review(plan, asOf: today)
    drift = live.map { Drift(profile, provenance, against: $0.fleet) }
    draws = nil
    uncertainty = nil
    derived = Derived()
  }

  /// Whether something is worth computing while nobody presses a key: the session then sends `Message.work`.
  package var hasWork: Bool {
    screen.showsDraws && overlays.isEmpty && (derived.isSearching || draws?.isFinished != true)
  }

  /// Goes on with what would hold, then with the draws, for about ten milliseconds.
  mutating func work() {
    if derived.isSearching { return derived.search() }
    var run = draws ?? UncertaintyRun(plan, samples: State.samples, seed: 1)
    for _ in 0..<8 { run.advance() }
    draws = run
    uncertainty = run.result
  }

  private static let samples = 1_000_000

  /// Lays a fresh capture beside the profile; what was decided about an earlier one is open again.
  mutating func adopt(_ live: Live) {
    self.live = live
    keptKeys = []
    drift = Drift(profile, plan.provenance, against: live.fleet)
    derived = Derived()
    notice = liveNotice
  }

  /// Whatever was told against another fleet is told anew.
  mutating func forgetComparisons() { derived = Derived() }

  /// Keeps what the hand has come to rest on.
  mutating func keep() -> [Effect] {
    guard profile != kept else { return [] }
    kept = profile
    return [.keep(profile)]
  }

  /// Takes a document as the saved state, and shows a profile as edited from it.
  mutating func adopt(_ document: Document, showing profile: Profile) {
    path = document.path
    fileName = document.name
    saved = Plan(document.profile, provenance: document.provenance, facts: saved.facts)
    settings = Setting.all(of: saved)
    kept = document.profile
    theirs = nil
    derived = Derived()
    show(profile)
  }
}

/// Which cost columns the tables show.
enum ShownBasis: Sendable, CaseIterable {
  case both, quoted, list

  var next: ShownBasis {
    switch self {
    case .both: .quoted
    case .quoted: .list
    case .list: .both
    }
  }
}

/// What the bottom line says until the next key.
struct Notice: Equatable, Sendable {
  enum Kind: Sendable { case done, caution, failure }

  var text: String
  var kind = Kind.done
}
