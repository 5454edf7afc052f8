import Canvas

/// Panels one below the other, which share the rows that there are.
struct Stack {
  struct Part {
    /// Fewer rows than this are not worth showing the panel.
    var least: Int

    /// Every panel gets as many before any gets more.
    var good: Int

    /// More rows than this have nothing to show.
    var ideal: Int

    /// Panels of the lowest rank are served first.
    var rank: Int
  }

  /// The areas of the parts, empty for those that had to go.
  ///
  /// Where `isAiry`, a blank line stands between any two of them; elsewhere only if rows are left over.
  static func areas(of parts: [Part], in area: Rect, isAiry: Bool = false) -> [Rect] {
    var heights = parts.map { _ in 0 }
    var rest = area.height - (isAiry ? parts.count - 1 : 0)
    let served = parts.indices.sorted { parts[$0].rank < parts[$1].rank }
    for index in served where parts[index].least <= rest {
      heights[index] = parts[index].least
      rest -= parts[index].least
    }
    for wish in [\Part.good, \.ideal] {
      for index in served where heights[index] > 0 {
        let more = min(rest, max(0, parts[index][keyPath: wish] - heights[index]))
        heights[index] += more
        rest -= more
      }
    }
    var area = area
    let gaps = max(0, heights.count { $0 > 0 } - 1)
    let gap = isAiry || rest >= gaps ? 1 : 0
    return heights.map { height in
      defer { if height > 0 { _ = area.takeTop(gap) } }
      return area.takeTop(height)
    }
  }
}
