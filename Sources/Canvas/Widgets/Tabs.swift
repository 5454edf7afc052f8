import Typography

/// The names of the screens in a row, each with the digit that opens it and what there is to see on it.
package struct Tabs: Widget {
  package var titles: [String]

  /// What stands beside each name, such as how many walls are too low.
  package var badges: [[Span]]
  package var selected: Int

  package init(_ titles: [String], badges: [[Span]] = [], selected: Int) {
    self.titles = titles
    self.badges = badges
    self.selected = selected
  }

  package func paint(on canvas: inout Canvas, in area: Rect) {
    let form = form(in: area.width)
    for (index, place) in places(in: area).enumerated() {
      let role: Role = index == selected ? .tabSelected : .tab
      let end = canvas.put(" \(label(index, form)) ", at: place.origin, role)
      canvas.put(badge(index, form), in: Rect(x: end, y: area.y, width: place.right - end))
    }
  }

  /// The tab under a point, by its index.
  package func index(at point: Point, in area: Rect) -> Int? {
    places(in: area).firstIndex { $0.contains(point) }
  }

  /// How much of each tab there is room for.
  package enum Form: CaseIterable {
    case airy, close, named

    /// Only the selected tab keeps its name and the others their digit.
    case digits
  }

  private func form(in room: Int) -> Form { Form.allCases.first { width($0) <= room } ?? .digits }

  /// The columns that all tabs take together.
  package func width(_ form: Form) -> Int { titles.indices.reduce(0) { $0 + width($1, form) } }

  private func places(in area: Rect) -> [Rect] {
    let form = form(in: area.width)
    var x = area.x
    return titles.indices.map { index in
      let width = width(index, form)
      defer { x += width }
      return Rect(x: x, y: area.y, width: width).intersection(area)
    }
  }

  private func width(_ index: Int, _ form: Form) -> Int {
    label(index, form).displayWidth + 2 + badge(index, form).displayWidth
  }

  private func label(_ index: Int, _ form: Form) -> String {
    form == .digits && index != selected ? "\(index + 1)" : "\(index + 1) \(titles[index])"
  }

  private func badge(_ index: Int, _ form: Form) -> [Span] {
    guard badges.indices.contains(index), !badges[index].isEmpty else { return [] }
    return switch form {
    case .airy: Array(badges[index].map { [$0] }.joined(separator: [" "])) + [" "]
    case .close: badges[index]
    case .named, .digits: []
    }
  }
}
