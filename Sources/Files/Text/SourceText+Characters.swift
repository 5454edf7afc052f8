extension SourceText {
  /// The first byte that is not UTF-8.
  var firstInvalidByte: Int? {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }

  /// Characters that no profile may hold, not even in a comment.
  ///
  /// These are the controls that instruct a terminal, a byte order mark in the middle, what is no character at
  /// all, and the three characters that some readers take for a line end and others do not.
  func forbiddenCharacters() -> [YAMLProblem] {
    var problems: [YAMLProblem] = []
    for offset in start..<bytes.count where mayBeForbidden(offset) {
      let end = min(bytes.count, offset + 3)
      guard let scalar = String(decoding: bytes[offset..<end], as: UTF8.self).unicodeScalars.first,
        scalar.isForbidden
      else { continue }
      problems.append(YAMLProblem(offset: offset, path: [], kind: .forbiddenCharacter(scalar)))
    }
    return problems
  }

  private func mayBeForbidden(_ offset: Int) -> Bool {
    switch bytes[offset] {
    case .tab, .lineFeed, .carriageReturn: false
    case 0x00..<0x20, 0x7F, 0xC2, 0xE2, 0xEF: true
    default: false
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isForbidden: Bool {
    switch value {
    case 0x09, 0x0A, 0x0D: false
    case 0x00..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}
