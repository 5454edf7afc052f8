internal import Planning
internal import Typography

extension Money {
  /// The sum to the cent in groups of three: `12,410.00`.
  var grouped: String { Numbers.grouped(digits: decimal) }

  /// The sum to the dollar, for pictures: `$12,410`.
  var wholeDollars: String { "$" + Numbers.grouped(digits: Numbers.fixed(dollars, places: 0)) }
}

extension Money {
  /// The same in a few characters from a million on: `$27M`.
  var shortDollars: String {
    dollars < 1_000_000 ? wholeDollars : "$" + Numbers.short(Int(exactly: dollars.rounded()) ?? .max)
  }
}

/// How reports write shares and multiples.
enum Figures {
  /// Users to the last one, and from a hundred million on in a few characters: `199,988`, `4.7G`.
  static func users(_ count: Int) -> String {
    count < 100_000_000 ? Numbers.grouped(count) : Numbers.short(count)
  }

  /// A power of ten along an axis: `10k`, `1M`.
  static func short(_ number: Double) -> String { Numbers.short(Int(exactly: number.rounded()) ?? .max) }

  /// Headroom with one decimal place; what is far above the target is easier to read as a multiple of it.
  static func headroom(_ share: Double) -> String {
    share < 10 ? Numbers.signedPercent(share * 100, places: 1) : "\(multiple(share + 1)) target"
  }

  /// Headroom in at most five characters: `-60%`, `+999%`, `192x`.
  static func shortHeadroom(_ share: Double) -> String {
    share < 9.995 ? Numbers.signedPercent(share * 100) : multiple(share + 1)
  }

  /// A multiple in at most five characters: `12x`, `>999x`.
  private static func multiple(_ ratio: Double) -> String {
    ratio < 999.5 ? "\(Numbers.fixed(ratio, places: 0))x" : ">999x"
  }

  /// A range of multiples from the smaller one: `3.3-4.2x`, or one of them where they read the same.
  static func multiples(_ ratios: (low: Double, high: Double)) -> String { "\(range(ratios, "-"))x" }

  /// The same in a sentence: `3.3 to 4.2 times`.
  static func times(_ ratios: (low: Double, high: Double)) -> String { "\(range(ratios, " to ")) times" }

  private static func range(_ ratios: (low: Double, high: Double), _ separator: String) -> String {
    let ends = [ratios.low, ratios.high].sorted().map { Numbers.fixed($0, places: 1) }
    return ends[0] == ends[1] ? ends[0] : ends.joined(separator: separator)
  }
}

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
