internal import Planning

extension SummaryReport {
  /// One number a row, so that a spreadsheet can filter and pivot it: which section, of what, in which column of the
  /// report, how much, in what unit, and a note. An unknown value is an empty cell with its reason in the note.
  package var csv: CSV {
    var csv = CSV(["section", "id", "column", "value", "unit", "note"])
    writeProfile(to: &csv)
    writeWalls(to: &csv)
    writeLatency(to: &csv)
    for table in [plan.quoted, plan.list].compactMap({ $0 }) { write(table, to: &csv) }
    writeNotCounted(to: &csv)
    writeRemarks(to: &csv)
    if let comparison = plan.listOverQuoted {
      let lines = CSV.Cell.text(comparison.lines.map(\.rawValue).joined(separator: " "))
      csv.row(["list_over_quoted", "total", "low", .number(comparison.ratio.low, places: 2), "times", lines])
      csv.row([
        "list_over_quoted", "total", "high", .number(comparison.ratio.high, places: 2), "times", lines,
      ])
    }
    writeQuotas(to: &csv)
    writeVoice(to: &csv)
    for finding in review.findings + review.accepted {
      let state = finding.acceptance == nil ? finding.severity.rawValue : "accepted"
      csv.row([
        "finding", .text(finding.id), .text(state), .text(finding.evidence), .empty,
        .text("\(finding.message) \(finding.fix.text)"),
      ])
    }
    for assumption in plan.assumptions {
      csv.row([
        "assumption", .text(assumption.key), .text(assumption.source), .text(assumption.value), .empty,
        .text(assumption.reason),
      ])
    }
    return csv
  }

  private func writeProfile(to csv: inout CSV) {
    let compute = plan.profile.compute
    csv.row(["profile", "name", .empty, .text(plan.profile.name), .empty, .text(source.name)])
    csv.row(["profile", "region", .empty, .text(plan.profile.region), .empty, .empty])
    csv.row(["profile", "sha256", .empty, .text(source.sha256), .empty, .empty])
    csv.row([
      "price_book", "collected", .empty, .text(plan.oldestPrice?.oldestDay ?? ""), .empty,
      .text(plan.profile.region),
    ])
    for file in plan.overlays {
      csv.row(["price_book", "overlay", .empty, .text(file.collected), .text(file.file), .text(file.source)])
    }
    for size in FleetSize.allCases {
      csv.row([
        "fleet", "instances", .text(size.rawValue), .integer(compute.instances[size]), "instances",
        .text(compute.instanceType),
      ])
    }
    csv.row([
      "demand", "concurrent_users", .empty, .integer(plan.profile.demand.concurrentUsers), "users", .empty,
    ])
    let requests = plan.demand.requestsPerMinute
    for (column, rate) in [("low", requests.low), ("likely", requests.likely), ("high", requests.high)] {
      csv.row([
        "demand", "requests_per_minute", .text(column), .number(rate, places: 2), "requests/min", .empty,
      ])
    }
  }

  private func writeWalls(to csv: inout CSV) {
    for wall in plan.walls {
      for size in FleetSize.allCases {
        let isFirst = plan.firstWall[size] == wall.id
        let note = wall.unknown?.text ?? (isFirst ? "breaks first" : "")
        let share = plan.headroom(of: wall, at: size)
        csv.row([
          "wall", .text(wall.id.rawValue), .text(size.rawValue), .integer(wall.wholeUsers(at: size)),
          "users", .text(note),
        ])
        csv.row([
          "headroom", .text(wall.id.rawValue), .text(size.rawValue),
          .number(share.map { $0 * 100 }, places: 1), "percent", .text(note),
        ])
      }
    }
  }

  private func write(_ table: CostTable, to csv: inout CSV) {
    let section = CSV.Cell.text("cost_\(table.basis.rawValue)")
    let columns = table.basis == .quoted ? CostColumn.ends : CostColumn.allCases
    for column in columns {
      let name = CSV.Cell.text(column.rawValue)
      for line in table.lines {
        csv.row([section, .text(line.id.rawValue), name, .money(line.cost[column]), "USD/month", .empty])
      }
      for line in table.unpriced {
        csv.row([
          section, .text(line.id.rawValue), name, .empty, "USD/month", .text("unknown: \(line.reason.text)"),
        ])
      }
      csv.row([
        section, "total", name, .money(table.knownTotal?[column]), "USD/month",
        .text(CostTable.totalName(of: [table])),
      ])
    }
  }

  /// What no total has, in its rough size.
  private func writeNotCounted(to csv: inout CSV) {
    for line in plan.list.unpriced {
      guard let about = line.about else { continue }
      let sums = [("low", Optional(about.low)), ("likely", about.likely), ("high", about.high)]
      for (column, money) in sums {
        csv.row(["about", .text(line.id.rawValue), .text(column), .money(money), "USD/month", "rough"])
      }
    }
    for entry in plan.notCounted {
      for (column, money) in [("low", entry.about?.low), ("high", entry.about?.high)] {
        csv.row([
          "not_counted", .text(entry.id), .text(column), .money(money), "USD/month", .text(entry.reason),
        ])
      }
    }
  }

  /// How much of each column is guessed and what it counts, what is on without being stated, and what users cost.
  private func writeRemarks(to csv: inout CSV) {
    let percents = plan.assumedPercent
    for column in plan.list.total.stated {
      csv.row([
        "assumed", "total", .text(column.rawValue), .number(percents[column], places: 1), "percent",
        .text(column.meaning),
      ])
    }
    for entry in OnByDefault.all(plan) {
      csv.row([
        "on_by_default", .text(entry.line.rawValue), .empty, .empty, .empty,
        .text("say otherwise with \(entry.key)"),
      ])
    }
    let sums = [
      ("1000_users", plan.costOfThousandUsers, "a thousand of the users"),
      ("next_10000_users", plan.nextTenThousandUsers, "the fleet sized for them"),
      ("event", plan.costOfEvent, "beside a month that follows the day"),
    ]
    for (id, money, note) in sums where money != nil {
      csv.row(["cost_of", .text(id), .empty, .money(money), "USD/month", .text(note)])
    }
  }

  private func writeQuotas(to csv: inout CSV) {
    for need in plan.quotas {
      let id = [need.fact.serviceCode, need.fact.code ?? need.fact.id.rawValue].joined(separator: "/")
      let values = [
        ("default", need.fact.defaultValue), ("applied", need.applied), ("needed", need.needed),
        ("request", need.request),
      ]
      for (column, value) in values {
        csv.row([
          "quota", .text(id), .text(column), .number(value), .text(need.fact.unit),
          .text("\(need.title): \(need.verdict.word)"),
        ])
      }
    }
  }

  private func writeVoice(to csv: inout CSV) {
    guard let voice = plan.voice else { return }
    let waiting = voice.probabilityOfWaiting
    csv.row(["voice", "offered_sessions", .empty, .number(voice.offered), "sessions", .empty])
    csv.row(["voice", "sessions", .empty, .integer(voice.sessions), "sessions", .empty])
    csv.row(["voice", "probability_of_waiting", .empty, .number(waiting), "share", .empty])
    csv.row([
      "voice", "sessions_for_5_percent_wait", .empty, .integer(voice.sessionsForAcceptedWait), "sessions",
      .empty,
    ])
  }
}
