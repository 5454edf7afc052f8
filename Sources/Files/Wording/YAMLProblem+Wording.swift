internal import Typography

extension YAMLProblem.Kind {
  /// What is wrong and what to write instead.
  var text: String {
    switch self {
    case .forbiddenCharacter(let scalar): "the character \(scalar.shown) may not stand in a profile"
    case .directive: "a line that begins with % is a directive; a profile needs none"
    case .anchor: "an anchor (&) gives a value a second place; write the value where it counts"
    case .alias: "an alias (*) hides the value; write the value itself"
    case .tag: "a tag (!) changes what a value is; leave it out"
    case .mergeKey: "a merge key (<<) hides where values come from; write the keys themselves"
    case .secondDocument: "a second document begins here; a profile is one"
    case .tooDeep(let limit): "nested deeper than \(limit) levels; reading stops here"
    case .duplicateKey(let key, let first):
      "\(key.excerpt) is a duplicate; it is already at \(first.line):\(first.column)"
    case .explicitKey: "a key that begins with `? ` is not used here; write `key: value`"
    case .complexKey: "a list or a mapping cannot be a key"
    case .emptyKey: "there is no key before the colon"
    case .tab: "a tab stands where only spaces may; use spaces, here and below"
    case .indent(let found): "an indentation of \(found) fits no key above"
    case .keyUnderValue(let key): "\(key.excerpt) stands under a key that has a value already"
    case .listItemAmongKeys: "a list item stands where a key belongs"
    case .listItemOnKeyLine:
      "a list cannot begin on the line of its key; begin it on the next line or write [a, b]"
    case .noColon(let text): "\(text.excerpt) is not a key with a value; expected `key: value`"
    case .noSpaceAfterColon(let text): "\(text.excerpt) needs a space after its colon"
    case .colonInValue(let text): "\(text.excerpt) has a colon and a space in it; put the value in quotes"
    case .textAfterValue(let text): "\(text.excerpt) stands after the value; expected the end of the line"
    case .reservedCharacter(let scalar): "a value cannot begin with \(scalar.shown); put it in quotes"
    case .unclosedQuote: "this quote is not closed"
    case .unclosedBracket(let closing): "this bracket is not closed; expected \(closing.shown)"
    case .unknownEscape(let text): "\(text.excerpt) is not an escape; write \\\\ for a backslash"
    case .missingComma(let text, let closing):
      "\(text.isEmpty ? "the line ends" : "found \(text.excerpt)"); expected a comma or \(closing.shown)"
    case .emptyItem: "there is nothing before this comma"
    case .missingValue: "the text ends here; expected a value"
    case .pairInList: "a key cannot stand in a list; put braces around it"
    case .keyWithoutValue(let key): "\(key.excerpt) has no value; expected `\(key.clippedPrintable()): value`"
    case .thousandsSeparator(let number):
      "\(number.excerpt) is two values to YAML; write \(number.filter { $0 != "," }.excerpt)"
    case .blockHeader(let text): "\(text.excerpt) cannot begin a block of text; write | or >"
    case .other(let message): "no YAML: \(message.clippedPrintable(to: 80))"
    }
  }
}

extension Unicode.Scalar {
  /// The character itself, or its escape.
  fileprivate var shown: String { String(Character(self)).printable }
}
