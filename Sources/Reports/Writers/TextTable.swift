internal import Typography

/// A table that is aligned by display width and fits into a given number of columns.
package struct TextTable: Sendable {
  private let columns: [Column]
  private let indent: Int
  private let gap: Int
  private var rows: [Row] = []

  private enum Row: Sendable {
    case cells([Text])
    case rule
  }

  package struct Column: Sendable {
    fileprivate let title: Text
    fileprivate let alignment: TextAlignment
    fileprivate let isFlexible: Bool

    package static func text(_ title: String) -> Column {
      Column(title: Text(title, .quiet), alignment: .left, isFlexible: false)
    }

    package static func number(_ title: String) -> Column {
      Column(title: Text(title, .quiet), alignment: .right, isFlexible: false)
    }

    /// A column of text that gives way, and is wrapped, where the table would be too wide.
    package static func flexible(_ title: String) -> Column {
      Column(title: Text(title, .quiet), alignment: .left, isFlexible: true)
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
    let widths = widths(within: width)
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

  /// As wide as the widest cell; the flexible columns share what is left when that is too wide.
  private func widths(within width: Int) -> [Int] {
    var widths = columns.indices.map { column in
      rows.reduce(columns[column].title.displayWidth) { widest, row in
        if case .cells(let cells) = row { max(widest, cells[column].displayWidth) } else { widest }
      }
    }
    var excess = indent + widths.reduce(0, +) + gap * (widths.count - 1) - width
    while excess > 0,
      let widest = columns.indices.filter({ columns[$0].isFlexible }).max(by: { widths[$0] < widths[$1] }),
      widths[widest] > Self.narrowestFlexible
    {
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  private static let narrowestFlexible = 8

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
