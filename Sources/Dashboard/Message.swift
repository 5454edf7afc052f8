package import Canvas
package import Planning

/// Something that happened: a person asked for it, or an effect brought it back.
package enum Message: Equatable, Sendable {
  // Where one is.
  case open(Screen)
  case nextScreen(Int)
  case select(Int)
  case selectEnd(End)
  case scrollPage(Int)

  // Values.
  case step(Int)
  case stepToEnd(End)
  case type(Character)
  case erase
  case eraseWord
  case eraseAll
  case accept
  case undo
  case redo
  /// Nothing was pressed for a while: the gesture is over.
  case settle
  /// Nothing was pressed and `State.hasWork`.
  case work

  // Findings.
  case goToSubject
  case applyFix

  // Views.
  case switchBasis
  case showDifferences
  case size
  case showHelp
  case find
  case back
  case close
  case redraw

  // The file and the world.
  case save
  case saveAs
  case reload
  case copy
  case copyAll
  case write
  case suspend
  case mouse(MouseEvent)
  case resize(Size)

  // What came of an effect.
  case saved(Document)
  case reloaded(Document)
  /// Nothing was written; what is there now, nil where that is no profile any more.
  case changedOnDisk(Document?)
  case alreadyExists(path: String)
  case found(recovery: Profile)
  case did(String)
  case failed(String)
  /// A signal or a closed terminal ends the program.
  case terminate

  package enum End: Sendable { case first, last }
}

/// Something that only the session can do; `update` asks for it.
package enum Effect: Equatable, Sendable {
  /// Writes what changed into the files that were read; over somebody else's change only if `over`.
  case save(Profile, into: SavePlace, over: Bool)
  case saveAs(Profile, path: String, over: Bool)
  case reload
  case write(String, path: String)
  case copy(String)
  /// Keeps unsaved changes where the next start finds them.
  case keep(Profile)
  case forgetRecovery
  case redraw
  case suspend
  case quit
}

/// Where a changed value goes that stands in a file which the profile extends.
package enum SavePlace: Equatable, Sendable {
  /// Into that file, for every profile that extends it.
  case whereItStands

  /// Into the profile itself, where it replaces the other one.
  case profileItself
}

/// A profile as the session read it.
package struct Document: Equatable, Sendable {
  package var profile: Profile
  package var provenance: Provenance

  /// How people call the file; nil for the guide inside the program.
  package var path: String?

  /// What provenance calls the profile's own file.
  package var name: String

  package init(profile: Profile, provenance: Provenance, path: String?, name: String) {
    self.profile = profile
    self.provenance = provenance
    self.path = path
    self.name = name
  }
}

/// The six views over one state.
package enum Screen: Int, CaseIterable, Sendable {
  case plan, walls, cost, quotas, day, findings

  var title: String {
    switch self {
    case .plan: "Plan"
    case .walls: "Walls"
    case .cost: "Cost"
    case .quotas: "Quotas"
    case .day: "Day"
    case .findings: "Findings"
    }
  }
}
