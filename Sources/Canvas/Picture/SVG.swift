import Typography

extension Canvas {
  /// The screen as a picture: one self-contained SVG that shows what a terminal on such a backdrop would.
  package func svg(on backdrop: Backdrop = .dark, title: String = "Headroom") -> String {
    var page = Page(backdrop: backdrop)
    for y in 0..<bounds.height {
      let runs = runs(inRow: y)
      for run in runs { page.paintBackground(run, y) }
      for run in runs { page.paint(run, y) }
    }
    return page.sheet(size, title: title)
  }

  /// Neighbouring cells of one style.
  private func runs(inRow y: Int) -> [Page.Run] {
    (0..<bounds.width).reduce(into: []) { runs, x in
      if runs.last?.style != self[x, y].style { runs.append(Page.Run(x: x, style: self[x, y].style)) }
      runs[runs.count - 1].cells.append(self[x, y])
    }
  }
}

/// An SVG document as it grows.
private struct Page {
  struct Run {
    let x: Int
    let style: Style
    var cells: [Cell] = []
  }

  let backdrop: Backdrop
  private var body = ""

  /// A cell in pixels; a monospaced glyph is 0.6 of its font size wide.
  private static let cell = (width: 9.0, height: 19.0)
  private static let fontSize = 15.0
  private static let baseline = 14.0
  private static let margin = 14.0

  init(backdrop: Backdrop) { self.backdrop = backdrop }

  mutating func paintBackground(_ run: Run, _ y: Int) {
    guard let background = Ink(run.style, on: backdrop).background else { return }
    let place = Page.place(run.x, y)
    addRectangle(place.x, place.y, Double(run.cells.count) * Page.cell.width, Page.cell.height, background, 1)
  }

  /// Words become text; bars and lines become shapes, and equal neighbours one shape.
  mutating func paint(_ run: Run, _ y: Int) {
    let ink = Ink(run.style, on: backdrop)
    var cells = run.cells[...]
    while let first = cells.first {
      let x = run.x + cells.startIndex
      if let shape = CellShape(first.character) {
        let count = shape.joinsNeighbours ? cells.prefix { $0 == first }.count : 1
        paint(shape, ink, at: x, y, columns: count)
        cells = cells.dropFirst(count)
      } else if first.character == " " {
        cells = cells.dropFirst()
      } else {
        // A wide character stands alone, since fonts rarely give it two columns.
        let covered = cells.dropFirst().prefix(while: \.isCovered).count
        let count = covered > 0 ? 1 + covered : wordLength(cells)
        let text = String(cells.prefix(count).lazy.filter { !$0.isCovered }.map(\.character))
        paintText(text, ink, at: x, y, columns: count)
        cells = cells.dropFirst(count)
      }
    }
  }

  private func wordLength(_ cells: ArraySlice<Cell>) -> Int {
    cells.indices.dropFirst().first { index in
      let cell = cells[index]
      let isWide = index + 1 < cells.endIndex && cells[index + 1].isCovered
      return cell.character == " " || isWide || CellShape(cell.character) != nil
    }.map { $0 - cells.startIndex } ?? cells.count
  }

  private mutating func paintText(_ text: String, _ ink: Ink, at x: Int, _ y: Int, columns: Int) {
    let place = Page.place(x, y)
    var look = opacity(ink.isDim ? Page.dimness : 1)
    if ink.isBold { look += #" font-weight="700""# }
    if ink.isUnderlined { look += #" text-decoration="underline""# }
    body += """
      <text x="\(pixels(place.x))" y="\(pixels(place.y + Page.baseline))" \
      textLength="\(pixels(Double(columns) * Page.cell.width))" fill="\(ink.foreground)"\(look)>\
      \(text.escapedForMarkup)</text>\n
      """
  }

  private mutating func paint(_ shape: CellShape, _ ink: Ink, at x: Int, _ y: Int, columns: Int) {
    let place = Page.place(x, y)
    let cell = Page.cell
    let opacity = ink.isDim ? Page.dimness : 1
    switch shape {
    case .rectangles(let rectangles, let shade):
      for part in rectangles {
        let width = part.width * cell.width + Double(columns - 1) * cell.width
        addRectangle(
          place.x + part.x * cell.width, place.y + part.y * cell.height, width, part.height * cell.height,
          ink.foreground, opacity * shade)
      }
    case .circle(let radius, let isFilled):
      body += """
        <circle cx="\(pixels(place.x + cell.width / 2))" cy="\(pixels(place.y + cell.height / 2))" \
        r="\(pixels(radius * cell.width))" fill="\(isFilled ? ink.foreground : backdrop.sheet)" \
        stroke="\(ink.foreground)"\(self.opacity(opacity))/>\n
        """
    }
  }

  private mutating func addRectangle(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ fill: String, _ opacity: Double
  ) {
    body += """
      <rect x="\(pixels(x))" y="\(pixels(y))" width="\(pixels(width))" height="\(pixels(height))" \
      fill="\(fill)"\(self.opacity(opacity))/>\n
      """
  }

  private static let dimness = 0.65

  private func opacity(_ value: Double) -> String { value == 1 ? "" : " opacity=\"\(pixels(value))\"" }

  /// Hundredths are finer than any screen, and keep the file small.
  private func pixels(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let whole = hundredths / 100
    switch hundredths % 100 {
    case 0: return "\(whole)"
    case let tenths where tenths % 10 == 0: return "\(whole).\(tenths / 10)"
    case let fraction: return "\(whole).\(fraction < 10 ? "0" : "")\(fraction)"
    }
  }

  func sheet(_ size: Size, title: String) -> String {
    let width = pixels(Double(size.width) * Page.cell.width + 2 * Page.margin)
    let height = pixels(Double(size.height) * Page.cell.height + 2 * Page.margin)
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" width="\(width)" \
      height="\(height)" role="img" \
      font-family="ui-monospace, 'SF Mono', Menlo, 'DejaVu Sans Mono', Consolas, monospace" \
      font-size="\(pixels(Page.fontSize))">
      <title>\(title.printable.escapedForMarkup)</title>
      <rect width="\(width)" height="\(height)" rx="8" fill="\(backdrop.sheet)"/>
      \(body)</svg>\n
      """
  }

  private static func place(_ x: Int, _ y: Int) -> (x: Double, y: Double) {
    (margin + Double(x) * cell.width, margin + Double(y) * cell.height)
  }
}

extension String {
  fileprivate var escapedForMarkup: String {
    reduce(into: "") { escaped, character in
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      default: escaped.append(character)
      }
    }
  }
}
