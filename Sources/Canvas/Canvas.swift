package import Typography

/// One place on the screen.
package struct Cell: Hashable, Sendable {
  package fileprivate(set) var character: Character = " "
  package fileprivate(set) var style: Style = .plain
  /// Whether the cell is covered by the wide character that starts to its left.
  package fileprivate(set) var isCovered = false

  /// Nothing on the terminal's own background.
  package static let empty = Cell()
}

/// A grid of styled cells that widgets paint on: what a terminal, a test or a picture shows.
///
/// Nothing that could instruct a terminal is ever stored: all text is made printable as it is put.
package struct Canvas: Sendable, Equatable {
  package let size: Size
  package let look: Look
  /// Where the hardware cursor stands, at the edge when it is put beyond it; hidden when nil.
  package var cursor: Point? {
    didSet {
      guard let cursor, !bounds.contains(cursor) else { return }
      self.cursor = Point(min(max(0, cursor.x), size.width - 1), min(max(0, cursor.y), size.height - 1))
    }
  }
  private var cells: [Cell]
  private var clip: Rect

  package init(_ size: Size, look: Look = Look()) {
    self.size = size
    self.look = look
    clip = Rect(size)
    cells = Array(repeating: .empty, count: clip.width * clip.height)
  }

  package var bounds: Rect { Rect(size) }
  package var glyphs: Glyphs { look.glyphs }

  package subscript(x: Int, y: Int) -> Cell { cells[y * bounds.width + x] }

  func cells(inRow y: Int) -> ArraySlice<Cell> { cells[y * bounds.width..<(y + 1) * bounds.width] }

  /// The rows as text, without styles and with trailing spaces: what a test compares.
  package var rows: [String] {
    (0..<bounds.height).map { y in
      (0..<bounds.width).reduce(into: "") { row, x in
        if !self[x, y].isCovered { row.append(self[x, y].character) }
      }
    }
  }

  /// Lets the widget paint inside `area` and nowhere else.
  package mutating func paint(_ widget: some Widget, in area: Rect) {
    let outer = clip
    clip = outer.intersection(area)
    if !clip.isEmpty { widget.paint(on: &self, in: area) }
    clip = outer
  }

  /// Puts the text from `point` to the right, cut at the edge, and returns the column after it.
  @discardableResult
  package mutating func put(_ text: String, at point: Point, _ role: Role = .text) -> Int {
    put(text, at: point, style: look.theme[role])
  }

  /// Puts the text into the first row of `area`, cut with an ellipsis where it does not fit.
  package mutating func put(
    _ text: String, in area: Rect, _ role: Role = .text, alignment: TextAlignment = .left
  ) {
    guard !area.isEmpty else { return }
    let fitted = text.printable.clipped(to: area.width, ellipsis: glyphs.ellipsis)
    let padding = area.width - fitted.displayWidth
    let before =
      switch alignment {
      case .left: 0
      case .centre: padding / 2
      case .right: padding
      }
    put(fitted, at: Point(area.x + before, area.y), role)
  }

  /// Puts pieces of text one after another and returns the column after them.
  @discardableResult
  package mutating func put(_ line: [Span], at point: Point) -> Int {
    line.reduce(point.x) { x, span in put(span.text, at: Point(x, point.y), span.role) }
  }

  /// Puts pieces of text into the first row of `area`, cut with an ellipsis where they do not fit.
  package mutating func put(_ line: [Span], in area: Rect) {
    guard !area.isEmpty else { return }
    guard line.displayWidth > area.width else { return _ = put(line, at: area.origin) }
    var room = area.width - glyphs.ellipsis.displayWidth
    var x = area.x
    for span in line {
      let width = span.text.printable.displayWidth
      guard width <= room else {
        return put(span.text, in: Rect(x: x, y: area.y, width: area.right - x), span.role)
      }
      x = put(span.text, at: Point(x, area.y), span.role)
      room -= width
    }
  }

  @discardableResult
  package mutating func put(_ text: String, at point: Point, style: Style) -> Int {
    var x = point.x
    for character in glyphs.spell(text.printable) {
      let width = character.displayWidth
      if x >= clip.right { return x + width }
      set(character, width: width, at: Point(x, point.y), style)
      x += width
    }
    return x
  }

  /// Fills the area with one sign.
  package mutating func fill(_ area: Rect, with character: Character = " ", _ role: Role = .text) {
    fill(area, with: character, style: look.theme[role])
  }

  mutating func fill(_ area: Rect, with character: Character, style: Style) {
    let area = area.intersection(clip)
    guard character.displayWidth == 1 else { return }
    for y in area.y..<area.bottom {
      for x in area.x..<area.right { set(character, width: 1, at: Point(x, y), style) }
    }
  }

  /// Changes the look of what is already painted in the area.
  package mutating func restyle(_ area: Rect, _ change: (inout Style) -> Void) {
    let area = area.intersection(clip)
    for y in area.y..<area.bottom {
      for x in area.x..<area.right { change(&cells[y * size.width + x].style) }
    }
  }

  private mutating func set(_ character: Character, width: Int, at point: Point, _ style: Style) {
    guard width > 0, clip.contains(point) else { return }
    let fits = point.x + width <= clip.right
    uncover(point)
    if fits, width > 1 { for x in 1..<width { uncover(Point(point.x + x, point.y)) } }
    let start = point.y * size.width + point.x
    cells[start] = Cell(character: fits ? character : " ", style: style)
    if fits {
      for x in 1..<max(1, width) { cells[start + x] = Cell(character: " ", style: style, isCovered: true) }
    }
  }

  /// Blanks the rest of a wide character of which one cell is about to be painted over.
  private mutating func uncover(_ point: Point) {
    let row = point.y * size.width
    var x = point.x
    while x > 0, cells[row + x].isCovered { x -= 1 }
    var next = x + 1
    guard next < size.width, cells[row + next].isCovered else { return }
    cells[row + x].character = " "
    while next < size.width, cells[row + next].isCovered {
      cells[row + next].isCovered = false
      next += 1
    }
  }
}
