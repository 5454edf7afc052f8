/// The lines that git puts around what two people wrote differently.
package struct ConflictMarkers: Hashable, Sendable {
  /// How many signs each begins with.
  let size: Int
  let ours: String
  let theirs: String

  /// How many signs a marker of git has, where nobody asks for more.
  package static let sizeOfGit = 7

  package init(size: Int = sizeOfGit, ours: String = "ours", theirs: String = "theirs") {
    self.size = size
    self.ours = ours
    self.theirs = theirs
  }

  /// Whole lines of one side and of the other, each between its markers.
  func lines(_ mine: String, _ other: String) -> String {
    "\(sign("<")) \(ours)\n\(whole(mine))\(sign("="))\n\(whole(other))\(sign(">")) \(theirs)\n"
  }

  private func sign(_ sign: Character) -> String { String(repeating: sign, count: size) }

  private func whole(_ lines: String) -> String {
    lines.isEmpty || lines.hasSuffix("\n") ? lines : lines + "\n"
  }
}
