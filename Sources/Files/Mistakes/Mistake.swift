package import Planning

/// A mistake in a file: where it stands, which key it concerns and what it is.
package struct Mistake: Hashable, Sendable {
  package let place: Provenance.Place

  /// Dotted path of the key; empty where the mistake concerns the file as a whole.
  package let key: String
  package let what: What

  package enum What: Hashable, Sendable {
    case tooLarge(FileKind)
    case notText(byteOffset: Int, TextEncoding)
    case utf16
    case yaml(YAMLProblem.Kind)
    case json(JSONProblem.Kind)
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
    case notAMonth(String)
    case quotedFlag(String)
    case quotedNumber(String)
    case bareScalar(String)
    case emptyText
    case longText(limit: Int)
    case controlCharacter(Unicode.Scalar)
    case notAQuotaCode
    case conflict(Conflict)

    /// A key that the format no longer has, with what to write instead.
    case retired(String)
    case unresolvedMerge(UnresolvedMerge)
    case base(BaseProblem)
    case prices(PriceMistake)
    case priceList(PriceListMistake)
    case quotas(QuotaMistake)
    case traffic(TrafficMistake)
    case aws(AWSMistake)
    case measurement(MeasurementMistake)
  }

  /// What stands where something else belongs.
  package enum NodeKind: Hashable, Sendable { case nothing(String), text(String), list, mapping }
}
