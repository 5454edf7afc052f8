package import Canvas
package import Planning

/// Everything that the dashboard shows and remembers.
///
/// `update` changes it and says which effects to perform, `frame` draws it; both are pure. Two states are the same that
/// remember the same: what is computed follows from that.
package struct State: Equatable, Sendable {
  package internal(set) var size: Size
  package var look: Look

  /// The profile as it was read or saved last, and where it is kept.
  @Boxed private var document: Document

  /// The profile as it is edited; the plan follows it at the end of an update.
  @Boxed private(set) var profile: Profile

  /// The edited profile as the session was last asked to keep it.
  @Boxed private(set) var kept: Profile

  /// All that is computed.
  @Boxed private var computed: Computed
  private let facts: Facts

  /// What AWS has, as a capture beside the profile tells; nil where there is none.
  @Boxed private(set) var live: Live?

  /// The day on which findings judge what ages; nil for the day of the price book.
  let today: Day?

  /// What really came, to be drawn over the day that is played; nil where nobody measured.
  let actual: ActualRequests?

  /// What a fresh capture runs, as people are told before they let it.
  let readsOfCapture: String

  /// Keys whose values somebody wants to keep although AWS has others.
  var keptKeys: Set<String> = []
  var history = History()

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
  @Boxed var theirs: Document? = nil

  /// Whether the file is gone or no profile any more, so that what is here is all there is of it.
  var isLost = false
  var selectedRows: [Screen: Int] = [:]
  var overlays: OverlayStack = []
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

  package init(
    _ document: Document, facts: Facts, live: Live? = nil, today: Day? = nil, actual: ActualRequests? = nil,
    size: Size, readsOfCapture: String = "reads of the AWS CLI", look: Look
  ) {
    self.readsOfCapture = readsOfCapture
    self.today = today
    self.live = live
    self.actual = actual
    self.facts = facts
    self.size = size
    self.look = look
    self.document = document
    profile = document.profile
    kept = document.profile
    computed = Computed(document, facts: facts, today: today, live: live)
    derived = Derived(for: self, keeping: Derived())
    notice = liveNotice
  }

  /// Where the profile is kept; nil for the guide inside the program.
  var path: String? { document.path }

  package var isUnsaved: Bool { profile != saved.profile }

  /// Whether something would be lost without a save.
  var needsSaving: Bool { isUnsaved || isLost }

  /// Whether there is something to save, or nothing yet where it could be.
  var canSave: Bool { needsSaving || path == nil }

  /// Whether there are differences to tell: to A, or to what is on disk.
  var hasDifferences: Bool { differsFromBaseline || theirs != nil }

  /// Whether there is an A to compare with.
  var canCompare: Bool { differsFromBaseline || scenarios.isPinned }

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
  func isOwnFile(_ name: String) -> Bool { name.utf8.elementsEqual(document.name.utf8) }

  /// Takes a profile as the edited one.
  mutating func show(_ profile: Profile) {
    self.profile = profile
    computed.isStale = true
  }

  /// Computes what follows from the rest of the state, as far as it is not computed yet.
  mutating func derive() {
    if computed.isStale { computed.planAnew(profile, today: today, live: live) }
    derived = Derived(for: self, keeping: derived)
  }

  /// Whether something is worth computing while nobody presses a key: the session then sends `Message.work`.
  package var hasWork: Bool {
    screen.showsDraws && overlays.isEmpty && (derived.isSearching || draws?.isFinished != true)
  }

  /// Goes on with what would hold, then with the draws, for about ten milliseconds.
  mutating func work() {
    if derived.isSearching { derived.search() } else { computed.draw() }
  }

  /// Lays a fresh capture beside the profile; what was decided about an earlier one is open again.
  mutating func adopt(_ live: Live) {
    self.live = live
    keptKeys = []
    computed.isStale = true
    derive()
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
    self.document = document
    kept = document.profile
    computed.takeAsSaved(document)
    theirs = nil
    isLost = false
    derived = Derived()
    show(profile)
  }
}

/// What follows from the rest of the state.
extension State {
  /// The plan of the profile as it was read or saved last.
  var saved: Plan { computed.saved }

  /// The plan of the profile as it is edited.
  var plan: Plan { computed.plan }
  var settings: [Setting] { computed.settings }

  /// Their sliders and choices, which every step and every frame asks for.
  var profileControls: [Control] { computed.controls }

  /// In what the edited profile and AWS differ.
  var drift: Drift? { computed.drift }

  /// What there is to say about the edited profile.
  var review: Review { computed.review }

  /// Draws of the uncertain inputs on their way, for the plan as it is edited.
  var draws: UncertaintyRun? { computed.draws }

  /// What the draws say so far.
  var uncertainty: Uncertainty? { computed.uncertainty }

  /// What else follows and is in sight.
  var derived: Derived {
    get { computed.derived }
    _modify { yield &computed.derived }
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
