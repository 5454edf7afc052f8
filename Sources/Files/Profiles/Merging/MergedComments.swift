internal import Typography

/// The comments of two people together: nobody's is lost, and what one of them deleted is gone.
enum MergedComments {
  /// Lines of comments, and the empty lines among them.
  static func lines(_ base: String, _ ours: String, _ theirs: String) -> String {
    if theirs == base || theirs == ours { return ours }
    if ours == base { return theirs }
    let (old, mine, other) = (base.lines, ours.lines, theirs.lines)
    let deleted = Set(old.filter(\.isComment)).subtracting(other)
    let added = other.filter { $0.isComment && !old.contains($0) && !mine.contains($0) }
    return (mine.filter { !deleted.contains($0) } + added).joined()
  }

  /// What stands behind a value, to the end of its last line.
  static func behind(_ base: String?, _ ours: String, _ theirs: String) -> String {
    if theirs == base || theirs == ours { return ours }
    if ours == base { return theirs }
    let (mine, other) = (ours.trimmed, theirs.trimmed)
    if other.isEmpty || mine == other { return ours }
    if mine.isEmpty { return theirs }
    guard mine.isComment, other.isComment, theirs.lines.count == 1, ours.lines.count == 1 else { return ours }
    let text = ours.prefix { $0 != "\n" }
    return "\(text); \(other.drop { $0 == "#" || $0 == " " })\n"
  }

  /// Comments of lines that have become one line, above which they go.
  static func above(_ comments: [String], indentedLike head: String) -> String {
    let margin = head.prefix { $0 == " " }
    return comments.map { "\(margin)\($0)\n" }.joined()
  }
}

extension String {
  /// Each line with its line break.
  var lines: [String] {
    var lines: [String] = []
    var rest = self[...]
    while let end = rest.firstIndex(of: "\n") {
      lines.append(String(rest[...end]))
      rest = rest[rest.index(after: end)...]
    }
    return rest.isEmpty ? lines : lines + [String(rest)]
  }

  /// Its lines one after the other, without the blanks between them.
  var onOneLine: String {
    split(whereSeparator: \.isNewline).map { String($0).trimmed }.joined(separator: " ")
  }

  var isComment: Bool { first { $0 != " " } == "#" }

  var isCommentOrEmpty: Bool { trimmed.isEmpty || isComment }

  /// With its lines so many columns further right; a text in a line begins with its second one.
  func shifted(by columns: Int, isInLine: Bool = false) -> String {
    lines.enumerated().map { index, line in
      if index == 0 && isInLine || line == "\n" { return line }
      if columns > 0 { return String(repeating: " ", count: columns) + line }
      let margin = line.prefix { $0 == " " }.count
      return String(line.dropFirst(min(margin, -columns)))
    }.joined()
  }
}
