internal import Planning
internal import Typography

/// A chart over time in character cells: filled up to a value, with a line at a limit.
struct TimeChart {
  /// One step of time: what is asked, and the limit that the line stands at, where there is one.
  struct Column {
    let value: Double
    let limit: Double?
  }

  private let columns: [Column]
  private let height: Int

  /// What one row stands for: 1, 2, 2.5 or 5 times a power of ten.
  private let step: Double

  /// A chart of at most so many rows.
  init(_ columns: [Column], atMost rows: Int) {
    self.columns = columns
    let highest = columns.map { max($0.value, $0.limit ?? 0) }.max() ?? 0
    step = Self.roundStep(atLeast: max(highest / Double(rows), 1))
    height = max(1, Int((highest / step).rounded(.up)))
  }

  private static func roundStep(atLeast least: Double) -> Double {
    var power = 1.0
    while power * 10 <= least { power *= 10 }
    return [1, 2, 2.5, 5, 10].map { $0 * power }.first { $0 >= least } ?? 10 * power
  }

  /// Rows from the top, every second one with the value at its upper edge, and below them the times.
  func rows(from start: String, to end: String) -> [Text] {
    let labels = (0..<height).map { row in
      (height - row).isMultiple(of: 2)
        ? Numbers.short(Int(saturating: (step * Double(height - row)).rounded())) : ""
    }
    let margin = labels.map(\.displayWidth).max() ?? 0
    let rows = labels.enumerated().map { row, label in
      columns.reduce(Text(label.padded(to: margin, alignment: .right) + " │", .quiet)) { line, column in
        line + cell(column, row: height - 1 - row)
      }
    }
    let gap = columns.count - start.displayWidth - end.displayWidth
    let times = gap > 0 ? start + String(repeating: " ", count: gap) + end : start
    return rows + [Text(String(repeating: " ", count: margin + 2) + times, .quiet)]
  }

  /// One cell, its row counted from the bottom.
  private func cell(_ column: Column, row: Int) -> Text {
    let bottom = step * Double(row)
    let limit = column.limit ?? .infinity
    if limit >= bottom, limit < bottom + step {
      return Text("━", column.value > limit ? .bad : .strong)
    }
    guard column.value > bottom + step / 2 else { return " " }
    return bottom >= limit ? Text("▓", .bad) : Text("█", .accent)
  }
}

extension Simulation {
  /// As many steps of time as fit, each told by the minute in which the fleet was closest to its limit.
  func tightestMinutes(atMost most: Int) -> [SimulatedMinute] {
    let count = min(most, scenario.minutes)
    var tightest: [SimulatedMinute] = []
    visitMinutes { minute in
      let step = minute.minute * count / scenario.minutes
      if step == tightest.count {
        tightest.append(minute)
      } else if minute.slack < tightest[step].slack {
        tightest[step] = minute
      }
    }
    return tightest
  }
}

extension SimulatedMinute {
  /// Requests that could still have been answered; negative where some were turned away.
  fileprivate var slack: Double { capacity - requests }
}
