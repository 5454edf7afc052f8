import Canvas
import Planning
import Typography

/// The row of a list whose whole story is told.
enum Detail: Equatable, Sendable {
  case wall(Wall.ID)

  /// A line of the bill, or the totals.
  case cost(CostLine.ID?)
  case quota(QuotaFact.ID)
  case finding(Finding)
}

/// That story over the screen.
struct ShownDetail: TextOverlay {
  var detail: Detail
  var offset = 0

  func title(in state: State) -> String { DetailText(state: state, detail: detail).title }

  func lines(in state: State, width: Int) -> [[Span]] {
    DetailText(state: state, detail: detail).lines(width: width)
  }
}

/// The whole story of one row: formula, inputs, and where each came from.
struct DetailText {
  let state: State
  let detail: Detail

  var title: String {
    switch detail {
    case .wall(let id): id.title
    case .cost(let line): line?.title ?? state.totalTitle
    case .quota(let id): state.plan.quotas.first { $0.fact.id == id }?.title ?? id.rawValue
    case .finding(let finding): finding.title
    }
  }

  func lines(width: Int) -> [[Span]] {
    switch detail {
    case .wall(let id): wall(id, width)
    case .cost(let line?): cost(line, width)
    case .cost(nil): total(width)
    case .quota(let id): quota(id, width)
    case .finding(let finding): self.finding(finding, width)
    }
  }

  private func wall(_ id: Wall.ID, _ width: Int) -> [[Span]] {
    guard let wall = state.plan.wall(id) else { return [] }
    if let unknown = wall.unknown { return paragraph("Unknown: \(unknown.text).", width) }
    if id == .latency, let latency = state.derived.latency { return self.latency(latency, wall, width) }
    return explanation(state.plan.explanation(of: id), width) + [[], headroom(of: wall)]
  }

  func headroom(of wall: Wall) -> [Span] {
    [Span("headroom", .label)]
      + FleetSize.allCases.flatMap { size -> [Span] in
        let headroom = state.plan.headroom(of: wall, at: size)
        return [
          Span("  \(size.rawValue) ", .label), Span(Figures.headroom(headroom), .of(headroom: headroom)),
        ]
      }
  }

  private func cost(_ id: CostLine.ID, _ width: Int) -> [[Span]] {
    var lines: [[Span]] = []
    if let reason = state.plan.list.unpriced.first(where: { $0.id == id })?.reason {
      lines += paragraph("Unknown, and in no total: \(reason.text).", width) + [[]]
    }
    let unmeasured = state.plan.unmeasuredKeys(of: id)
    if !unmeasured.isEmpty {
      let keys = unmeasured.map { key in
        let value = Catalog[key].effectiveValue(state.plan.profile)?.text ?? "not stated"
        return "\(state.plan.isGuessed(key) ? "~" : "")\(key) \(value)"
      }
      lines +=
        paragraph("Explained by \(keys.joined(separator: ", ")); m says what to measure.", width) + [[]]
    }
    // What AWS asks and who says so is what people come for.
    for basis in [CostBasis.list, .quoted] where state.plan.cost(basis)?.line(id) != nil {
      lines.append([Span(basis == .list ? "List price" : "Quoted", .title)])
      lines += explanation(state.plan.explanation(of: id, basis: basis), width) + [[]]
      if basis == .list { lines += parts(of: id, width) }
    }
    return lines
  }

  /// The charges of a line that has several, each with what it costs at the ends.
  private func parts(of id: CostLine.ID, _ width: Int) -> [[Span]] {
    guard let parts = state.plan.list.line(id)?.parts, parts.count > 1 else { return [] }
    let names = parts.map(\.title.displayWidth).max() ?? 0
    return parts.map { part in
      let sums = part.cost.stated.compactMap { part.cost[$0].map { Figures.cents($0) } }
      let costs = Set(sums).count == 1 ? sums[0] : sums.joined(separator: " | ")
      return [
        Span(part.title.padded(to: names), .label), "  ", Span(costs.clipped(to: max(10, width - names - 2))),
      ]
    } + [[]]
  }

