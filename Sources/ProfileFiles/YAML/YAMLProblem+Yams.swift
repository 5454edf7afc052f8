internal import Yams

extension YAMLProblem {
  /// What the library says of a text that is no YAML, in our words.
  init(_ error: any Error, in source: SourceText) {
    let (kind, offset) = Self.meaning(of: error, in: source)
    self.init(offset: offset, path: YAMLGuard(source, upTo: offset).path, kind: kind)
  }

  private static func meaning(of error: any Error, in source: SourceText) -> (Kind, Int) {
    func offset(_ mark: Mark) -> Int {
      source.offset(of: SourceText.Position(line: mark.line, column: mark.column))
    }
    switch error as? YamlError {
    case .scanner(let context, let message, let mark, _), .parser(let context, let message, let mark, _),
      .composer(let context, let message, let mark, _):
      let start = offset(context?.mark ?? mark)
      return LibraryMessage(text: message, start: start, failure: offset(mark), source: source).meaning
    case .duplicatedKeysInMapping(let keys, let context):
      return (.repeatedKey(keys.first ?? ""), offset(context.mark))
    default:
      return (.other("\(error)"), source.start)
    }
  }
}

/// A message of libyaml, which says where it failed and where that began which it could not read.
private struct LibraryMessage {
  let text: String
  let start: Int
  let failure: Int
  let source: SourceText

  var meaning: (YAMLProblem.Kind, Int) {
    switch text {
    case "could not find expected ':'": (missingColon, start)
    case "mapping values are not allowed in this context": unexpectedColon
    case "block sequence entries are not allowed in this context": (.listItemOnKeyLine, failure)
    case "found character that cannot start any token", "found unexpected ':'": (unexpectedCharacter, failure)
    case "found unexpected end of stream", "found unexpected document indicator": (.unclosedQuote, start)
    case "found unknown escape character": unknownEscape(at: failure)
    // These two fail at the digits.
    case "did not find expected hexdecimal number", "found invalid Unicode character escape code":
      unknownEscape(at: failure - 2)
    case "found an indentation indicator equal to 0", "did not find expected comment or line break":
      (.blockHeader(restOfLine(from: start)), start)
    case "found a tab character where an indentation space is expected",
      "found a tab character that violates indentation":
      (.tab, failure)
    case "did not find expected key", "did not find expected '-' indicator",
      "did not find expected node content", "did not find expected <document start>":
      (misplaced, failure)
    case "did not find expected ',' or ']'": unfinished("]")
    case "did not find expected ',' or '}'": unfinished("}")
    default: (.other(text), failure)
    }
  }

  private var missingColon: YAMLProblem.Kind {
    let text = restOfLine(from: start)
    return text.contains(":") ? .noSpaceAfterColon(text) : .noColon(text)
  }

  /// A colon in a text that is a value, or on the next line of one.
  private var unexpectedColon: (YAMLProblem.Kind, Int) {
    let line = textBefore(failure)
    guard let colon = line.firstRange(of: ": ") else {
      let key = line.drop { $0 == " " }
      return (.keyUnderValue(String(key)), failure - key.utf8.count)
    }
    let value = failure - line[colon.upperBound...].drop { $0 == " " }.utf8.count
    return (.colonInValue(restOfLine(from: value)), value)
  }

  /// Something that stands where a key, a list item or a value belongs.
  private var misplaced: YAMLProblem.Kind {
    switch foundScalar {
    case nil: return .missingValue
    case "-": return .listItemAmongKeys
    case ",": return .emptyItem
    case ":": return .emptyKey
    default:
      let line = textBefore(failure)
      let isFirst = line.allSatisfy { $0 == " " }
      return isFirst ? .indent(found: line.utf8.count) : .textAfterValue(restOfLine(from: failure))
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
    let isOnOneLine = source.position(at: start).line == source.position(at: failure).line
    return isOnOneLine
      ? (.missingComma(restOfLine(from: failure), closing: closing), failure)
      : (.unclosedBracket(closing), start)
  }

  private var foundScalar: Unicode.Scalar? {
    source.text(failure..<source.offset(adding: 1, to: failure)).unicodeScalars.first
  }

  private func restOfLine(from start: Int) -> String {
    let end = source.bytes[start...].firstIndex(where: \.isLineEnd) ?? source.bytes.count
    return source.text(start..<end)
  }

  private func textBefore(_ end: Int) -> String {
    let position = source.position(at: end)
    let start = source.offset(of: SourceText.Position(line: position.line, column: 1))
    return source.text(start..<end)
  }
}
