internal import Planning

/// What of a plan a report shows, and in which order.
extension Plan {
  /// List price over quote of one line, at the low and the high end; nil where either is missing or the quote is zero.
  func listOverQuoted(_ line: CostLine.ID) -> (low: Double, high: Double)? {
    guard let list = list.line(line)?.cost, let quoted = quoted?.line(line)?.cost,
      quoted.low > .zero, quoted.high > .zero
    else { return nil }
    return (list.low.dollars / quoted.low.dollars, list.high.dollars / quoted.high.dollars)
  }

  /// Walls from the lowest at desired to the highest; what is compute seen otherwise follows compute, and what is not
  /// known comes last.
  var ladder: [Wall] {
    let rungs = walls.filter { !$0.id.isComputeSeenOtherwise }.enumerated().sorted { first, second in
      let heights = (first.element.ladderHeight, second.element.ladderHeight)
      return heights.0 == heights.1 ? first.offset < second.offset : heights.0 < heights.1
    }
    return rungs.flatMap { rung in
      [rung.element]
        + (rung.element.id == .compute ? walls.filter { $0.id.isComputeSeenOtherwise } : [])
    }
  }

  /// Defaults that a wall or a cost of this plan is made from; the others move no number.
  var assumptionsThatMatter: [Assumption] {
    let explanations =
      walls.map { explanation(of: $0.id) }
      + list.lines.map { explanation(of: $0.id, basis: .list) }
      + (quoted?.lines ?? []).map { explanation(of: $0.id, basis: .quoted) }
    let keys = Set(explanations.flatMap { $0.inputs.map(\.name) })
    return assumptions.filter { keys.contains($0.key) }
  }
}

extension Wall {
  fileprivate var ladderHeight: Double { users.desired ?? users.max ?? users.min ?? .infinity }
}
