internal import Typography

/// A table with its numbers to the right.
struct HTMLTable {
  let columns: [Column]
  private var rows: [HTML] = []

  struct Column {
    let title: String
    let isNumber: Bool

    static func text(_ title: String) -> Column { Column(title: title, isNumber: false) }
    static func number(_ title: String) -> Column { Column(title: title, isNumber: true) }
  }

  init(_ columns: [Column]) { self.columns = columns }

  mutating func row(_ cells: [HTML], style: String = "") {
    let cells = zip(columns, cells).map { column, cell -> HTML in
      column.isNumber ? "<td class=\"number\">\(cell)</td>" : "<td>\(cell)</td>"
    }
    rows.append("<tr class=\"\(style)\">\(cells.joined())</tr>\n")
  }

  var html: HTML {
    let titles = columns.map { column -> HTML in
      column.isNumber ? "<th class=\"number\">\(column.title)</th>" : "<th>\(column.title)</th>"
    }
    return """
      <div class="table"><table>
      <thead><tr>\(titles.joined())</tr></thead>
      <tbody>
      \(rows.joined())</tbody>
      </table></div>

      """
  }
}
