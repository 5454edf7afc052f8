import Typography

/// How often each value came up, as columns, with named places such as percentiles marked below.
package struct Histogram: Widget {
  package struct Mark: Hashable, Sendable {
    /// The place from the left edge to the right, 0 to 1.
    package var fraction: Double
    package var label: String

    package init(_ fraction: Double, _ label: String) {
      self.fraction = fraction
      self.label = label
    }
  }

  package var counts: [Double]
  package var marks: [Mark]
  package var role: Role

  package init(_ counts: [Double], marks: [Mark] = [], role: Role = .fill) {
    self.counts = counts
    self.marks = marks
    self.role = role
  }

  package func paint(on canvas: inout Canvas, in area: Rect) {
    var plot = area
    let labels = marks.isEmpty ? nil : plot.takeBottom(1)
    let columns = columnCounts(width: plot.width)
    let highest = columns.max() ?? 0
    for (column, count) in columns.enumerated() {
      let place = Rect(x: plot.x + column, y: plot.y, width: 1, height: plot.height)
      canvas.paintColumn(
        of: count, scale: highest, in: place, canvas.look.theme[role])
    }
    guard let labels else { return }
    var free = labels.x
    for mark in marks {
      let x = Slider.column(of: mark.fraction, in: labels)
      let text = "\(canvas.glyphs.up) \(mark.label)"
      let start = min(x, labels.right - text.displayWidth)
      guard start >= free else { continue }
      free = canvas.put(text, at: Point(start, labels.y), .label) + 1
    }
  }

  /// The counts spread over the columns: each column shows the mean of the bins that it covers.
  private func columnCounts(width: Int) -> [Double] {
    guard !counts.isEmpty else { return [] }
    return (0..<width).map { column in
      let first = column * counts.count / width
      let end = max(first + 1, (column + 1) * counts.count / width)
      return counts[first..<end].reduce(0, +) / Double(end - first)
    }
  }
}
