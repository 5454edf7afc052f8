extension Character {
  /// The columns that a terminal gives to the Character: 0 for a lone mark or control, 2 for most of East Asia.
  ///
  /// It is the sum over its scalars, because that is how terminals and their libraries move the cursor.
  package var displayWidth: Int {
    unicodeScalars.reduce(0) { $0 + $1.columns }
  }
}

extension String {
  /// The columns that the text takes on a terminal; measure ``printable`` text to be exact.
  package var displayWidth: Int {
    var width = 0
    for scalar in unicodeScalars {
      guard scalar.isOrdinary else { return reduce(0) { $0 + $1.displayWidth } }
      width += 1
    }
    return width
  }

  /// Whether every scalar is a Character of its own that takes one column and that nobody need look up.
  var isOrdinary: Bool { unicodeScalars.allSatisfy(\.isOrdinary) }
}

extension Substring {
  /// The columns that the text takes on a terminal.
  package var displayWidth: Int { String(self).displayWidth }
}

extension Unicode.Scalar {
  /// Printable ASCII, Latin letters and signs, dashes, arrows, mathematical signs, lines and blocks: what most of a screen
  /// is made of.
  package var isOrdinary: Bool {
    switch value {
    case 0x20...0x7E, 0xA1...0xAC, 0xAE...0xFF, 0x2010...0x2027, 0x2190...0x22FF, 0x2500...0x25FC: true
    default: false
    }
  }

  var columns: Int {
    if isOrdinary { return 1 }
    if !isPlain || isCombining { return 0 }
    return isWide ? 2 : 1
  }

  private var isCombining: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark: true
    // The vowels and finals of conjoining Hangul join the leading consonant's two columns.
    default: (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FF).contains(value)
    }
  }

  private var isWide: Bool {
    let ranges = Unicode.Scalar.wideRanges
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].last < value { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].first <= value
  }

  /// East_Asian_Width W and F of Unicode 15.1 (EastAsianWidth.txt), sorted; gaps that hold only marks, format
  /// characters and unassigned scalars are bridged, since those are told apart before.
  private static let wideRanges: [(first: UInt32, last: UInt32)] = [
    (0x1100, 0x115F), (0x231A, 0x231B), (0x2329, 0x232A), (0x23E9, 0x23EC), (0x23F0, 0x23F0),
    (0x23F3, 0x23F3), (0x25FD, 0x25FE), (0x2614, 0x2615), (0x2648, 0x2653), (0x267F, 0x267F),
    (0x2693, 0x2693), (0x26A1, 0x26A1), (0x26AA, 0x26AB), (0x26BD, 0x26BE), (0x26C4, 0x26C5),
    (0x26CE, 0x26CE), (0x26D4, 0x26D4), (0x26EA, 0x26EA), (0x26F2, 0x26F3), (0x26F5, 0x26F5),
    (0x26FA, 0x26FA), (0x26FD, 0x26FD), (0x2705, 0x2705), (0x270A, 0x270B), (0x2728, 0x2728),
    (0x274C, 0x274C), (0x274E, 0x274E), (0x2753, 0x2755), (0x2757, 0x2757), (0x2795, 0x2797),
    (0x27B0, 0x27B0), (0x27BF, 0x27BF), (0x2B1B, 0x2B1C), (0x2B50, 0x2B50), (0x2B55, 0x2B55),
    (0x2E80, 0x303E), (0x3041, 0x3247), (0x3250, 0x4DBF), (0x4E00, 0xA4C6), (0xA960, 0xA97C),
    (0xAC00, 0xD7A3), (0xF900, 0xFAD9), (0xFE10, 0xFE6B), (0xFF01, 0xFF60), (0xFFE0, 0xFFE6),
    (0x16FE0, 0x1B2FB), (0x1F004, 0x1F004), (0x1F0CF, 0x1F0CF), (0x1F18E, 0x1F18E), (0x1F191, 0x1F19A),
    (0x1F200, 0x1F320), (0x1F32D, 0x1F335), (0x1F337, 0x1F37C), (0x1F37E, 0x1F393), (0x1F3A0, 0x1F3CA),
    (0x1F3CF, 0x1F3D3), (0x1F3E0, 0x1F3F0), (0x1F3F4, 0x1F3F4), (0x1F3F8, 0x1F43E), (0x1F440, 0x1F440),
    (0x1F442, 0x1F4FC), (0x1F4FF, 0x1F53D), (0x1F54B, 0x1F54E), (0x1F550, 0x1F567), (0x1F57A, 0x1F57A),
    (0x1F595, 0x1F596), (0x1F5A4, 0x1F5A4), (0x1F5FB, 0x1F64F), (0x1F680, 0x1F6C5), (0x1F6CC, 0x1F6CC),
    (0x1F6D0, 0x1F6D2), (0x1F6D5, 0x1F6DF), (0x1F6EB, 0x1F6EC), (0x1F6F4, 0x1F6FC), (0x1F7E0, 0x1F7F0),
    (0x1F90C, 0x1F93A), (0x1F93C, 0x1F945), (0x1F947, 0x1F9FF), (0x1FA70, 0x1FAF8), (0x20000, 0x323AF),
  ]
}
