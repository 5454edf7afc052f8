/// Where text stands within a wider space.
package enum TextAlignment: Sendable, Equatable {
  case left
  case centre
  case right
}

extension String {
  /// The text cut to at most `width` columns, with `ellipsis` as its last sign where something was cut.
  package func clipped(to width: Int, ellipsis: String = "…") -> String {
    if displayWidth <= width { return self }
    let room = width - ellipsis.displayWidth
    guard room >= 0 else { return String(head(columns: width)) }
    return head(columns: room) + ellipsis
  }

  /// The text followed, led or surrounded by spaces up to `width` columns; wider text is left as it is.
  package func padded(to width: Int, alignment: TextAlignment = .left) -> String {
    let missing = max(0, width - displayWidth)
    let before =
      switch alignment {
      case .left: 0
      case .centre: missing / 2
      case .right: missing
      }
    return String(repeating: " ", count: before) + self + String(repeating: " ", count: missing - before)
  }

  /// The text as lines of at most `width` columns, broken between words; a longer word is cut by Character.
  ///
  /// Newlines in the text stay line ends, and runs of spaces between words become one.
  package func wrapped(to width: Int) -> [String] {
    let width = max(1, width)
    return split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).flatMap { paragraph in
      var lines = [""]
      for word in paragraph.split(separator: " ") {
        let line = lines[lines.count - 1]
        if line.isEmpty {
          lines[lines.count - 1] = String(word)
        } else if line.displayWidth + 1 + word.displayWidth <= width {
          lines[lines.count - 1] = line + " " + word
        } else {
          lines.append(String(word))
        }
        while let last = lines.last, last.displayWidth > width {
          let head = last.head(columns: width, atLeastOne: true)
          guard head.endIndex < last.endIndex else { break }
          lines[lines.count - 1] = String(head)
          lines.append(String(last[head.endIndex...]))
        }
      }
      return lines
    }
  }

  /// As many Characters from the start as fit into `columns`.
  private func head(columns: Int, atLeastOne: Bool = false) -> Substring {
    var used = 0
    let end = indices.first { index in
      used += self[index].displayWidth
      return used > columns && !(atLeastOne && index == startIndex)
    }
    return self[..<(end ?? endIndex)]
  }
}
