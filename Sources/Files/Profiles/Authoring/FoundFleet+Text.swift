package import Planning
internal import Typography

extension FoundFleet {
  /// A profile for people to go on with: each value with where it came from, and what no file says as questions.
  package var text: String {
    let profile = FoundProfileText(self)
    return (profile.head + profile.section("", indent: "")).map { $0 + "\n" }.joined()
  }

  /// What `init` would offer for the keys that no file says, so that the rest can be looked at meanwhile.
  package var offers: Profile { draft.profile }

  fileprivate var draft: ProfileDraft {
    var draft = ProfileDraft()
    for question in DraftQuestion.all {
      if let found = self[question.field.path] { try? draft.answer(question, found.value.text) }
    }
    for (part, key) in [("database", "database.engine"), ("cache", "cache.engine")] where !asks(for: part) {
      guard let question = DraftQuestion.all.first(where: { $0.field.path == key }) else { continue }
      if !draft.isAnswered(question) { try? draft.answer(question, DraftQuestion.none) }
    }
    draft.acceptOffers()
    return draft
  }

  private func asks(for section: String) -> Bool { missing.contains { $0.hasPrefix(section + ".") } }
}

/// The lines of a profile that was found.
private struct FoundProfileText {
  let fleet: FoundFleet
  let offers: Profile

  init(_ fleet: FoundFleet) {
    self.fleet = fleet
    offers = fleet.offers
  }

  var head: [String] {
    let questions =
      fleet.missing.isEmpty
      ? ""
      : " What no file says stands behind \"# ?\" and a default to start from: measure it, and take the # away."
    return [ProfileSchema.editorLine, "#"]
      + comment(
        "A fleet as AWS has it. Behind each value stands where it came from; `headroom drift` tells when the two"
          + " part.\(questions)", width: 100)
      + ["", "format: \(Catalog.format)"]
  }

  func section(_ path: String, indent: String) -> [String] {
    var lines: [String] = []
    for child in Catalog.children(of: path) {
      if let field = Catalog.field(at: child) {
        lines += entry(field).map { indent + $0 }
        continue
      }
      let inner = section(child, indent: indent + "  ")
      guard !inner.isEmpty else { continue }
      if path.isEmpty { lines.append("") }
      // A section with nothing in it but questions would be there without saying anything.
      let isOpen = fleet.values.contains { $0.key.hasPrefix(child + ".") } || !isOptional(child)
      lines.append("\(indent)\(isOpen ? "" : "# ")\(child.lastKey):  # \(Catalog.title(ofSection: child))")
      lines += inner
    }
    return lines
  }

  private func isOptional(_ section: String) -> Bool { Catalog.optionalSections[section] != nil }

  private func entry(_ field: Field) -> [String] {
    if field.path == "quotas" { return quotas }
    guard let found = fleet[field.path] else { return question(field) }
    guard case .records(let records) = found.value, !records.isEmpty else {
      return ["\(field.key): \(YAMLValue(found.value).flow)  # \(source(found))"]
    }
    let items = records.enumerated().map { index, record in
      let place = found.entries.indices.contains(index) ? "  # \(origin(found.entries[index]))" : ""
      return "  - \(YAMLValue(.records([record])).item)\(place)"
    }
    return ["\(field.key):  # \(source(found))"] + items
  }

  private var quotas: [String] {
    let found = fleet.values.filter { $0.quota != nil }
    guard !found.isEmpty else { return [] }
    return ["", "quotas:  # \(Catalog["quotas"].title)"]
      + found.map { value in
        "  \(YAMLWord.written(value.quota?.text ?? "")): \(YAMLValue(value.value).flow)  # \(source(value))"
      }
  }

  private func question(_ field: Field) -> [String] {
    guard fleet.missing.contains(field.path) else { return [] }
    let advice = DraftQuestion.all.first { $0.field.path == field.path }?.advice ?? ""
    let offer = offeredLimit(field) ?? field.value(offers)
    return comment("? \(field.title). \(advice)", width: 98)
      + ["# \(field.key): \(offer.map { YAMLValue($0).flow } ?? "")"]
  }

  /// What the class allows by itself, which is what holds where nobody says a limit.
  private func offeredLimit(_ field: Field) -> FieldValue? {
    guard field.path == FoundFleet.connectionLimit else { return nil }
    let database = fleet.profile(over: offers).database
    return database?.connectionsOfClass(.builtIn).map { .count($0) }
  }

  private func source(_ found: FoundValue) -> String {
    let how = found.how.map { " (\($0.clippedPrintable(to: 200)))" } ?? ""
    guard let file = found.file else { return "from \(origin(found.path))\(how)" }
    return "from \(origin(file)): \(origin(found.path))\(how)"
  }

  private func origin(_ text: String) -> String { text.printable }

  private func comment(_ text: String, width: Int) -> [String] {
    text.wrapped(to: width).map { $0.isEmpty ? "#" : "# \($0)" }
  }
}

extension YAMLValue {
  /// The only entry of a list on one line.
  fileprivate var item: String {
    if case .list(let values) = self, values.count == 1 { values[0].flow } else { flow }
  }
}
