/// A value of a YAML document and the bytes that it stands on.
package struct YAMLNode: Hashable, Sendable {
  /// From the first byte of the value to the last; empty, right after the colon or the dash, where there is none.
  package let range: Range<Int>
  package let content: Content

  package enum Content: Hashable, Sendable {
    /// Nothing, or a word such as `~` that means nothing.
    case null(String)
    case scalar(String, ScalarStyle)
    case mapping([YAMLEntry], CollectionStyle)
    case sequence([YAMLNode], CollectionStyle)

    /// Not understood; a problem says why.
    case unreadable
  }

  package enum ScalarStyle: Hashable, Sendable { case plain, singleQuoted, doubleQuoted, literal, folded }

  package enum CollectionStyle: Hashable, Sendable {
    /// One entry a line, each this many columns from the left.
    case block(indent: Int)
    case flow
  }
}

/// A key and its value.
package struct YAMLEntry: Hashable, Sendable {
  package let key: String
  package let keyRange: Range<Int>
  package let value: YAMLNode
}

/// What was understood of a file, and what was not.
package struct YAMLDocument: Sendable {
  /// Nil where the file holds nothing but comments, or is no YAML.
  package let root: YAMLNode?

  /// In the order of the file.
  package let problems: [YAMLProblem]
}

/// Something that a profile may not hold, whatever its keys mean.
package struct YAMLProblem: Error, Hashable, Sendable {
  package let offset: Int

  /// The keys on the way to it, from the top.
  package let path: [String]
  package let kind: Kind

  package enum Kind: Hashable, Sendable {
    case forbiddenCharacter(Unicode.Scalar)
    case directive
    case anchor
    case alias
    case tag
    case mergeKey
    case secondDocument
    case tooDeep(limit: Int)
    case duplicateKey(String, first: SourceText.Position)
    case explicitKey
    case complexKey
    case pairInList
    case tab
    case emptyKey
    case indent(found: Int)
    case keyUnderValue(String)
    case listItemAmongKeys
    case listItemOnKeyLine
    case noColon(String)
    case noSpaceAfterColon(String)
    case colonInValue(String)
    case textAfterValue(String)
    case reservedCharacter(Unicode.Scalar)
    case unclosedQuote
    case unclosedBracket(Unicode.Scalar)
    case unknownEscape(String)
    case missingComma(String, closing: Unicode.Scalar)
    case emptyItem
    case missingValue
    case keyWithoutValue(String)
    case thousandsSeparator(String)
    case blockHeader(String)
    case other(String)
  }
}
