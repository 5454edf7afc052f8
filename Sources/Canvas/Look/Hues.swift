/// One colour of a theme, as terminals of each depth have it.
struct Hue: Sendable {
  /// Of sixteen colours, where a shape may have to help.
  let few: Style

  /// Of 256, the nearest to `any`.
  let many: UInt8
  let any: UInt32
  let attributes: Style.Attributes

  init(_ few: Style, _ many: UInt8, _ any: UInt32, _ attributes: Style.Attributes = []) {
    self.few = few
    self.many = many
    self.any = any
    self.attributes = attributes
  }

  init(_ few: UInt8, _ many: UInt8, _ any: UInt32, _ attributes: Style.Attributes = []) {
    self.init(Style(.few(few), attributes), many, any, attributes)
  }

  func style(_ depth: ColourDepth) -> Style {
    switch depth {
    case .none: .plain
    case .few: few
    case .many: Style(.many(many), attributes)
    case .any: Style(.any(any), attributes)
    }
  }
}

/// The colours of a theme on one backdrop, each with one meaning.
///
/// Text stands at 4.5 to 1 from the usual backdrops of its kind, lines and areas at 3 to 1; high contrast at 7 and 4.5.
struct Hues: Sendable {
  /// Labels, units and axes; nil where they look like all other text.
  var label: Hue?

  /// Rules, tracks and grids.
  var line: Hue

  /// The tab, the bar of the selected row, keys and knobs; nil where bold says it.
  var accent: Hue?

  /// What is filled: charts and tracks.
  var area: Hue
  var good: Hue

  /// Nil where bold says it.
  var warning: Hue?
  var bad: Hue

  /// What differs from A.
  var changed: Hue

  /// What is to be pasted elsewhere.
  var command: Hue

  /// What lies behind the selected row; with few colours its name is reversed instead.
  var row: (many: UInt8, any: UInt32)

  static let dark = Hues(
    label: Hue(Style(.standard, .dim), 246, 0x9AA5B1), line: Hue(8, 243, 0x6E7885),
    accent: Hue(14, 81, 0x5CC8FF), area: Hue(6, 31, 0x2E88AA), good: Hue(10, 114, 0x7BD88F),
    warning: Hue(11, 215, 0xFFB454), bad: Hue(9, 203, 0xFF6B6B), changed: Hue(13, 177, 0xD19CFF),
    command: Hue(12, 110, 0x8FBCDB), row: (235, 0x17364A))

  static let light = Hues(
    label: Hue(8, 240, 0x595F69), line: Hue(7, 245, 0x808790), accent: Hue(4, 25, 0x0B5CAD),
    area: Hue(6, 31, 0x2F86B0), good: Hue(Style(.few(2), .bold), 22, 0x13682B),
    warning: Hue(5, 94, 0x8A5A00), bad: Hue(1, 160, 0xC4162A),
    changed: Hue(Style(.standard, .underline), 91, 0x7B2FB5), command: Hue(4, 24, 0x00527A),
    row: (255, 0xD9EBFB))

  /// Blue against orange, the pair that all common kinds of colour blindness keep apart.
  static let blueAndOrange = Hues(
    label: dark.label, line: dark.line, accent: nil, area: Hue(8, 67, 0x5F87AF),
    good: Hue(12, 75, 0x5FAFFF), warning: Hue(15, 229, 0xFFFFAF),
    bad: Hue(Style(.few(3), .bold), 208, 0xFF8700, .bold), changed: Hue(13, 183, 0xD7AFFF, .underline),
    command: dark.command, row: dark.row)

  static let blueAndOrangeOnLight = Hues(
    label: light.label, line: light.line, accent: nil, area: Hue(8, 67, 0x5F87AF),
    good: Hue(4, 25, 0x005FAF), warning: nil, bad: Hue(Style(.few(3), .bold), 94, 0x8A4B00, .bold),
    changed: Hue(Style(.standard, .underline), 91, 0x7B2FB5, .underline), command: light.command,
    row: light.row)

  /// Nothing is faint.
  static let strong = Hues(
    label: nil, line: Hue(7, 247, 0x9E9E9E), accent: Hue(14, 87, 0x5FFFFF, .bold),
    area: Hue(14, 39, 0x00AFFF), good: Hue(10, 120, 0x87FF87, .bold),
    warning: Hue(11, 228, 0xFFFF87, .bold), bad: Hue(9, 217, 0xFFAFAF, .bold),
    changed: Hue(13, 219, 0xFFAFFF, .underline), command: Hue(15, 153, 0xAFD7FF), row: (238, 0x444444))

  static let strongOnLight = Hues(
    label: nil, line: Hue(8, 242, 0x6C6C6C), accent: Hue(4, 18, 0x000087, .bold),
    area: Hue(4, 25, 0x005FAF), good: Hue(Style(.few(2), .bold), 22, 0x005F00, .bold),
    warning: Hue(5, 52, 0x5F0000, .bold), bad: Hue(1, 88, 0x870000, .bold),
    changed: Hue(Style(.standard, .underline), 54, 0x5F0087, .underline), command: Hue(4, 17, 0x00005F),
    row: (252, 0xD0D0D0))
}
