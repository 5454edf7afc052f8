/// A text in which pieces are replaced scalar for scalar, so that everything else stays at its line and column.
struct MaskedText {
  private let source: SourceText
  private var masked = ""
  private var copied: Int

  init(_ source: SourceText) {
    self.source = source
    copied = source.start
  }

  /// Replaces a range after all that were replaced before.
  mutating func replace(_ range: Range<Int>, by character: Character) {
    masked += source.text(copied..<range.lowerBound)
    masked += String(repeating: character, count: source.text(range).unicodeScalars.count)
    copied = range.upperBound
  }

  func text(upTo end: Int) -> String {
    masked + source.text(copied..<max(copied, end))
  }
}
