package import Planning

/// Changes of a profile that nobody has saved yet, as a file keeps them.
package struct KeptChanges: Hashable, Sendable {
  /// What they belong to: where the profile really is, or the name of the guide inside the program.
  package let subject: String

  /// SHA-256 of the files that they were made on.
  package let base: String

  /// When they were written down, in UTC: `2026-11-26T10:41:07Z`.
  package let written: String
  package let difference: ProfileDifference

  /// Names of files that earlier sessions left, whose changes are among these or were changed on.
  package let predecessors: [String]

  /// The moment as it is written down.
  package static func moment(secondsSince1970 seconds: Int) -> String {
    let parts = [seconds / 3600 % 24, seconds / 60 % 60, seconds % 60]
    let time = parts.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    return "\(Day(secondsSince1970: seconds).text)T\(time)Z"
  }

  /// The same for people: `2026-11-26 10:41 UTC`.
  package var writtenText: String { "\(written.prefix(10)) \(written.dropFirst(11).prefix(5)) UTC" }
}

extension LoadedProfile {
  /// What kept changes of this profile belong to.
  var subject: String { layers[0].path ?? name }
}
