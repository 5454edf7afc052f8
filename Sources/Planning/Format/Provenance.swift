/// Where the values of a profile were said: which file and line, key by key.
///
/// A key without a place was not said by anybody and has its default.
package struct Provenance: Equatable, Sendable {
  package var places: [String: Place]

  /// Keys that were changed since the files were read, in the dashboard or by a flag.
  package var edited: Set<String>

  /// Keys whose value a comment behind it says to be measured, while the two agree.
  package var measured: [String: Measured]

  package init(
    places: [String: Place] = [:], edited: Set<String> = [], measured: [String: Measured] = [:]
  ) {
    self.places = places
    self.edited = edited
    self.measured = measured
  }

  /// What a file says of how a value was measured.
  package struct Measured: Hashable, Sendable {
    /// The day of the last window, in UTC; nil where no file knew it.
    package let day: Day?

    /// From what, as it is written there.
    package let evidence: String

    package init(day: Day?, evidence: String) {
      self.day = day
      self.evidence = evidence
    }
  }

  /// A value in a file, counted from 1.
  package struct Place: Hashable, Sendable {
    package var file: String
    package var line: Int
    package var column: Int

    package init(file: String, line: Int, column: Int) {
      self.file = file
      self.line = line
      self.column = column
    }
  }
}
