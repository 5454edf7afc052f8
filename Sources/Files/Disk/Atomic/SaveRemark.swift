/// What a file that was saved could not keep.
package enum SaveRemark: Hashable, Sendable {
  /// The file has other names, hard links, under which it stays as it was.
  case otherNames

  /// Extended attributes, by name.
  case attributes([String])

  /// Nobody can say whether the new contents outlive a crash of the machine.
  case unsynced(FileObstacle)
}
