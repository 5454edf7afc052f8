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
  /// Lines that stand before some rows and say what follows, by the row's number.
  package var sections: [Int: [Span]] = [:]
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
    let layout = Layout(of: self, in: area)
    if isRuled { canvas.fill(area.row(0), with: canvas.glyphs.horizontal, .border) }
    for (column, place) in zip(columns, layout.columns) { paintTitle(column, place, on: &canvas) }
    for (row, line) in layout.sectionsInSight {
      if let title = sections[row] { canvas.put(title, in: Rect(x: area.x, y: line, width: area.width)) }
    }
    for row in layout.rows {
      for (index, cell) in rows[row].prefix(columns.count).enumerated() {
        guard let place = layout.area(row: row, column: index) else { continue }
        canvas.put(cell.text, in: place, cell.role, alignment: columns[index].alignment)
      }
      guard row == selected else { continue }
      let line = Rect(x: area.x, y: layout.line(of: row), width: area.width)
      canvas.cursor = line.origin
      canvas.put(String(canvas.glyphs.rowMark), at: line.origin, .focus)
      canvas.highlight(line, name: layout.name(ofRow: row, in: columns) ?? line)
    }
  }

  /// Where the rows and cells stand in an area.
  package func layout(in area: Rect) -> Layout { Layout(of: self, in: area) }

  /// The row under a point, by its index.
  package func row(at point: Point, in area: Rect) -> Int? {
    let layout = Layout(of: self, in: area)
    guard area.contains(point) else { return nil }
    return layout.rows.first { layout.line(of: $0) == point.y }
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
}

extension Table.Column {
  /// In a line, the column on the left names the panel and the figures are labelled.
  fileprivate var titleRole: Role { alignment == .right ? .label : .title }
}
