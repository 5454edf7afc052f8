/// A value of a JSON document and where it begins.
struct JSONNode: Hashable, Sendable {
  let offset: Int
  let content: Content

  enum Content: Hashable, Sendable {
    case null
    case flag(Bool)

    /// As it is written, so that sums of money stay exact.
    case number(String)
    case text(String)
    case array([JSONNode])
    case object([JSONMember])
  }

  /// The value of a key; nil where it is null too, or this is no object.
  subscript(_ key: String) -> JSONNode? {
    guard case .object(let members) = content else { return nil }
    return members.first { $0.key == key && $0.value.content != .null }?.value
  }
}

/// A key and its value.
struct JSONMember: Hashable, Sendable {
  let key: String
  let value: JSONNode
}

/// What keeps a text from being JSON, as RFC 8259 has it with every key once.
package struct JSONProblem: Error, Hashable, Sendable {
  let offset: Int

  /// The way to it from the top, as in `Quotas[3].Value`.
  let path: String
  let kind: Kind

  package enum Kind: Hashable, Sendable {
    /// Nothing is found where the text ends.
    case unexpected(String?, Expected)
    case notANumber(String)
    case unclosedQuote
    case rawControl(Unicode.Scalar)
    case unknownEscape(String)
    case halfCharacter(String)
    case duplicateKey(String, first: SourceText.Position)
    case tooDeep(limit: Int)
    case tooManyValues
  }

  package enum Expected: Hashable, Sendable {
    case value, key, colon, end

    /// A comma, or the bracket that closes.
    case comma(closing: Unicode.Scalar)
  }
}
