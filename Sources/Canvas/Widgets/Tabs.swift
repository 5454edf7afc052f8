import Typography

/// The names of the screens in a row, each with the digit that opens it.
package struct Tabs: Widget {
  package var titles: [String]
  package var selected: Int

  package init(_ titles: [String], selected: Int) {
    self.titles = titles
    self.selected = selected
  }

  package func paint(on canvas: inout Canvas, in area: Rect) {
    for (index, place) in places(in: area).enumerated() {
      let role: Role = index == selected ? .tabSelected : .tab
      canvas.put(" \(label(index, isShort: place.width < fullWidth(index))) ", at: place.origin, role)
    }
  }

  /// The tab under a point, by its index.
  package func index(at point: Point, in area: Rect) -> Int? {
    places(in: area).firstIndex { $0.contains(point) }
  }

  /// When the names do not fit, only the selected tab keeps its name and the others their digit.
  private func places(in area: Rect) -> [Rect] {
    let isShort = titles.indices.reduce(0) { $0 + fullWidth($1) } > area.width
    var x = area.x
    return titles.indices.map { index in
      let width =
        isShort && index != selected ? label(index, isShort: true).displayWidth + 2 : fullWidth(index)
      defer { x += width }
      return Rect(x: x, y: area.y, width: width).intersection(area)
    }
  }

  private func label(_ index: Int, isShort: Bool) -> String {
    isShort && index != selected ? "\(index + 1)" : "\(index + 1) \(titles[index])"
  }

  private func fullWidth(_ index: Int) -> Int { label(index, isShort: false).displayWidth + 2 }
}
