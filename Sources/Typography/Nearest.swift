/// The known word that somebody most likely meant.
package enum Nearest {
  /// The word with the fewest slips from `typed`; nil when all of them differ in more than a third of their letters.
  package static func word(to typed: String, among known: some Sequence<String>) -> String? {
    guard typed.utf8.count <= 64 else { return nil }
    let typed = Array(typed.lowercased().unicodeScalars)
    return known.map { word in (word, distance(typed, Array(word.lowercased().unicodeScalars))) }
      .filter { word, slips in slips <= max(1, max(typed.count, word.unicodeScalars.count) / 3) }
      .min { ($0.1, $0.0) < ($1.1, $1.0) }?.0
  }

  /// Letters to insert, drop, change or swap with a neighbour: Damerau and Levenshtein's distance, each place
  /// changed at most once.
  package static func distance<Letter: Equatable>(_ first: [Letter], _ second: [Letter]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...second.count)
    for row in first.indices {
      var current = [row + 1]
      for column in second.indices {
        let isSame = first[row] == second[column]
        var best = min(last[column] + (isSame ? 0 : 1), last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, first[row] == second[column - 1], first[row - 1] == second[column] {
          best = min(best, beforeLast[column - 1] + 1)
        }
        current.append(best)
      }
      (beforeLast, last) = (last, current)
    }
    return last[second.count]
  }
}
