internal import Typography

/// What two people made of one profile, put together key by key.
///
/// What only one of them changed is as that one has it, with its comments; what both changed alike is changed once. What
/// they changed differently stays as each has it, between markers.
package struct ProfileMerge: Sendable {
  package let text: [UInt8]

  /// What both changed differently, in the order of the text.
  package let conflicts: [MergeConflict]

  /// Nil where one of the three is no YAML that a profile may be. A base that is empty says nothing.
  package init?(base: [UInt8], ours: [UInt8], theirs: [UInt8], markers: ConflictMarkers = ConflictMarkers()) {
    guard ours != base, theirs != base, ours != theirs else {
      text = ours == base ? theirs : ours
      conflicts = []
      return
    }
    let source = SourceText(ours)
    guard let old = EntryText(parsing: base.asLines), let mine = EntryText(parsing: ours.asLines),
      let other = EntryText(parsing: theirs.asLines)
    else { return nil }
    var merger = ProfileMerger(markers: markers)
    let merged = merger.merge(old, mine, other, at: [])
    let lines = merger.lines(of: merged)
    let end = ours.last?.isLineEnd == false && lines.hasSuffix("\n") ? String(lines.dropLast()) : lines
    text =
      Array(ours[..<source.start])
      + Array((source.lineBreak == "\n" ? end : end.replacing("\n", with: source.lineBreak)).utf8)
    conflicts = merger.conflicts
  }
}

/// A key that two people changed differently.
package struct MergeConflict: Hashable, Sendable {
  /// Dotted path of the key, or of the list with what tells its item from others.
  package let key: String

  /// Nil where the key is not there.
  package let base: Value?
  package let ours: Value?
  package let theirs: Value?

  package struct Value: Hashable, Sendable {
    /// On one line.
    package let text: String

    /// What its line says of it, which may be why it was changed; nil where it says nothing.
    package let comment: String?

    init(_ entry: EntryText) {
      text = entry.value.text.onOneLine
      let behind = entry.trail.trimmed
      comment = behind.isComment ? String(behind.drop { $0 == "#" || $0 == " " }) : nil
    }
  }
}

extension [UInt8] {
  /// The text without a byte order mark and with plain line feeds, the last line with its own.
  fileprivate var asLines: SourceText {
    let source = SourceText(self)
    var lines: [UInt8] = []
    lines.reserveCapacity(count + 1)
    for (offset, byte) in zip(source.start..., self[source.start...]) {
      if byte != .carriageReturn {
        lines.append(byte)
      } else if self[safe: offset + 1] != .lineFeed {
        lines.append(.lineFeed)
      }
    }
    if let last = lines.last, last != .lineFeed { lines.append(.lineFeed) }
    return SourceText(lines)
  }
}
