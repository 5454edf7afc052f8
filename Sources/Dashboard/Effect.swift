package import Canvas
package import Planning

/// Something that only the session can do; `update` asks for it.
///
/// `indirect` as in ``Message``.
package enum Effect: Equatable, Sendable {
  /// Writes what changed into the files that were read; over somebody else's change only if `over`.
  indirect case save(Profile, into: SavePlace, over: Bool)
  indirect case saveAs(Profile, path: String, over: Bool)
  case reload

  /// Reads the file again, to put what was changed here onto what it holds now.
  case readToMerge

  /// Opens the file in the person's editor, at a line where one is known, and reads it again.
  case editFile(path: String, line: Int?)

  /// Runs the AWS CLI, with reads only, and keeps the answers in a folder.
  case capture(folder: String, region: String)
  case copy(String)

  /// Writes what is on the screen in the format that the name's ending says.
  indirect case export(Exported, path: String)

  /// Keeps the theme for the next start.
  case remember(Theme.Name)
  /// Keeps what is unsaved of a profile where the next start finds it.
  indirect case keep(Profile)

  /// What is unsaved of a profile is not wanted: nothing of it stays kept.
  indirect case discard(Profile)

  /// Deals with changes that an earlier session left.
  indirect case settle(Recovery, Recovery.Fate)
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
