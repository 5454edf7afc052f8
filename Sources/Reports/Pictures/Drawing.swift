internal import Typography

/// An inline SVG picture whose looks come from the style sheet of the page, so that it follows light, dark and paper.
struct Drawing: Sendable {
  static let width = 760.0

  /// What the picture shows, for those who do not see it.
  let title: String
  let height: Double
  private var parts: [HTML] = []

  init(title: String, height: Double) {
    self.title = title
    self.height = height
  }

  var html: HTML {
    """
    <svg viewBox="0 0 \(number: Self.width) \(number: height)" role="img" aria-label="\(title)">
    \(parts.joined(separator: "\n"))
    </svg>

    """
  }

  enum Anchor: String { case start, middle, end }

  mutating func text(
    _ text: String, x: Double, y: Double, style: String = "", anchor: Anchor = .start
  ) {
    parts.append(
      """
      <text x="\(number: x)" y="\(number: y)" class="\(style)" text-anchor="\(anchor.rawValue)">\(text)</text>
      """)
  }

  mutating func bar(x: Double, y: Double, width: Double, height: Double, style: String) {
    parts.append(
      """
      <rect x="\(number: x)" y="\(number: y)" width="\(number: max(0, width))" height="\(number: height)" \
      rx="2" class="\(style)"/>
      """)
  }

  mutating func line(from start: (x: Double, y: Double), to end: (x: Double, y: Double), style: String) {
    parts.append(
      """
      <line x1="\(number: start.x)" y1="\(number: start.y)" x2="\(number: end.x)" y2="\(number: end.y)" \
      class="\(style)"/>
      """)
  }

  mutating func dot(x: Double, y: Double, radius: Double, style: String) {
    parts.append(
      """
      <circle cx="\(number: x)" cy="\(number: y)" r="\(number: radius)" class="\(style)"/>
      """)
  }
}

extension HTML.StringInterpolation {
  /// A coordinate to a tenth, the same on every machine.
  fileprivate mutating func appendInterpolation(number: Double) {
    appendLiteral(Numbers.fixed(number, places: 1))
  }
}
