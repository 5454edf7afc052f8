/// Text of one style, from its first column to the right.
package struct Run: Equatable, Sendable {
  package let x: Int
  package let style: Style
  package let text: String
}

extension Canvas {
  /// What a row has that another canvas has not, or that is not blank where there is no other: a piece for each stretch
  /// that changed and each style in it.
  ///
  /// - Precondition: the other canvas is of the same size.
  package func changes(inRow y: Int, upTo width: Int, since before: Canvas?) -> [Run] {
    let row = cells(inRow: y).prefix(width)
    // Rows that are the same lie at the same indices.
    let old = before?.cells(inRow: y)
    func isUnchanged(_ index: Int) -> Bool { row[index] == old?[index] ?? .empty }
    var runs: [Run] = []
    var index = row.startIndex
    while index < row.endIndex {
      guard !isUnchanged(index), !row[index].isCovered else {
        index += 1
        continue
      }
      let start = index
      let style = row[start].style
      var text = ""
      repeat {
        if !row[index].isCovered { text.append(row[index].character) }
        index += 1
      } while index < row.endIndex && row[index].style == style
        && (row[index].isCovered || !isUnchanged(index))
      runs.append(Run(x: start - row.startIndex, style: style, text: text))
    }
    return runs
  }
}
