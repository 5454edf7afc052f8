import Typography

extension Table {
  /// Which rows are in sight and how the columns share the width.
  package struct Layout {
    /// The columns' places in the title row, nil for those that had to go.
    let columns: [Rect?]
    package let rows: Range<Int>

    /// The lines on which sections begin, by the row that follows.
    let sectionsInSight: [(row: Int, line: Int)]
    private let lines: [Int: Int]

    init(of table: Table, in area: Rect) {
      let places = table.places
      let height = max(0, area.height - 1)
      let focused = places.firstIndex { $0.row == table.selected && !$0.isSection }
      let first = min(max(0, focused.map { $0 - height / 2 } ?? table.offset), max(0, places.count - height))
      var lines: [Int: Int] = [:]
      var sections: [(row: Int, line: Int)] = []
      for (index, place) in places.enumerated().dropFirst(first).prefix(height) {
        let line = area.y + 1 + index - first
        if place.isSection { sections.append((place.row, line)) } else { lines[place.row] = line }
      }
      self.lines = lines
      sectionsInSight = sections
      rows = lines.keys.min().map { $0..<$0 + lines.count } ?? 0..<0
      var x = area.x + table.gutter
      columns = table.columnWidths(sharing: area.width).map { width in
        guard let width else { return nil }
        defer { x += width + table.gap }
        return Rect(x: x, y: area.y, width: width).intersection(area)
      }
    }

    /// The line of the screen on which a row in sight stands.
    package func line(of row: Int) -> Int { lines[row] ?? 0 }

    /// The cell that names a row: the flexible one, else the first.
    func name(ofRow row: Int, in columns: [Column]) -> Rect? {
      area(row: row, column: columns.firstIndex(where: \.isFlexible) ?? 0)
    }

    /// The places of the titles, by their columns; nil for those that had to go.
    package var headings: [Rect?] { columns.map { $0.map { Rect(x: $0.x, y: $0.y, width: $0.width) } } }

    /// Where a cell is painted, for a widget that stands in it; nil when it is out of sight.
    package func area(row: Int, column: Int) -> Rect? {
      guard rows.contains(row), let place = columns[column] else { return nil }
      return Rect(x: place.x, y: line(of: row), width: place.width)
    }
  }

  /// Room for the pointer at the selected row.
  private var gutter: Int { selected == nil ? 0 : 2 }

  /// Every line below the titles: a row, or the section that begins before it.
  private var places: [(row: Int, isSection: Bool)] {
    guard !sections.isEmpty else { return rows.indices.map { ($0, false) } }
    return rows.indices.flatMap { row in sections[row] == nil ? [(row, false)] : [(row, true), (row, false)] }
  }

  /// Columns go until the rest fit at their least; then the first flexible one takes up the difference.
  private func columnWidths(sharing width: Int) -> [Int?] {
    let natural = columns.indices.map(naturalWidth)
    let flexible = columns.firstIndex(where: \.isFlexible)
    // What a flexible column keeps, so that texts which are cut can still be told apart.
    let least = columns.indices.map {
      $0 == flexible ? min(natural[$0], max(8, columns[$0].minimumWidth)) : natural[$0]
    }
    func total(_ widths: [Int], of kept: [Int]) -> Int {
      kept.reduce(gutter - gap) { $0 + widths[$1] + gap }
    }
    var kept = Array(columns.indices)
    while total(least, of: kept) > width {
      let droppable = kept.filter { columns[$0].rank > 0 }
      guard let last = droppable.max(by: { (columns[$0].rank, $0) < (columns[$1].rank, $1) }) else { break }
      kept.removeAll { $0 == last }
    }
    let spare = width - total(natural, of: kept)
    return columns.indices.map { index in
      guard kept.contains(index) else { return nil }
      return index == flexible ? max(least[index], natural[index] + spare) : natural[index]
    }
  }

  private func naturalWidth(_ column: Int) -> Int {
    var width = max(columns[column].minimumWidth, columns[column].title.printable.displayWidth)
    for row in rows where column < row.count { width = max(width, row[column].text.printable.displayWidth) }
    return width
  }
}
