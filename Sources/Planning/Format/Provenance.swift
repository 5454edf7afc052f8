/// Where the values of a profile were said: which file and line, key by key.
///
/// A key without a place was not said by anybody and has its default.
package struct Provenance: Equatable, Sendable {
  package var places: [String: Place]

  /// Keys that were changed since the files were read, in the dashboard or by a flag.
  package var edited: Set<String>

  package init(places: [String: Place] = [:], edited: Set<String> = []) {
    self.places = places
    self.edited = edited
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
