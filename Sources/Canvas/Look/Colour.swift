/// A colour as a terminal is asked for it: its own, one of the sixteen that its owner chose, one of the 256 that most
/// agree on, or any.
package struct Colour: Hashable, Sendable {
  /// The kind in the highest byte, the colour below.
  private let code: UInt32

  private init(_ kind: UInt32, _ value: UInt32) { code = kind << 24 | value }

  /// What the terminal uses when nothing is asked of it.
  package static let standard = Colour(0, 0)

  /// One of the sixteen, by its number.
  package static func few(_ number: UInt8) -> Colour { Colour(1, UInt32(number & 15)) }

  /// One of the 256, from 16 on.
  package static func many(_ number: UInt8) -> Colour { Colour(2, UInt32(number)) }

  /// Any colour, as 0xRRGGBB.
  package static func any(_ value: UInt32) -> Colour { Colour(3, value & 0xFFFFFF) }

  package enum Kind: Equatable, Sendable {
    case standard
    case few(Int)
    case many(Int)
    case any(Int)
  }

  package var kind: Kind {
    let value = Int(code & 0xFFFFFF)
    return switch code >> 24 {
    case 1: .few(value)
    case 2: .many(value)
    case 3: .any(value)
    default: .standard
    }
  }

  /// Red, green and blue, 0 to 255; nil for what the terminal's owner chose.
  package var components: (red: Int, green: Int, blue: Int)? {
    switch kind {
    case .standard, .few: return nil
    case .any(let value): return (value >> 16, value >> 8 & 255, value & 255)
    case .many(let number) where number >= 232:
      let grey = 8 + 10 * (number - 232)
      return (grey, grey, grey)
    case .many(let number):
      let steps = [0, 95, 135, 175, 215, 255]
      let place = max(0, number - 16)
      return (steps[place / 36 % 6], steps[place / 6 % 6], steps[place % 6])
    }
  }
}

extension Colour: CustomStringConvertible {
  /// As one would say it: `bright cyan`, `colour 81`, `#5cc8ff`.
  package var description: String {
    let names = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]
    return switch kind {
    case .standard: "standard"
    case .few(let number): (number < 8 ? "" : "bright ") + names[number % 8]
    case .many(let number): "colour \(number)"
    case .any(let value): "#" + String(0x1000000 + value, radix: 16).dropFirst()
    }
  }
}

/// How many colours a terminal has, as far as a theme makes a difference.
package enum ColourDepth: Int, Comparable, Sendable, CaseIterable {
  case none, few, many, any

  package static func < (one: ColourDepth, other: ColourDepth) -> Bool { one.rawValue < other.rawValue }
}

/// What a terminal writes upon.
package enum Backdrop: Sendable, CaseIterable {
  case dark, light
}
