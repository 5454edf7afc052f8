import Typography

/// A piece of text with a meaning.
package struct Span: Hashable, Sendable, ExpressibleByStringInterpolation {
  package var text: String
  package var role: Role

  package init(_ text: String, _ role: Role = .text) {
    self.text = text
    self.role = role
  }

  package init(stringLiteral text: String) { self.init(text) }
}

extension [Span] {
  /// The columns that the pieces take when they are put one after another.
  package var displayWidth: Int { reduce(0) { $0 + $1.text.printable.displayWidth } }
}
