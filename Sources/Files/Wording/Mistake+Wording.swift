internal import Planning
internal import Typography

extension Mistake: CustomStringConvertible {
  /// `production-250k.yaml:12:18: compute.instances.desired: 150 is above max 100`, safe to print.
  package var description: String {
    let key = key.isEmpty ? "" : "\(key.clippedPrintable(to: 80)): "
    return "\(place.file.printable):\(place.line):\(place.column): \(key)\(text)"
  }

  /// What was found and what was expected, without the place and the key.
  package var text: String {
    switch what {
    case .yaml(let kind): kind.text
    case .json(let kind): kind.text
    case .notText(let offset, let encoding):
      "byte \(Numbers.grouped(offset)) is not \(encoding.rawValue) text"
    case .utf16: "written in UTF-16; save it as UTF-8"
    case .tooLarge(let kind): "larger than \(Numbers.grouped(kind.sizeLimit)) bytes; no \(kind.noun) is"
    case .empty: "empty; a profile begins with `format: \(Catalog.format)`"
    case .wrongFormat(let format): Self.wrongFormat(format)
    case .unknownKey: unknownKey
    case .dottedKey: dottedKey
    case .missing(let kind): missing(kind)
    case .wrongNode(let found, let kind):
      "found \(found.text); expected \(kind?.expectation ?? sectionExample)"
    case .notANumber(let text, let kind): "\(text.excerpt) is not a number; expected \(kind.expectation)"
    case .foreignNumber(let form, let text, let instead): form.text(text, instead: instead)
    case .notWhole(let text, let kind): "\(text.excerpt) is not whole; expected \(kind.expectation)"
    case .outOfBounds(let text, let kind): "\(text.excerpt) is out of range; expected \(kind.expectation)"
    case .needsLessDigits(let text, let kind):
      "\(text.excerpt) has too many decimal places; expected \(kind.expectation)"
    case .unexpectedRange(let text, let kind):
      "\(text.excerpt) is a range, and this key takes one value; expected \(kind.expectation)"
    case .invertedRange(let text, let instead): "\(text.excerpt) runs backwards; write \(instead.excerpt)"
    case .likelyOutside(let likely, let low, let high):
      "the likely value \(likely.excerpt) is outside \(low.excerpt)..\(high.excerpt)"
    case .unknownChoice(let text, let words): Self.unknownChoice(text, words)
    case .notAFlag(let text): Self.notAFlag(text)
    case .notATime(let text): "\(text.excerpt) is no time of the day; expected \(Field.Kind.time.expectation)"
    case .notAMonth(let text): "\(text.excerpt) is no month; expected \(Field.Kind.month.expectation)"
    case .quotedFlag(let text): "\"\(text)\" in quotes is text; write \(text) without quotes"
    case .quotedNumber(let text):
      "\"\(text.clippedPrintable())\" in quotes is text; write \(text.excerpt) without quotes"
    case .bareScalar(let text):
      "\(text.excerpt) is not text to every reader; write \"\(text.clippedPrintable())\" in quotes"
    case .tooMany(let limit): "more than \(Numbers.grouped(limit)) entries; no profile has so many"
    case .emptyText: "empty; expected at least one letter"
    case .longText(let limit): "longer than \(limit) characters"
    case .controlCharacter(let scalar): Self.controlCharacter(scalar)
    case .notAQuotaCode: "no quota; expected service/code, such as ec2/L-1216C47A"
    case .conflict(let conflict): conflict.text
    case .retired(let text): text
    case .unresolvedMerge(let merge): merge.text
    case .base(let problem): problem.text
    case .prices(let mistake): mistake.text(key: key)
    case .priceList(let mistake): mistake.text
    case .quotas(let mistake): mistake.text
    case .traffic(let mistake): mistake.text
    case .aws(let mistake): mistake.text
    case .measurement(let mistake): mistake.text
    }
  }

  private static func wrongFormat(_ format: String) -> String {
    let isNewer = format.hasPrefix("headroom/")
    return
      "\(format.excerpt) \(isNewer ? "is another version" : "is not a profile"); expected \(Catalog.format)"
  }

  private func missing(_ kind: Field.Kind) -> String {
    let title = Catalog.field(at: key).map { " (\($0.title))" } ?? ""
    return "missing\(title); expected \(kind.expectation)"
  }

  private var sectionExample: String {
    if key.isEmpty { return "keys with values, such as `format: \(Catalog.format)`" }
    guard let first = Catalog.fields.first(where: { $0.path.hasPrefix("\(key).") }) else {
      return "keys with values"
    }
    let child = first.path.dropFirst(key.count + 1).prefix { $0 != "." }
    return "keys with values, such as `\(child):`"
  }

  private static func unknownChoice(_ text: String, _ words: [String]) -> String {
    let list = words.listed(conjunction: "or")
    let guess = Nearest.word(to: text, among: words).map { "; did you mean \($0)?" } ?? ""
    return "\(text.excerpt) is not \(list)\(guess)"
  }

  private static func notAFlag(_ text: String) -> String {
    switch text.lowercased() {
    case "yes", "y", "on", "true": "\(text.excerpt) is not a truth value to every reader; write true"
    case "no", "n", "off", "false": "\(text.excerpt) is not a truth value to every reader; write false"
    default: "\(text.excerpt) is not true or false"
    }
  }

  private static func controlCharacter(_ scalar: Unicode.Scalar) -> String {
    scalar.value == 0x0A || scalar.value == 0x0D
      ? "has a line end in it; write it on one line, or after > to fold it"
      : "holds the control character \(String(Character(scalar)).printable)"
  }
}

// MARK: - Unknown keys

extension Mistake {
  private var unknownKey: String {
    let siblings = Catalog.keys(in: key.parentPath)
    if let guess = Catalog.nearestKey(to: key.lastKey, in: key.parentPath) {
      return "no such key; did you mean \(guess.lastKey)?"
    }
    let homes = Catalog.fields.map(\.path).filter { $0.lastKey == key.lastKey }
    if homes.count == 1 { return "no such key here; it belongs at \(homes[0])" }
    return siblings.isEmpty || siblings.count > 8
      ? "no such key" : "no such key; expected \(siblings.listed(conjunction: "or"))"
  }

  private var dottedKey: String {
    guard Catalog.field(at: key) != nil else { return unknownKey }
    return "a level is not written as a dot; write \(key.lastKey) below \(key.parentPath)"
  }
}
