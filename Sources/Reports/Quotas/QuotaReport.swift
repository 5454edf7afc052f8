internal import Planning
internal import Typography

/// Which service quotas the plan touches, what to request before it grows, and what to say to AWS.
package struct QuotaReport: Report {
  let source: ReportSource

  package init(_ source: ReportSource) { self.source = source }

  var plan: Plan { source.plan }

  package var document: Document {
    let compute = plan.profile.compute
    let covered = plan.quotas.filter { $0.verdict == .ok }
    var blocks = requests
    if !justifications.isEmpty {
      blocks.append(.folded("What to say to AWS", justifications.map { .paragraph(Text($0)) }))
    }
    if !covered.isEmpty { blocks += [.heading("Covered by their limits"), .table(table(of: covered))] }
    let settings = plan.settings.map { setting in
      Text(setting.name, .strong) + ": " + Text(setting.sentence, setting.isEnough == false ? .bad : .plain)
    }
    return source.document(
      "Quotas",
      facts: "\(plan.profile.region), for \(Numbers.grouped(compute.instances.max)) instances of"
        + " \(compute.instanceType) at max.",
      blocks + [.heading("Settings, which no request changes"), .list(settings)])
  }

  /// The section of the summary: what to request, and how.
  var requests: [Block] {
    let heading = Block.heading("Quotas to request before launch")
    guard !open.isEmpty else {
      return [heading, .paragraph(Text("None: every limit covers what the plan needs at max.", .good))]
    }
    return [
      heading, .picture(.quotas(of: plan)), .table(table(of: open)),
      .commands(open.compactMap { $0.nextCommand(region: plan.profile.region) }),
      .list(withoutCommand.map { Text($0, .warning) }),
    ]
  }

  private func table(of needs: [QuotaNeed]) -> Table {
    var table = Table([
      .text("Quota", brief: ""), .text("Code", brief: "code", rank: 1), .number("Needed", brief: "needed"),
      .number("Limit", brief: "limit"), .number("Request", brief: "request"), .text("Verdict", brief: ""),
    ])
    for need in needs {
      let code = [need.fact.serviceCode, need.fact.code].compactMap(\.self).joined(separator: "/")
      table.row([
        Text(need.title), Text(code, .code), figure(need.needed),
        figure(need.limit) + Text(need.applied == nil ? " default" : " applied", .quiet),
        figure(need.request), Text(need.verdict.word, need.verdict.ink),
      ])
    }
    return table
  }

  private func figure(_ number: Double?) -> Text {
    number.map { Text(Figures.quantity($0)) } ?? Text("unknown", .warning)
  }

  /// What a limit does not cover, or may not.
  private var open: [QuotaNeed] { plan.quotas.filter { $0.verdict != .ok } }

  /// What to write into each request that a command makes.
  private var justifications: [String] {
    open.filter { command($0) != nil }.compactMap { plan.justification(of: $0) }
  }

  /// What to raise although no command can, with the reason.
  private var withoutCommand: [String] {
    open.filter { $0.verdict != .unknown && command($0) == nil }.map { need in
      need.fact.isAdjustable == false
        ? "\(need.title): AWS does not raise this limit; the plan has to stay within it."
        : "\(need.title): no quota code is known, so ask for it in the Service Quotas console."
    }
  }

  private func command(_ need: QuotaNeed) -> String? { need.command(region: plan.profile.region) }
}

extension ServiceSetting {
  /// Where it is set, what it is and what the plan asks of it, after its name.
  fileprivate var sentence: String {
    let value = stated.map { "\(Numbers.grouped($0)) as the profile says" }
    let standard = defaultValue.map { "\(Numbers.grouped($0)) by default" } ?? "unknown by default"
    let need = needed.map { "\(Numbers.readable($0)) needed" } ?? "the need is not known"
    let formula = defaultFormula == "fixed" ? ", fixed" : ", \(defaultFormula)"
    return "\(place), \([value, standard].compactMap { $0 }.joined(separator: ", "))\(formula); \(need),"
      + " \(explanation)."
  }
}
