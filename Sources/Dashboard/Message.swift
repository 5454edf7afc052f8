package import Canvas

/// Something that happened: a person asked for it, or an effect brought it back.
///
/// A case with a whole profile or document is `indirect`, so that copying any case copies no profile in place.
package enum Message: Equatable, Sendable {
  // Where one is.
  case open(Screen)
  case nextScreen(Int)
  case select(Int)
  case selectEnd(End)
  case scrollPage(Int)

  // Values.
  /// Begins to type the focused value, or opens the list to choose from.
  case edit

  /// Puts the focused value back to the saved one.
  case restoreValue
  case step(Int)
  case stepToEnd(End)
  case type(Character)
  /// Types a pasted text as far as it can be typed: what is plain of its first line.
  case paste(String)
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

  // The day that is played.
  case zoom(Int)
  case nextMoment
  case nextRemedy

  /// Loses a zone at the moment that is read out, or takes that back.
  case loseZone

  // Findings.
  case goToSubject

  /// Makes the change that the screen proposes: a finding's fix, the size that holds the day, or what it takes to carry
  /// the users.
  case applyFix

  // Views.
  case switchBasis
  case showDifferences
  case showDrift
  case showMeasurements
  case size
  case lookAhead
  case showHelp
  case showPalette
  case showWords
  case showHistory
  case nextTheme
  case find
  case sort
  case showRates
  case back
  case close
  case redraw

  // Two scenarios.
  case pin
  case turn(Scenarios.Side)
  case swap
  case compare

  // What AWS has.
  /// Asks where a fresh capture may go, and says what is run for it.
  case readAWS
  case takeTheirs
  case takeAllTheirs
  case keepMine

  // The file and the world.
  case editFile
  case save
  case saveAs
  case reload
  case copy
  case copyAll
  case copyJustification

  /// Copies the selected row as a sentence with its source.
  case copySentence
  case write
  case suspend
  case mouse(MouseEvent)
  case resize(Size)
  case backdrop(Backdrop)

  /// A key that means nothing here.
  case dead(Key)

  // What came of an effect.
  /// With what the file could not keep, if anything.
  indirect case saved(Document, remark: String? = nil)
  indirect case reloaded(Document)

  /// What the file holds now, for the changes made here to be put onto it.
  indirect case readToMerge(Document)

  /// The file was changed by somebody else: what it holds now, or why that cannot be read.
  indirect case changedBeside(Document?, reason: String = "")

  /// The file as an editor has left it: what is unsaved here stays on top of it.
  indirect case edited(Document)
  /// AWS was read; what it has lies beside the profile from now on.
  indirect case captured(Live)
  /// Nothing was written; what is there now, nil where that is no profile any more.
  indirect case changedOnDisk(Document?)
  case alreadyExists(path: String)
  /// An earlier session left changes, the newest first, and files of such that nobody can read, with the reasons.
  case found([Recovery], unreadable: [String])

  /// Unsaved changes were kept, or why they could not be.
  case kept(failure: String?)
  case did(String)
  case failed(String)
  /// A signal or a closed terminal ends the program.
  case terminate

  package enum End: Sendable { case first, last }
}
