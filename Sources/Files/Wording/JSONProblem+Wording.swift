internal import Typography

extension JSONProblem.Kind {
  /// What is wrong and what to write instead.
  var text: String {
    switch self {
    case .unexpected(nil, let expected): "no JSON: the text ends here; expected \(expected.text)"
    case .unexpected(let found?, let expected):
      "no JSON: found \(found.excerpt); expected \(expected.text)"
    case .notANumber(let text): "no JSON: \(text.excerpt) is not a number; expected one such as 640 or 0.5"
    case .unclosedQuote: "no JSON: this quote is not closed on its line"
    case .rawControl(let scalar):
      "no JSON: the control character \(String(Character(scalar)).printable) stands in a text"
    case .unknownEscape(let text): "no JSON: \(text.excerpt) is not an escape; write \\\\ for a backslash"
    case .halfCharacter(let text): "no JSON: \(text.excerpt) is half a character; expected its other half"
    case .duplicateKey(let key, let first):
      "\(key.excerpt) is a duplicate; it is already at \(first.line):\(first.column)"
    case .tooDeep(let limit): "nested deeper than \(limit) levels; reading stops here"
    case .tooManyValues: "more than \(Numbers.grouped(JSONReader.valueLimit)) values; reading stops here"
    }
  }
}

extension JSONProblem.Expected {
  fileprivate var text: String {
    switch self {
    case .value: "a value"
    case .key: "a key in double quotes"
    case .colon: "a colon and a value"
    case .end: "the end of the text"
    case .comma(let closing): "a comma or \(closing)"
    }
  }
}
