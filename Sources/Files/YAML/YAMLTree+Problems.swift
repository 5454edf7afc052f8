extension YAMLTree {
  /// The keys on the way to what is being read.
  var path: [String] { open.compactMap(\.key) }

  mutating func report(_ kind: YAMLProblem.Kind, at offset: Int) {
    problems.append(YAMLProblem(offset: offset, path: path, kind: kind))
  }

  mutating func reportDirectives(in range: Range<Int>) {
    for offset in range
    where source.bytes[offset] == UInt8(ascii: "%") && source.lineStart(of: offset) == offset {
      report(.directive, at: offset)
    }
  }

  /// Reports the anchor and the tag of a value, and gives where the value itself begins.
  mutating func reportProperties(in range: Range<Int>) -> Int {
    var at = range.lowerBound
    while at < range.upperBound {
      guard let kind = YAMLProblem.Kind(sign: source.bytes[at]), kind != .alias else { return at }
      report(kind, at: at)
      at = source.wordEnd(from: at)
      at = source.first(in: at..<max(at, range.upperBound)) { _ in true } ?? range.upperBound
    }
    return at
  }

  /// Reports an anchor, a tag or an alias that libyaml has read but not told of when it failed.
  mutating func reportUntold(before failure: Int) {
    let place = source.first(in: reached..<max(reached, failure)) { !":-,?".utf8.contains($0) }
    guard let place, let kind = YAMLProblem.Kind(sign: source.bytes[place]) else { return }
    report(kind, at: place)
  }

  func problem(of failure: YAMLFailure) -> YAMLProblem {
    // Outside of a document there are only directives, and what a wrong one leads to.
    if !isInDocument, let first = source.first(in: reached..<source.bytes.count, where: { _ in true }),
      source.bytes[first] == UInt8(ascii: "%")
    {
      return YAMLProblem(offset: first, path: [], kind: .directive)
    }
    let (kind, offset) = failure.meaning(in: source)
    return YAMLProblem(offset: offset, path: path(to: offset), kind: kind)
  }

  /// The keys on the way to a place at which reading failed, perhaps before libyaml told where collections end.
  private func path(to offset: Int) -> [String] {
    var around = open.prefix { $0.start < offset }
    // A tab was meant to lead deeper, whatever its column.
    guard source.bytes[safe: offset] != .tab else { return around.compactMap(\.key) }
    let column = source.position(at: offset).column - 1
    while case .block(let indent) = around.last?.style, indent > column { around.removeLast() }
    let isNextEntry =
      switch around.last?.style {
      case .block(let indent): indent == column && source.bytes[safe: offset] != UInt8(ascii: "-")
      case .flow: source.first(",", in: reached..<max(reached, offset)) != nil
      case nil: false
      }
    return around.dropLast(isNextEntry ? 1 : 0).compactMap(\.key)
  }
}

extension YAMLProblem.Kind {
  /// What a value that begins with this sign has or is; nil where a profile may have it.
  init?(sign: UInt8?) {
    switch sign {
    case UInt8(ascii: "&"): self = .anchor
    case UInt8(ascii: "!"): self = .tag
    case UInt8(ascii: "*"): self = .alias
    default: return nil
    }
  }
}
