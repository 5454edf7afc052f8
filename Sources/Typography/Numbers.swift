/// Numbers as people and files read them, the same on every machine whatever its locale.
package enum Numbers {
  /// A number with as many decimal places as it needs and no exponent: `0.25`, `250000`.
  package static func plain(_ number: Double) -> String {
    if number == number.rounded(), number.magnitude < 1e15 { return String(Int(number)) }
    let text = "\(number)"
    guard text.contains("e") else { return text }
    return trimmed(fixed(number, places: 15))
  }

  /// A number with exactly so many decimal places, rounded half away from zero: `-20.0`.
  package static func fixed(_ number: Double, places: Int) -> String {
    guard number.isFinite else { return number.isNaN ? "unknown" : number < 0 ? "-infinite" : "infinite" }
    let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
    let scaled = (number.magnitude * scale).rounded(.toNearestOrAwayFromZero)
    guard scaled < 9e18 else { return "\(number)" }
    let digits = String(UInt64(scaled))
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.utf8.count)) + digits
    let sign = number < 0 && scaled != 0 ? "-" : ""
    guard places > 0 else { return sign + padded }
    let point = padded.utf8.index(padded.endIndex, offsetBy: -places)
    return "\(sign)\(padded[..<point]).\(padded[point...])"
  }

  /// A number with at most so many decimal places and no zeros at its end, its whole part in groups: `62,503.47`.
  package static func readable(_ number: Double, places: Int = 6) -> String {
    grouped(digits: trimmed(fixed(number, places: places)))
  }

  /// A number with every place that it has, as somebody wrote it, its whole part in groups: `0.000001`, `1,000.5`.
  ///
  /// Fifteen digits count, which is what floating point keeps of a decimal.
  package static func exact(_ number: Double) -> String {
    guard number.isFinite, number != 0 else { return readable(number) }
    var (places, magnitude) = (15, number.magnitude)
    while magnitude >= 1 { (places, magnitude) = (places - 1, magnitude / 10) }
    while magnitude < 0.1 { (places, magnitude) = (places + 1, magnitude * 10) }
    return readable(number, places: max(0, places))
  }

  /// A number with as few decimal places, from some number of them on, as it takes to say enough, which the closure
  /// judges by the number that would be shown, never zero; with all of them where none does.
  package static func readable(_ number: Double, from places: Int, isEnough: (Double) -> Bool) -> String {
    for places in places...15 {
      let text = fixed(number, places: places)
      if let shown = Double(text), shown != 0, isEnough(shown) { return grouped(digits: trimmed(text)) }
    }
    return exact(number)
  }

  /// A whole number in groups of three: `250,000`.
  package static func grouped(_ count: Int) -> String {
    grouped(digits: String(count))
  }

  /// A count of something, in groups of three: `1 user`, `250,000 users`.
  package static func counted(_ count: Int, _ noun: String) -> String {
    "\(grouped(count)) \(noun)\(count == 1 ? "" : "s")"
  }

  /// A decimal text such as `5425.00` in groups of three: `5,425.00`; what is no number, such as `inf`, as it is.
  package static func grouped(digits text: String) -> String {
    let signs = text.hasPrefix("-") ? 1 : 0
    let whole = text.utf8.dropFirst(signs).prefix { $0 != UInt8(ascii: ".") }
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard whole.count > 3, whole.allSatisfy(digits.contains) else { return text }
    var grouped = Array(text.utf8.prefix(signs))
    for (digit, left) in zip(whole, (0..<whole.count).reversed()) {
      grouped.append(digit)
      if left > 0, left.isMultiple(of: 3) { grouped.append(UInt8(ascii: ",")) }
    }
    grouped += text.utf8[whole.endIndex...]
    return String(decoding: grouped, as: UTF8.self)
  }

  /// A count in three or four characters: `800`, `64k`, `3.1M`, `48M`.
  ///
  /// Cut, not rounded, so that a wall never looks higher than it is.
  package static func short(_ count: Int) -> String {
    let steps = [(1_000_000_000, "G"), (1_000_000, "M"), (1000, "k")]
    guard let (size, letter) = steps.first(where: { count.magnitude >= $0.0 }) else { return String(count) }
    let tenths = Int(count.magnitude) / (size / 10)
    let sign = count < 0 ? "-" : ""
    let needsTenth = tenths < 100 && size > 1000 && !tenths.isMultiple(of: 10)
    return needsTenth ? "\(sign)\(tenths / 10).\(tenths % 10)\(letter)" : "\(sign)\(tenths / 10)\(letter)"
  }

  /// A signed share in per cent: `+60%`, `-20.0%`.
  package static func signedPercent(_ percent: Double, places: Int = 0) -> String {
    let text = fixed(percent, places: places)
    let isZero = text.allSatisfy { $0 == "0" || $0 == "." }
    return isZero || text.hasPrefix("-") ? "\(text)%" : "+\(text)%"
  }

  private static func trimmed(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: ".")), !text.utf8.contains(UInt8(ascii: "e")) else { return text }
    var kept = text[...].utf8
    while kept.last == UInt8(ascii: "0") { kept.removeLast() }
    if kept.last == UInt8(ascii: ".") { kept.removeLast() }
    return String(Substring(kept))
  }
}

extension Int {
  /// The whole part of a number; the last integer on its side where the number is larger, zero where it is none.
  package init(saturating number: Double) {
    self = number.isNaN ? 0 : Int(exactly: number.rounded(.towardZero)) ?? (number < 0 ? .min : .max)
  }
}
