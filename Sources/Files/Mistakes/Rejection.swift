/// Why a file was refused: its mistakes in the order of the file.
package struct Rejection: Error, Hashable, Sendable {
  package static let shownLimit = 50

  /// The first mistakes, at most `shownLimit`.
  package let mistakes: [Mistake]

  /// How many more there are.
  package let more: Int

  /// The files that belong together, each extended by the one before it.
  package let chain: [String]

  /// `untold` more mistakes stand behind all of these.
  init(_ mistakes: [Mistake], untold: Int, chain: [String]) {
    self.mistakes = Array(mistakes.prefix(Self.shownLimit))
    more = max(0, mistakes.count - Self.shownLimit) + untold
    self.chain = chain
  }
}

/// Why there is nothing to work with.
package enum InputFileError: Error, Hashable, Sendable {
  case cannotRead(String, FileObstacle, FileKind)
  case wrong(Rejection)
}
