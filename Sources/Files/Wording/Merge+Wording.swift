internal import Typography

extension MergeConflict: CustomStringConvertible {
  /// `compute.instances.desired: 50, now 60 in ours (# the launch) and 70 in theirs`, safe to print.
  package var description: String {
    let before = base.map { "\($0.text.excerpt), now " } ?? ""
    return
      "\(key.clippedPrintable(to: 80)): \(before)\(Self.side(ours, "ours")) and \(Self.side(theirs, "theirs"))"
  }

  private static func side(_ value: Value?, _ name: String) -> String {
    guard let value else { return "deleted in \(name)" }
    let comment = value.comment.map { " (# \($0.clippedPrintable(to: 80)))" } ?? ""
    return "\(value.text.excerpt) in \(name)\(comment)"
  }
}

extension UnresolvedMerge {
  /// Which keys two people wrote differently, and what to do about it.
  var text: String {
    let sides = (ours.isEmpty ? "the first" : ours.excerpt, theirs.isEmpty ? "the second" : theirs.excerpt)
    let shown = keys.prefix(Self.shownKeys).map { choice in
      let key = choice.key.clippedPrintable(to: 80)
      return switch (choice.ours, choice.theirs) {
      case (let mine?, let other?):
        "\(key) is \(mine.excerpt) in \(sides.0) and \(other.excerpt) in \(sides.1)"
      case (let mine, _): "\(key) is only in \(mine == nil ? sides.1 : sides.0)"
      }
    }
    let more =
      keys.count > Self.shownKeys ? ["\(Numbers.grouped(keys.count - Self.shownKeys)) more keys differ"] : []
    let what = keys.isEmpty ? "" : " (\((shown + more).joined(separator: "; ")))"
    return "a merge that nobody resolved\(what); keep one of the two, and delete its three marker lines"
  }

  private static let shownKeys = 4
}
