package import Typography

/// Aligned columns under their titles; where the space is narrow, columns go by rank.
package struct Table: Widget {
  package struct Column: Hashable, Sendable {
    package var title: String
    package var alignment: TextAlignment
    /// A column of rank 0 always stays; the highest rank goes first.
    package var rank: Int
    /// Whether the column takes the width that is over, and gives way where there is too little.
    package var isFlexible: Bool
    package var minimumWidth: Int

    package init(
      _ title: String, alignment: TextAlignment = .left, rank: Int = 0, isFlexible: Bool = false,
      minimumWidth: Int = 0
    ) {
      self.title = title
      self.alignment = alignment
      self.rank = rank
      self.isFlexible = isFlexible
      self.minimumWidth = minimumWidth
    }

    /// A column of figures: to the right, so that digits stand under digits.
    package static func number(_ title: String, rank: Int = 0, minimumWidth: Int = 0) -> Column {
      Column(title, alignment: .right, rank: rank, minimumWidth: minimumWidth)
    }
  }

  package var columns: [Column]
  /// The cells of each row, in the order of the columns; a shorter row leaves the rest empty.
  package var rows: [[Span]]
  /// The row with the pointer; it is always in sight.
  package var selected: Int?
  /// The first row in sight of a table without a selected row.
  package var offset: Int
  /// Whether the titles stand in a line, as in a panel's heading.
  package var isRuled: Bool
  package var gap: Int

  package init(
    _ columns: [Column], rows: [[Span]], selected: Int? = nil, offset: Int = 0, isRuled: Bool = false,
    gap: Int = 2
  ) {
    self.columns = columns
    self.rows = rows
    self.selected = selected
    self.offset = offset
    self.isRuled = isRuled
    self.gap = gap
  }

  package func paint(on canvas: inout Canvas, in area: Rect) {
    let places = columnPlaces(in: area)
    if isRuled { canvas.fill(area.row(0), with: canvas.glyphs.horizontal, .border) }
    for (column, place) in zip(columns, places) { paintTitle(column, place, on: &canvas) }
    for row in visibleRows(height: area.height) {
      for (index, cell) in rows[row].enumerated() where index < columns.count {
        guard let place = self.area(row: row, column: index, in: area) else { continue }
        canvas.put(cell.text, in: place, cell.role, alignment: columns[index].alignment)
      }
      guard row == selected, let place = self.area(row: row, column: 0, in: area) else { continue }
      canvas.put(String(canvas.glyphs.pointer), at: Point(area.x, place.y), .focus)
      canvas.cursor = Point(area.x, place.y)
    }
  }

  /// Where a cell is painted, for a widget that stands in it; nil when it is out of sight.
  package func area(row: Int, column: Int, in area: Rect) -> Rect? {
    let visible = visibleRows(height: area.height)
    guard visible.contains(row), let place = columnPlaces(in: area)[column] else { return nil }
    return Rect(x: place.x, y: area.y + 1 + row - visible.lowerBound, width: place.width)
  }

  /// The row under a point, by its index.
  package func row(at point: Point, in area: Rect) -> Int? {
    let visible = visibleRows(height: area.height)
    let row = visible.lowerBound + point.y - area.y - 1
    return area.contains(point) && point.y > area.y && visible.contains(row) ? row : nil
  }

  private func paintTitle(_ column: Column, _ place: Rect?, on canvas: inout Canvas) {
    guard let place, !column.title.isEmpty else { return }
    guard isRuled else { return canvas.put(column.title, in: place, .label, alignment: column.alignment) }
    // The line keeps a space from the words that stand in it.
    let width = min(column.title.printable.displayWidth, place.width)
    let start = column.alignment == .right ? place.right - width : place.x
    canvas.put(" ", at: Point(start - 1, place.y))
    canvas.put(column.title, in: Rect(x: start, y: place.y, width: width), column.titleRole)
    canvas.put(" ", at: Point(start + width, place.y))
  }

  private func visibleRows(height: Int) -> Range<Int> {
    let height = max(0, height - 1)
    let last = max(0, rows.count - height)
    let first = min(last, max(0, selected.map { $0 - height / 2 } ?? offset))
    return first..<min(rows.count, first + height)
  }

  /// The columns' places in the title row, nil for those that had to go.
  private func columnPlaces(in area: Rect) -> [Rect?] {
    let gutter = selected == nil ? 0 : 2
    var widths = columns.indices.map { Optional(naturalWidth($0)) }
    func used() -> Int { widths.reduce(gutter - gap) { $0 + ($1.map { $0 + gap } ?? 0) } }
    func give(_ columns: Int) {
      guard let flexible = self.columns.firstIndex(where: \.isFlexible), let width = widths[flexible] else {
        return
      }
      widths[flexible] = max(self.columns[flexible].floor, width + columns)
    }
    while used() > area.width {
      let shrunk = used() - area.width
      give(-shrunk)
      guard used() > area.width else { break }
      let kept = columns.indices.filter { widths[$0] != nil && columns[$0].rank > 0 }
      guard let first = kept.max(by: { (columns[$0].rank, $0) < (columns[$1].rank, $1) }) else { break }
      widths[first] = nil
    }
    give(area.width - used())
    var x = area.x + gutter
    return widths.map { width in
      guard let width else { return nil }
      defer { x += width + gap }
      return Rect(x: x, y: area.y, width: width).intersection(area)
    }
  }

  private func naturalWidth(_ column: Int) -> Int {
    let cells = rows.lazy.compactMap { column < $0.count ? $0[column].text.printable.displayWidth : nil }
    return max(columns[column].minimumWidth, columns[column].title.displayWidth, cells.max() ?? 0)
  }
}

extension Table.Column {
  /// The least that a flexible column keeps, so that what is cut can still be told apart.
  fileprivate var floor: Int { max(minimumWidth, 8) }

  /// In a line, the column on the left names the panel and the figures are labelled.
  fileprivate var titleRole: Role { alignment == .right ? .label : .title }
}
