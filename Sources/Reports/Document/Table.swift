/// A table whose columns know what they are worth where there is little room.
struct Table: Sendable {
  let columns: [Column]
  private(set) var rows: [Row] = []

  /// Whether the table needs the whole width of a line.
  var isWide = false

  /// How many rows are left out of every format.
  var omitted = 0

  /// How a sentence on the rows that are left out goes on after their number.
  var whereOthersAre = "more are left out."

  struct Column: Sendable {
    let title: String

    /// The title in a narrow table.
    let brief: String

    let isNumber: Bool

    /// Whether the text is wrapped where the table would be too wide.
    var isFlexible = false

    /// Where the table would be too wide the column of the highest rank goes first; 0 stays.
    let rank: Int

    static func text(_ title: String, brief: String? = nil, rank: Int = 0) -> Column {
      Column(title: title, brief: brief ?? title, isNumber: false, rank: rank)
    }

    static func flexible(_ title: String, brief: String? = nil, rank: Int = 0) -> Column {
      Column(title: title, brief: brief ?? title, isNumber: false, isFlexible: true, rank: rank)
    }

    static func number(_ title: String, brief: String? = nil, rank: Int = 0) -> Column {
      Column(title: title, brief: brief ?? title, isNumber: true, rank: rank)
    }
  }

  struct Row: Sendable {
    let cells: [Cell]
    let kind: Kind

    /// Whether lines of text show the row too.
    let isEssential: Bool

    /// A line of the table, the line above it seen otherwise, or the sum of all.
    enum Kind { case plain, aside, total }
  }

  struct Cell: Sendable {
    let text: Text

    /// The same where there is little room.
    let brief: Text

    /// Whether the cell stands out of its column.
    let isMarked: Bool

    init(_ text: Text, brief: Text? = nil, isMarked: Bool = false) {
      self.text = text
      self.brief = brief ?? text
      self.isMarked = isMarked
    }
  }

  init(_ columns: [Column]) { self.columns = columns }

  mutating func row(_ cells: [Text], _ kind: Row.Kind = .plain, isEssential: Bool = true) {
    row(cells.map { Cell($0) }, kind, isEssential: isEssential)
  }

  mutating func row(_ cells: [Cell], _ kind: Row.Kind = .plain, isEssential: Bool = true) {
    precondition(cells.count == columns.count, "a row has a cell for each column")
    rows.append(Row(cells: cells, kind: kind, isEssential: isEssential))
  }
}