  private func total(_ width: Int) -> [[Span]] {
    var lines = paragraph(
      "The sum of the lines, each rounded to the cent. Quoted and list prices are never added.", width)
    if let ratio = state.plan.listOverQuoted {
      lines += paragraph(
        "List prices are \(Figures.times(ratio.ratio)) the quote, on the lines that both have.", width)
    }
    for basis in CostBasis.allCases {
      for line in state.plan.cost(basis)?.unpriced ?? [] {
        lines +=
          [[]]
          + paragraph(
            "Not in the \(basis.rawValue) total: \(line.id.phrase), because \(line.reason.text).", width)
      }
    }
    guard let bill = state.derived.bill else { return lines }
    lines += [[]] + bill.outside.flatMap { paragraph($0, width, .warning) }
    lines += bill.sentences.flatMap { paragraph($0, width) }
    return lines + columns(width) + onByDefault(bill, width) + notCounted(width)
  }

  private func onByDefault(_ bill: BillRemarks, _ width: Int) -> [[Span]] {
    guard !bill.onByDefault.isEmpty else { return [] }
    return [[], [Span("Counted because every such fleet pays it, until the profile says otherwise", .title)]]
      + bill.onByDefault.flatMap { paragraph("\($0.line.title): say otherwise with \($0.key)", width) }
  }

  /// What each column counts, and how much of it rests on guesses.
  private func columns(_ width: Int) -> [[Span]] {
    guard state.plan.list.knownTotal != nil else { return [] }
    let percents = state.plan.assumedPercent
    return [[], [Span("Columns, and how much of each rests on assumptions", .title)]]
      + percents.stated.flatMap { column in
        let percent = Numbers.readable(percents[column] ?? 0, places: 0)
        return fact(column.rawValue, "\(column.meaning); \(percent)% assumed", width)
      }
  }

  private func notCounted(_ width: Int) -> [[Span]] {
    [[], [Span("Not counted in the total", .title)]]
      + state.plan.notCounted.flatMap { entry in
        let about = entry.about.map { "about \(Figures.usd($0.low)) to \(Figures.usd($0.high))" } ?? "unknown"
        let key = entry.key.map { "; counted by \($0)" } ?? ""
        return paragraph("\(entry.title): \(about), \(entry.reason)\(key)", width)
      }
  }

  private func quota(_ id: QuotaFact.ID, _ width: Int) -> [[Span]] {
    guard let need = state.plan.quotas.first(where: { $0.fact.id == id }) else { return [] }
    var lines = paragraph("\(need.verdict.word): \(need.verdict.text).", width) + [[]]
    if let command = need.command(region: state.plan.profile.region) {
      lines += paragraph(command, width, .accent) + [[]]
    }
    if let derivation = state.plan.derivation(of: need) { lines += fact("needs", derivation, width) }
    lines += fact("name", need.fact.name, width)
    lines += fact("unit", need.fact.unit, width)
    lines += fact("applied", need.applied.map { Figures.quantity($0) } ?? "not known to the profile", width)
    lines += fact("default", Figures.quantity(need.fact.defaultValue), width)
    if let note = need.fact.note { lines += fact("note", note, width) }
    lines += fact("source", "\(need.fact.source) (\(need.fact.confidence))", width)
    guard let justification = state.plan.justification(of: need) else { return lines }
    return lines + [[], [Span("Justification, to paste", .title)]] + paragraph(justification, width)
  }

