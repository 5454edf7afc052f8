/// Bars and lines as geometry, so that they meet at the edges of their cells in any font.
///
/// Extents are fractions of a cell, from its top left.
enum CellShape {
  case rectangles([Part], opacity: Double = 1)
  case circle(radius: Double, isFilled: Bool)

  init?(_ character: Character) {
    guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1 else { return nil }
    switch scalar.value {
    case 0x2581...0x2588:
      let height = Double(scalar.value - 0x2580) / 8
      self = .rectangles([(0, 1 - height, 1, height)])
    case 0x2589...0x258F:
      self = .rectangles([(0, 0, Double(0x2590 - scalar.value) / 8, 1)])
    case 0x2592:
      self = .rectangles([(0, 0, 1, 1)], opacity: 0.45)
    case 0x25CF:
      self = .circle(radius: 0.4, isFilled: true)
    case 0x25CB:
      self = .circle(radius: 0.3, isFilled: false)
    default:
      guard let strokes = CellShape.strokes[character] else { return nil }
      self = .rectangles(strokes)
    }
  }

  /// Whether two of the shape side by side make one shape twice as wide.
  var joinsNeighbours: Bool {
    guard case .rectangles(let parts, _) = self else { return false }
    return parts.count == 1 && parts[0].x == 0 && parts[0].width == 1
  }

  typealias Part = (x: Double, y: Double, width: Double, height: Double)

  private static let strokes: [Character: [Part]] = {
    let light = (x: 0.12, y: 0.06)
    let heavy = (x: 0.28, y: 0.14)
    func across(_ from: Double, _ to: Double, _ weight: Double) -> Part {
      (from, 0.5 - weight / 2, to - from, weight)
    }
    func down(_ from: Double, _ to: Double, _ weight: Double) -> Part {
      (0.5 - weight / 2, from, weight, to - from)
    }
    let right = across(0.5 - light.x / 2, 1, light.y)
    let left = across(0, 0.5 + light.x / 2, light.y)
    let below = down(0.5, 1, light.x)
    let above = down(0, 0.5, light.x)
    return [
      "─": [across(0, 1, light.y)], "━": [across(0, 1, heavy.y)],
      "│": [down(0, 1, light.x)], "┃": [down(0, 1, heavy.x)],
      "┌": [right, below], "╭": [right, below], "┐": [left, below], "╮": [left, below],
      "└": [right, above], "╰": [right, above], "┘": [left, above], "╯": [left, above],
    ]
  }()
}
