/// What is wrong with one file, as it is found from its beginning to its end.
struct MistakeList {
  private let text: FileText
  private var mistakes: [Mistake] = []
  private var untold = 0

  init(in text: FileText) {
    self.text = text
    if let flaw = text.flaw { report(flaw.what, at: flaw.offset) }
  }

  var isEmpty: Bool { mistakes.isEmpty }

  /// Mistakes beyond those that are shown are only counted, since a large file may hold millions.
  mutating func report(_ what: Mistake.What, at offset: Int, key: @autoclosure () -> String = "") {
    guard mistakes.count < Rejection.shownLimit else {
      untold += 1
      return
    }
    mistakes.append(Mistake(place: text.place(of: offset), key: key(), what: what))
  }

  /// Refuses the file if anything is wrong with it.
  func throwIfAny() throws(Rejection) {
    if !isEmpty { throw rejection }
  }

  /// The file with what is wrong with it.
  var rejection: Rejection { Rejection(mistakes, untold: untold, chain: [text.name]) }
}
