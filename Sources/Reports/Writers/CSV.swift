package import Planning
internal import Typography

/// A table as RFC 4180 has it, safe to open in a spreadsheet.
///
/// Numbers stay numbers. Text that a spreadsheet would run as a formula gets an apostrophe before it, which is how
/// spreadsheets themselves mark text.
package struct CSV: Sendable {
  package private(set) var text = ""

  /// How many cells each row has.
  package let columns: Int

  package enum Cell: Equatable, Sendable {
    case text(String)
    case integer(Int?)
    case number(Double?, places: Int? = nil)
    case money(Money?)
    case flag(Bool)
    case empty
  }

  /// - Parameter columns: the titles of the first row.
  package init(_ columns: [String]) {
    self.columns = columns.count
    row(columns.map { .text($0) })
  }

  package mutating func row(_ cells: [Cell]) {
    precondition(cells.count == columns, "a row has a cell for each column")
    text += cells.map(Self.field).joined(separator: ",") + "\r\n"
  }

  private static func field(_ cell: Cell) -> String {
    switch cell {
    case .text(let text): quoted(neutralised(text.printable))
    case .integer(let integer): integer.map { String($0) } ?? ""
    case .number(let number, let places):
      number.flatMap { number in
        guard number.isFinite else { return nil }
        return places.map { Numbers.fixed(number, places: $0) } ?? Numbers.plain(number)
      } ?? ""
    case .money(let money): money?.decimal ?? ""
    case .flag(let flag): flag ? "true" : "false"
    case .empty: ""
    }
  }

  private static func quoted(_ text: String) -> String {
    guard text.contains(where: { $0 == "," || $0 == "\"" || $0 == ";" || $0 == "'" }) else { return text }
    return "\"\(text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\""))\""
  }

  /// A semicolon begins a cell wherever a spreadsheet's locale separates by it, so what follows one is marked too.
  private static func neutralised(_ text: String) -> String {
    var neutralised = ""
    var beginsCell = true
    for character in text {
      if beginsCell, formulaStarts.contains(character) { neutralised.append("'") }
      neutralised.append(character)
      beginsCell = character == ";" || beginsCell && (character.isWhitespace || character == "\"")
    }
    return neutralised
  }

  private static let formulaStarts: Set<Character> = ["=", "+", "-", "@", "＝", "＋", "－", "＠"]
}

extension CSV.Cell: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) { self = .text(text) }
}
