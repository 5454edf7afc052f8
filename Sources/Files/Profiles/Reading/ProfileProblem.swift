package import Planning

/// A mistake in a profile: where it stands, which key it concerns and what it is.
package struct ProfileProblem: Hashable, Sendable {
  package let place: Provenance.Place

  /// Dotted path of the key; empty where the mistake concerns the file as a whole.
  package let key: String
  package let mistake: Mistake

  package enum Mistake: Hashable, Sendable {
    case yaml(YAMLProblem.Kind)
    case notText(byteOffset: Int)
    case tooLarge(limit: Int)
    case empty
    case wrongFormat(String)
    case unknownKey
    case dottedKey
    case missing(Field.Kind)
    case wrongNode(NodeKind, expected: Field.Kind?)
    case notANumber(String, Field.Kind)
    case foreignNumber(NumberForm, String, instead: String?)
    case notWhole(String, Field.Kind)
    case tooMany(limit: Int)
    case outOfBounds(String, Field.Kind)
    case needsLessDigits(String, Field.Kind)
    case unexpectedRange(String, Field.Kind)
    case invertedRange(String, instead: String)
    case likelyOutside(likely: String, low: String, high: String)
    case unknownChoice(String, [String])
    case notAFlag(String)
    case notATime(String)
    case quotedFlag(String)
    case quotedNumber(String)
    case bareScalar(String)
    case emptyText
    case longText(limit: Int)
    case controlCharacter(Unicode.Scalar)
    case notAQuotaCode
    case conflict(Conflict)
    case base(BaseProblem)
    case prices(PriceMistake)
  }

  /// What stands where something else belongs.
  package enum NodeKind: Hashable, Sendable { case nothing(String), text(String), list, mapping }
}

/// Why a profile was refused: its mistakes in the order of the file.
package struct ProfileRejection: Error, Hashable, Sendable {
  package static let shownLimit = 50

  /// The first mistakes, at most `shownLimit`.
  package let problems: [ProfileProblem]

  /// How many more there are.
  package let more: Int

  /// The files that belong together, each extended by the one before it.
  package let chain: [String]

  /// `untold` more mistakes stand behind all of these.
  init(_ problems: [ProfileProblem], untold: Int, chain: [String]) {
    self.problems = Array(problems.prefix(Self.shownLimit))
    more = max(0, problems.count - Self.shownLimit) + untold
    self.chain = chain
  }
}
