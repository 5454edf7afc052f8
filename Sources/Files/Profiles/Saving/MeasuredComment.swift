internal import Planning

/// The comment behind a line that says how its values were measured, and what they were before.
///
/// `# measured 2026-11-20: 2450..2580..2710 from history.csv, n=18k; before: 1000, nobody knows`. In a mapping in braces
/// the key precedes the value, and a bar parts the notes of several keys.
struct MeasuredComment {
  private var notes: [Note]

  /// What somebody else wrote there.
  private var remark: String

  fileprivate struct Note {
    /// The key, where several stand on the line.
    var key: String?
    var day: String
    var value: String
    var evidence: String
    var before: String?
  }

  init(_ text: String) {
    var rest: [String] = []
    notes = []
    for part in text.split(separator: " | ").map(String.init) {
      if let note = Note(part) { notes.append(note) } else { rest.append(part) }
    }
    remark = rest.joined(separator: " | ")
  }

  /// What is said of a key, of a line that holds its value alone or in braces.
  func measured(_ key: String, inBraces: Bool) -> (value: String, Provenance.Measured)? {
    notes.first { $0.key == (inBraces ? key : nil) }.map { note in
      (note.value, Provenance.Measured(day: Day(note.day), evidence: note.evidence))
    }
  }

  /// Says that a key was measured; what was there before stays.
  mutating func say(
    _ value: MeasuredValue, of key: String, inBraces: Bool, before: String
  ) {
    let name = inBraces ? key : nil
    let old = notes.firstIndex { $0.key == name }
    var was: String? = before
    if let old {
      was = notes[old].before
    } else if !remark.isEmpty {
      was = "\(before), \(remark)"
      remark = ""
    }
    let note = Note(
      key: name, day: value.day?.text ?? "", value: value.written, evidence: value.evidence, before: was)
    if let old { notes[old] = note } else { notes.append(note) }
  }

  var text: String {
    (notes.map(\.text) + (remark.isEmpty ? [] : [remark])).joined(separator: " | ")
  }
}

extension MeasuredComment.Note {
  /// Nil for a part that is no such note.
  init?(_ text: String) {
    guard text.hasPrefix("measured") else { return nil }
    let rest = text.dropFirst("measured".count)
    guard let colon = rest.firstRange(of: ": ") else { return nil }
    day = rest[..<colon.lowerBound].split(separator: " ").joined()
    var body = rest[colon.upperBound...]
    before = nil
    if let split = body.firstRange(of: "; before: ") {
      before = String(body[split.upperBound...])
      body = body[..<split.lowerBound]
    }
    guard let from = body.firstRange(of: " from ") else { return nil }
    let words = body[..<from.lowerBound].split(separator: " ")
    guard let last = words.last, words.count <= 2 else { return nil }
    key = words.count == 2 ? String(words[0]) : nil
    value = String(last)
    evidence = String(body[from.upperBound...])
  }

  fileprivate var text: String {
    let day = day.isEmpty ? "" : " \(day)"
    let key = key.map { "\($0) " } ?? ""
    return "measured\(day): \(key)\(value) from \(evidence)\(before.map { "; before: \($0)" } ?? "")"
  }
}

extension SourceText {
  /// The comment on the line of a value, from its `#` to the end of the line; nil where there is none.
  func comment(behind range: Range<Int>) -> Range<Int>? {
    let end = lineEnd(from: range.upperBound)
    var quote: UInt8?
    for offset in range.upperBound..<end {
      let byte = bytes[offset]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: "#"), offset > 0, bytes[offset - 1].isBlank {
        return offset..<end
      }
    }
    return nil
  }

  /// What a comment says, without its sign.
  func remark(_ comment: Range<Int>) -> String {
    var text = text(comment.dropFirst())[...]
    while text.first == " " { text = text.dropFirst() }
    while text.last?.isWhitespace == true { text = text.dropLast() }
    return String(text)
  }
}
