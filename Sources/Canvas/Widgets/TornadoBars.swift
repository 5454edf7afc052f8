import Typography

/// What matters most, largest first: a name, a bar that stands on a common axis, and the figure.
package struct TornadoBars: Widget {
  package struct Item: Hashable, Sendable {
    package var name: String
    package var value: Double
    package var figure: String

    package init(_ name: String, _ value: Double, figure: String) {
      self.name = name
      self.value = value
      self.figure = figure
    }
  }

  package var items: [Item]
  package var role: Role

  package init(_ items: [Item], role: Role = .fill) {
    self.items = items.sorted { $0.value > $1.value }
    self.role = role
  }

  package func paint(on canvas: inout Canvas, in area: Rect) {
    let largest = items.first?.value ?? 0
    let figures = items.map(\.figure.displayWidth).max() ?? 0
    let names = min(items.map(\.name.printable.displayWidth).max() ?? 0, max(8, area.width / 2))
    for (index, item) in items.prefix(area.height).enumerated() {
      var row = area.row(index)
      canvas.put(item.name, in: row.takeLeft(names), .label)
      canvas.put(item.figure, in: row.takeRight(figures), .value, alignment: .right)
      canvas.paintEighths(of: item.value, scale: largest, in: row.inset(horizontal: 1), role)
    }
  }
}
