package import Planning
package import Typography

/// How one number of a plan came about: a line of the bill, its total, or a wall.
package struct NumberReport: Report {
  let source: ReportSource
  let subject: Subject

  /// What can be explained, by the name that a command takes: `cost.nat`, `cost.total`, `wall.compute`.
  enum Subject: Sendable {
    case line(CostLine.ID)
    case total
    case wall(Wall.ID)
  }

  /// Nil where the plan has nothing of that name.
  package init?(_ source: ReportSource, name: String) {
    guard let subject = Self.subjects(of: source.plan).first(where: { $0.name == name }) else { return nil }
    self.source = source
    self.subject = subject
  }

  /// The names of everything that can be explained of a plan.
  package static func names(of plan: Plan) -> [String] { subjects(of: plan).map(\.name) }

  /// The names of everything that can be explained of any plan.
  package static var everyName: [String] {
    (BillLine.all.map { .line($0.id) } + [.total] + WallKind.all.map { .wall($0.id) }).map {
      (subject: Subject) in
      subject.name
    }
  }

  private static func subjects(of plan: Plan) -> [Subject] {
    plan.billedLines.map { .line($0) } + [.total] + plan.walls.map { .wall($0.id) }
  }

  var plan: Plan { source.plan }

  package var document: Document {
    switch subject {
    case .line(let id): source.document(id.title, facts: "A line of the bill, in USD a month.", line(id))
    case .total:
      source.document(
        "Total", facts: "The sum of the lines, each rounded to the cent.",
        [.table(total)] + WhatTheBillRestsOn(plan).blocks)
    case .wall(let id):
      source.document(id.title, facts: "Users that this part carries at each size of the fleet.", wall(id))
    }
  }

  package var json: JSONValue {
    .object(
      [
        .init("format", "headroom-explanation/1"), .init("profile", source.json),
        .init("subject", .string(subject.name)),
      ]
        + explanations.map { basis, explanation in
          .init(
            basis,
            ["formula": .string(explanation.formula), "inputs": .array(explanation.inputs.map(\.json))])
        })
  }

  package var csv: CSV {
    var csv = CSV(["basis", "what", "value", "origin"])
    for (basis, explanation) in explanations {
      csv.row([.text(basis), "formula", .text(explanation.formula), .empty])
      for input in explanation.inputs {
        csv.row([.text(basis), .text(input.name), .text(input.value), .text(input.origin.words)])
      }
    }
    return csv
  }

  /// The formula and inputs on each basis that has the number; of the total none, since it is a sum.
  private var explanations: [(basis: String, Explanation)] {
    switch subject {
    case .line(let id):
      CostBasis.allCases.filter { plan.cost($0)?.line(id) != nil || $0 == .list && plan.list.has(id) }
        .map { ($0.rawValue, plan.explanation(of: id, basis: $0)) }
    case .wall(let id): [("wall", plan.explanation(of: id))]
    case .total: []
    }
  }

  private func line(_ id: CostLine.ID) -> [Block] {
    var blocks: [Block] = []
    if let unpriced = plan.list.unpriced.first(where: { $0.id == id }) {
      blocks.append(.paragraph(Text("Unknown, and in no total: \(unpriced.reason.text).", .warning)))
      blocks.append(.paragraph(Text(unpriced.reason.remedy)))
    }
    for basis in CostBasis.allCases {
      guard let line = plan.cost(basis)?.line(id) else { continue }
      blocks += [.heading(basis.title), .table(charges(of: line))]
    }
    return blocks + explanations.flatMap { story($0.1) }
  }

  /// What the line is charged by, each charge with the guesses that it rests on.
  private func charges(of line: CostLine) -> Table {
    var table = Table(
      [.flexible("Charge", brief: "")] + line.cost.stated.map { .number($0.rawValue) } + [
        .flexible("Assumed", rank: 3)
      ])
    let cells = { (cost: CostColumns) in cost.stated.map { Text(cost[$0].map { Figures.cents($0) } ?? "") } }
    for part in line.parts {
      let assumed = plan.assumed(part.charge).joined(separator: ", ")
      table.row([Text(part.title)] + cells(part.cost) + [Text(assumed, .quiet)])
    }
    table.row([Text(line.id.title)] + cells(line.cost) + [""], .total)
    return table
  }

  private var total: Table {
    let tables = [plan.quoted, plan.list].compactMap(\.self)
    var table = Table(
      [.flexible("Total", brief: "")] + plan.list.total.stated.map { .number($0.rawValue) })
    for cost in tables {
      let sums = plan.list.total.stated.map { column in
        Text(cost.knownTotal?[column].map { Figures.cents($0) } ?? "", .plain)
      }
      table.row([Text("\(cost.basis.title): \(CostTable.totalName(of: [cost]))")] + sums)
    }
    return table
  }

  private func wall(_ id: Wall.ID) -> [Block] {
    guard let wall = plan.wall(id) else { return [] }
    if let unknown = wall.unknown { return [.paragraph(Text("Unknown: \(unknown.text).", .warning))] }
    var table = Table([
      .text("Size", brief: ""), .number("Users", brief: "users"), .number("Headroom", brief: "headroom"),
    ])
    for size in FleetSize.allCases {
      let headroom = plan.headroom(of: wall, at: size)
      table.row([
        Text(size.rawValue), Text(wall.wholeUsers(at: size).map { Figures.users($0) } ?? "no limit"),
        Text(headroom.map { Figures.headroom($0) } ?? "", headroom.map { Ink.headroom($0) } ?? .plain),
      ])
    }
    return [.table(table)] + explanations.flatMap { story($0.1) } + (id == .latency ? latencyParts : [])
  }

  private func story(_ explanation: Explanation) -> [Block] {
    var inputs = Table([.text("Input"), .text("Value"), .flexible("Who says so")])
    for input in explanation.inputs {
      inputs.row([Text(input.name, .code), Text(input.value, .accent), Text(input.origin.words, .quiet)])
    }
    return [.heading("Formula"), .paragraph(Text(explanation.formula)), .table(inputs)]
  }
}

extension NumberReport.Subject {
  fileprivate var name: String {
    switch self {
    case .line(let id): "cost.\(id.rawValue)"
    case .total: "cost.total"
    case .wall(let id): "wall.\(id.rawValue)"
    }
  }
}

extension Explanation.Input {
  fileprivate var json: JSONValue {
    ["name": .string(name), "value": .string(value), "origin": .string(origin.words)]
  }
}
