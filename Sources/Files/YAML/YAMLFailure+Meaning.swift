extension YAMLFailure {
  /// What libyaml says of a text that is no YAML, in our words, and where that stands.
  func meaning(in source: SourceText) -> (YAMLProblem.Kind, Int) {
    let reading = FailedReading(message: message, start: start, place: offset, source: source)
    let isInWord = ["anchor", "alias", "tag", "directive"].contains(where: context.hasSuffix)
    let (kind, offset) = isInWord ? (.directive, start) : reading.meaning
    return (YAMLProblem.Kind(sign: source.bytes[safe: offset]) ?? kind, offset)
  }
}

private struct FailedReading {
  let message: String
  let start: Int
  let place: Int
  let source: SourceText

  var meaning: (YAMLProblem.Kind, Int) {
    switch message {
    case "could not find expected ':'": (missingColon, start)
    case "mapping values are not allowed in this context": unexpectedColon
    case "mapping keys are not allowed in this context": (.explicitKey, place)
    case "block sequence entries are not allowed in this context": (.listItemOnKeyLine, place)
    case "found character that cannot start any token", "found unexpected ':'": (unexpectedCharacter, place)
    case "found unexpected end of stream", "found unexpected document indicator": (.unclosedQuote, start)
    case "found unknown escape character": unknownEscape(at: place)
    // These two fail at the digits.
    case "did not find expected hexdecimal number", "found invalid Unicode character escape code":
      unknownEscape(at: place - 2)
    case "found an indentation indicator equal to 0", "did not find expected comment or line break":
      (.blockHeader(restOfLine(from: start)), start)
    case "found a tab character where an indentation space is expected",
      "found a tab character that violates indentation":
      (.tab, place)
    case "did not find expected node content": (misplaced, hasProperty ? start : place)
    case "did not find expected key", "did not find expected '-' indicator",
      "did not find expected <document start>":
      (misplaced, place)
    case "did not find expected ',' or ']'": unfinished("]")
    case "did not find expected ',' or '}'": unfinished("}")
    default: (.other(message), place)
    }
  }

  /// Whether an anchor or a tag stands before what is no value.
  private var hasProperty: Bool { YAMLProblem.Kind(sign: source.bytes[safe: start]) != nil }

  private var missingColon: YAMLProblem.Kind {
    let text = restOfLine(from: start)
    return text.contains(":") ? .noSpaceAfterColon(text) : .noColon(text)
  }

  /// A colon in a text that is a value, or on the next line of one.
  private var unexpectedColon: (YAMLProblem.Kind, Int) {
    let line = textBefore(place)
    guard let colon = line.firstRange(of: ": ") else {
      let key = line.drop { $0 == " " }
      return (.keyUnderValue(String(key)), place - key.utf8.count)
    }
    let value = place - line[colon.upperBound...].drop { $0 == " " }.utf8.count
    return (.colonInValue(restOfLine(from: value)), value)
  }

  /// Something that stands where a key, a list item or a value belongs.
  private var misplaced: YAMLProblem.Kind {
    switch foundScalar {
    case nil: return .missingValue
    case "-": return .listItemAmongKeys
    case ",": return .emptyItem
    case ":": return .emptyKey
    case "%": return .directive
    case "?" where source.bytes[safe: place + 1]?.isBlank != false: return .explicitKey
    default:
      let line = textBefore(place)
      let isFirst = line.allSatisfy { $0 == " " }
      return isFirst ? .indent(found: line.utf8.count) : .textAfterValue(restOfLine(from: place))
    }
  }

  private var unexpectedCharacter: YAMLProblem.Kind {
    switch foundScalar {
    case nil: .missingValue
    case "\t": .tab
    case let scalar?: .reservedCharacter(scalar)
    }
  }

  private func unknownEscape(at place: Int) -> (YAMLProblem.Kind, Int) {
    (.unknownEscape(source.text(place..<source.offset(adding: 2, to: place))), place)
  }

  /// Brackets that do not end on the line where they stopped making sense were most likely never closed.
  private func unfinished(_ closing: Unicode.Scalar) -> (YAMLProblem.Kind, Int) {
    let isOnOneLine = source.position(at: start).line == source.position(at: place).line
    return isOnOneLine
      ? (.missingComma(restOfLine(from: place), closing: closing), place)
      : (.unclosedBracket(closing), start)
  }

  private var foundScalar: Unicode.Scalar? {
    source.text(place..<source.offset(adding: 1, to: place)).unicodeScalars.first
  }

  private func restOfLine(from start: Int) -> String {
    source.text(start..<source.lineEnd(from: start))
  }

  private func textBefore(_ end: Int) -> String {
    source.text(source.lineStart(of: end)..<end)
  }
}