  private func finding(_ finding: Finding, _ width: Int) -> [[Span]] {
    var lines = paragraph(finding.message, width) + [[]]
    if let rule = Rule.named(finding.id) { lines += fact("why", rule.reason, width) }
    lines += fact("fix", finding.fix.text, width)
    for change in finding.fix.changes { lines += fact("", "\(change.path): \(change.value.text)", width) }
    if let acceptance = finding.acceptance { lines += fact("accepted", acceptance, width) }
    lines += fact("about", "\(finding.subject) = \(finding.evidence)", width)
    if let place = finding.place { lines += fact("from", "\(place.file):\(place.line)", width) }
    lines += fact("rule", "\(finding.id), \(finding.severity.rawValue)", width)
    lines += fact("source", "\(finding.source.title), \(finding.source.collected)", width)
    if let address = finding.source.address { lines += fact("", address, width) }
    return lines
  }

  private func fact(_ name: String, _ text: String, _ width: Int) -> [[Span]] {
    text.printable.wrapped(to: max(10, width - 10)).enumerated().map { row, line in
      [Span((row == 0 ? name : "").padded(to: 10), .label), Span(line)]
    }
  }

  /// The formula, then its inputs in columns, or in pairs of lines where those would not fit.
  func explanation(_ explanation: Explanation, _ width: Int) -> [[Span]] {
    let names = explanation.inputs.map(\.name.printable.displayWidth).max() ?? 0
    let values = min(
      24, explanation.inputs.map { mark(of: $0).count + $0.value.printable.displayWidth }.max() ?? 0)
    let isTable = width - names - values >= 24
    // Prices and other facts first: the profile's own values one knows.
    let facts = explanation.inputs.filter(\.isFact)
    return paragraph(explanation.formula, width) + [[]]
      + (facts + explanation.inputs.filter { !$0.isFact }).flatMap { input -> [[Span]] in
        let name = Span(input.name.printable.padded(to: isTable ? names : 0), .label)
        let value = Span(mark(of: input) + input.value.printable.clipped(to: max(24, width - names)))
        guard isTable else {
          return [[name, "  ", value]] + indented(state.words(for: input.origin), by: 2, width)
        }
        let origin = state.words(for: input.origin).printable.wrapped(to: width - names - values - 4)
        return origin.enumerated().map { row, text in
          row == 0
            ? [name, "  ", Span(value.text.padded(to: values)), "  ", Span(text, .label)]
            : [Span(String(repeating: " ", count: names + values + 4)), Span(text, .label)]
        }
      }
  }

  /// The sign of a guess.
  private func mark(of input: Explanation.Input) -> String {
    input.origin.isGuess ? "~" : ""
  }

  private func indented(_ text: String, by columns: Int, _ width: Int) -> [[Span]] {
    text.printable.wrapped(to: max(10, width - columns)).map {
      [Span(String(repeating: " ", count: columns)), Span($0, .label)]
    }
  }

  func paragraph(_ text: String, _ width: Int, _ role: Role = .text) -> [[Span]] {
    text.printable.wrapped(to: max(10, width)).map { [Span($0, role)] }
  }
}

extension Explanation.Input {
  fileprivate var isFact: Bool { if case .fact = origin { true } else { false } }
}

extension State {
  /// Who said a value, as a phrase; a line alone is one of the profile's own file.
  func words(for origin: Origin) -> String {
    switch origin {
    case .profile(let place) where isOwnFile(place.file): return "line \(place.line)"
    case .measured(let measured, let place):
      let line = isOwnFile(place.file) ? "line \(place.line)" : "\(place.file):\(place.line)"
      return "\(line), \(age(of: measured)), from \(measured.evidence)"
    default: return origin.words
    }
  }

  /// How long ago a value was measured, where somebody says what day it is.
  func age(of measured: Provenance.Measured) -> String {
    guard let day = measured.day else { return "measured" }
    guard let days = today?.days(since: day), days >= 0 else { return "measured \(day.text)" }
    return days == 0 ? "measured today" : "measured \(Numbers.counted(days, "day")) ago"
  }

  /// The same beside a slider: `6d`, the day where nobody says what day it is, or that it was measured.
  func shortAge(of measured: Provenance.Measured) -> String {
    guard let day = measured.day else { return "measured" }
    guard let days = today?.days(since: day), days >= 0 else { return day.text }
    return "\(Numbers.grouped(days))d"
  }
}
