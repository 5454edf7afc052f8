import Canvas

/// The rows that a widget paints on an empty canvas of its own, without trailing spaces.
func drawn(_ widget: some Widget, _ width: Int, _ height: Int = 1, glyphs: Glyphs = .unicode) -> [String] {
  var canvas = Canvas(Size(width, height), look: Look(theme: Theme(.mono), glyphs: glyphs))
  canvas.paint(widget, in: canvas.bounds)
  return canvas.rows.map { row in
    String(row.reversed().drop { $0 == " " }.reversed())
  }
}
