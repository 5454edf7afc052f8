internal import Typography

/// A table that is aligned by display width and fits into a given number of columns.
package struct TextTable: Sendable {
  private var columns: [Column]
  private let indent: Int
  private var gap: Int
  private var rows: [Row] = []

  private enum Row: Sendable {
    case cells([Text])
    case rule
  }

  package struct Column: Sendable {
    fileprivate let title: Text
    fileprivate let alignment: TextAlignment
    fileprivate let isFlexible: Bool
    fileprivate let rank: Int

    /// A flexible column gives way, and is wrapped, where the table would be too wide; of the others that one goes
    /// first whose rank is highest, and 0 stays.
    package init(_ title: String, isNumber: Bool, isFlexible: Bool = false, rank: Int = 0) {
      self.title = Text(title, .quiet)
      alignment = isNumber ? .right : .left
      self.isFlexible = isFlexible
      self.rank = rank
    }

    package static func text(_ title: String) -> Column { Column(title, isNumber: false) }
    package static func number(_ title: String) -> Column { Column(title, isNumber: true) }
    package static func flexible(_ title: String) -> Column {
      Column(title, isNumber: false, isFlexible: true)
    }
  }

  package init(_ columns: [Column], indent: Int = 2, gap: Int = 2) {
    self.columns = columns
    self.indent = indent
    self.gap = gap
  }

  package mutating func row(_ cells: [Text]) {
    precondition(cells.count == columns.count, "a row has a cell for each column")
    rows.append(.cells(cells))
  }

  /// A thin line, as above a total.
  package mutating func rule() { rows.append(.rule) }

  package func lines(width: Int) -> [Text] {
    var table = self
    table.gap = min(gap, 1)
    while table.excess(over: width, flexible: Self.easyToRead) > 0, let column = table.leastColumn {
      table.remove(column)
    }
    let wraps = table.excess(over: width) > 0
    table.gap = gap
    // Where words have to wrap anyway, the wider gap reads better.
    let excess =
      wraps ? table.excess(over: width, flexible: Self.narrowestFlexible) : table.excess(over: width)
    if excess > 0 { table.gap = min(gap, 1) }
    return table.lines(widths: table.widths(within: width))
  }

  /// How much too wide the table is with its flexible columns down to so many columns.
  private func excess(over width: Int, flexible narrowest: Int) -> Int {
    zip(columns, naturalWidths).reduce(excess(over: width)) { excess, column in
      excess - (column.0.isFlexible && column.0.rank == 0 ? max(0, column.1 - narrowest) : 0)
    }
  }

  private static let easyToRead = 20

  /// The column that is worth least where not all of them fit.
  private var leastColumn: Int? {
    columns.indices.filter { columns[$0].rank > 0 }.max { columns[$0].rank < columns[$1].rank }
  }

  private func lines(widths: [Int]) -> [Text] {
    let titles = columns.map(\.title)
    let head = titles.allSatisfy(\.isEmpty) ? [] : lines(of: titles, widths: widths)
    return head
      + rows.flatMap { row in
        switch row {
        case .cells(let cells): lines(of: cells, widths: widths)
        case .rule: [line(widths.map { Text(String(repeating: "─", count: $0), .quiet) }, widths: widths)]
        }
      }
  }

  /// As wide as the widest cell; the widest flexible column gives way where that is too wide.
  private func widths(within width: Int) -> [Int] {
    var widths = naturalWidths
    for _ in 0..<max(0, excess(over: width)) {
      let flexible = columns.indices.filter {
        columns[$0].isFlexible && widths[$0] > Self.narrowestFlexible
      }
      guard let widest = flexible.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
    }
    return widths
  }

  private static let narrowestFlexible = 8

  private var naturalWidths: [Int] {
    columns.indices.map { column in
      rows.reduce(columns[column].title.displayWidth) { widest, row in
        if case .cells(let cells) = row { max(widest, cells[column].displayWidth) } else { widest }
      }
    }
  }

  private func excess(over width: Int) -> Int {
    indent + naturalWidths.reduce(0, +) + gap * (columns.count - 1) - width
  }

  private mutating func remove(_ column: Int) {
    columns.remove(at: column)
    rows = rows.map { row in
      guard case .cells(var cells) = row else { return row }
      cells.remove(at: column)
      return .cells(cells)
    }
  }

  private func lines(of cells: [Text], widths: [Int]) -> [Text] {
    let wrapped = zip(cells, widths).map { cell, width in cell.wrapped(to: max(width, 1)) }
    let height = wrapped.map(\.count).max() ?? 1
    return (0..<height).map { row in
      line(wrapped.map { row < $0.count ? $0[row] : Text("") }, widths: widths)
    }
  }

  private func line(_ cells: [Text], widths: [Int]) -> Text {
    var line = Text.spaces(indent)
    for (index, cell) in cells.enumerated() {
      let isLast = cells[(index + 1)...].allSatisfy(\.isEmpty)
      let pads = !isLast || columns[index].alignment == .right
      if index > 0 { line += Text.spaces(gap) }
      line += pads ? cell.padded(to: widths[index], alignment: columns[index].alignment) : cell
      if isLast { break }
    }
    return line
  }
}
