internal import Planning
package import Typography

extension SummaryReport {
  /// The summary as one page with pictures, for a browser, a mail or paper.
  package var html: HTML {
    let sections = [
      header, verdictInHTML, wallsInHTML, costInHTML, QuotaReport(source).requestsInHTML, voiceInHTML,
      "<h2>Findings: \(review.counts)</h2>\n\(review.html)", assumptionsInHTML, source.footer,
    ]
    return HTMLPage(title: title, body: sections.joined()).source
  }

  private var header: HTML {
    let profile = plan.profile
    let fleet = FleetSize.allCases.map { Numbers.grouped(profile.compute.instances[$0]) }
    return """
      <header>
      <h1>\(profile.name)</h1>
      <p class="facts">\(Numbers.counted(profile.demand.concurrentUsers, "concurrent user")) in \(profile.region), \
      on \(fleet.joined(separator: " / ")) instances of \(profile.compute.instanceType)</p>
      </header>

      """
  }

  private var verdictInHTML: HTML {
    """
    <section class="verdict \(plan.verdict.ink.style)">
    <h2>Does it hold \(Numbers.counted(plan.profile.demand.concurrentUsers, "user"))?</h2>
    <p class="answer">\(plan.verdict.answer)</p>
    <p>\(plan.sentence(at: .desired)) \(plan.sentence(at: .max))</p>
    </section>
    <figure>
    \(Picture.capacity(of: plan).html)</figure>

    """
  }

  private var wallsInHTML: HTML {
    var table = HTMLTable(
      [.text("Wall")] + FleetSize.allCases.flatMap { [.number("at \($0.rawValue)"), .number("")] })
    for wall in plan.ladder {
      table.row(
        ["\(wall.id.title)"] + FleetSize.allCases.flatMap { cells(of: wall, at: $0) },
        style: wall.id.isComputeSeenOtherwise ? "aside" : "")
    }
    let picture = Picture.walls(of: plan).map { picture -> HTML in
      """
      <figure>
      \(picture.html)<figcaption>Users on a logarithmic scale: the small ring is min, the full dot desired, the large \
      ring max. Red stands below the target.</figcaption>
      </figure>

      """
    }
    let unknown = plan.walls.compactMap { wall -> HTML? in
      wall.unknown.map { "<p>\(wall.id.title): <b>unknown</b>, because \($0.text).</p>\n" }
    }
    return "<h2>Walls: what breaks first</h2>\n\(picture ?? "")\(table.html)\(unknown.joined())"
  }

  private func cells(of wall: Wall, at size: FleetSize) -> [HTML] {
    guard wall.unknown == nil else { return ["unknown", ""] }
    guard let users = wall.wholeUsers(at: size), let share = plan.headroom(of: wall, at: size) else {
      return ["no limit", ""]
    }
    let style = (share < 0 ? "bad" : "") + (plan.firstWall[size] == wall.id ? " first" : "")
    return [
      "<span class=\"\(style)\">\(Figures.users(users))</span>",
      "<span class=\"\(style)\">\(Figures.headroom(share))</span>",
    ]
  }

  private var costInHTML: HTML {
    let tables = [plan.quoted, plan.list].compactMap { $0 }
    var table = HTMLTable(
      [.text("")]
        + tables.flatMap { table in
          CostColumn.allCases.map { .number("\(table.basis.rawValue) \($0.rawValue)") }
        } + (plan.quoted == nil ? [] : [.number("ratio")]))
    for id in plan.linesOfAnyBasis {
      table.row(
        ["\(id.title)"] + tables.flatMap { costCells(of: id, in: $0) } + ratio(plan.listOverQuoted(id)))
    }
    table.row(
      ["Total"]
        + tables.flatMap { table in
          CostColumn.allCases.map { "\(bold(table.knownTotal?[$0]))" }
        }
        + ratio(plan.listOverQuoted), style: "total")
    let incomplete = CostComparison(plan).incomplete.map { "<p class=\"warning\">\($0)</p>\n" as HTML }
    return """
      <h2>Cost a month, USD</h2>
      \(keysOfCost)<figure>
      \(Picture.costs(of: plan).html)<figcaption>\(captionOfCost)</figcaption>
      </figure>
      \(table.html)\(incomplete.joined())
      """
  }

  private var keysOfCost: HTML {
    var keys = [plan.quoted, plan.list].compactMap { $0 }.map { table -> HTML in
      let range = table.knownTotal.map { "\(Figures.usd($0.low)) – \(Figures.usd($0.high))" } ?? "unknown"
      let state = table.isComplete ? "" : ", incomplete"
      return
        "<div><span class=\"key\">\(range)</span>\(table.basis == .quoted ? "quoted" : "AWS list prices")\(state)</div>"
    }
    if let ratio = plan.listOverQuoted {
      keys.append("<div><span class=\"key\">\(Figures.multiples(ratio))</span>list over quote</div>")
    }
    return "<div class=\"keys\">\(keys.joined())</div>\n"
  }

  private var captionOfCost: String {
    let range = "Each bar runs from the fleet at desired, low demand, to the fleet at max, high demand."
    return plan.quoted == nil ? range : "\(range) Grey is the quote, blue the list price."
  }

  private func costCells(of id: CostLine.ID, in table: CostTable) -> [HTML] {
    CostColumn.allCases.map { column in
      if let line = table.line(id) { return "\(Figures.cents(line.cost[column]))" }
      return table.unpriced.contains { $0.id == id } ? "unknown" : ""
    }
  }

  private func bold(_ money: Money?) -> String { money.map { Figures.cents($0) } ?? "unknown" }

  private func ratio(_ ratio: (low: Double, high: Double)?) -> [HTML] {
    plan.quoted == nil ? [] : [ratio.map { "\(Figures.multiples($0))" } ?? ""]
  }

  private var voiceInHTML: HTML {
    plan.voice.map { "<h2>Voice</h2>\n<p>\($0.sentence)</p>\n" } ?? ""
  }

  private var assumptionsInHTML: HTML {
    guard !plan.assumptions.isEmpty else { return "" }
    var table = HTMLTable([.text("Key"), .text("Value"), .text("Reason")])
    for assumption in plan.assumptions {
      table.row(["<code>\(assumption.key)</code>", "\(assumption.value)", "\(assumption.reason)"])
    }
    return """
      <h2>Assumed, because the profile does not say</h2>
      <details>
      <summary>\(plan.assumptions.count) values</summary>
      \(table.html)</details>

      """
  }
}

extension ReportSource {
  var footer: HTML {
    let lines = origin.map { "<p>\($0)</p>" as HTML }
    return "<footer>\n\(lines.joined(separator: "\n"))\n</footer>"
  }
}
