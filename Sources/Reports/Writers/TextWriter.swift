internal import Typography

/// A document as lines of text in 80 columns, for a terminal or a pipe.
struct TextWriter {
  let report: TextReport

  init(_ document: Document) {
    var writer = Writing()
    writer.report.title(Text(document.name, .strong), remark: document.remark)
    if document.remark.isEmpty, !document.facts.isEmpty {
      writer.report.paragraph(Text(document.facts, .quiet), indent: 0)
      writer.report.blank()
    }
    for block in document.blocks { writer.write(block) }
    if !document.origin.isEmpty { writer.report.heading("Made from") }
    for line in document.origin { writer.report.paragraph(Text(line, .quiet), hanging: 2) }
    report = writer.report
  }
}

private struct Writing {
  var report = TextReport()

  /// What was written last, by which the next block stands apart or not.
  private var last: Block?

  mutating func write(_ block: Block) {
    defer { last = block }
    switch block {
    case .verdict(let question, let answer, let sentences):
      if let question { report.heading(question) } else { report.blank() }
      report.paragraph(answer)
      for sentence in sentences { report.paragraph(Text(sentence)) }
    case .heading(let title, let remark): report.heading(title, remark: remark)
    case .paragraph(let text): report.paragraph(text)
    case .list(let items, let style): write(items, style)
    case .table(let table):
      if case .verdict = last { report.blank() }
      write(table)
    case .picture(let picture):
      guard !picture.cells.isEmpty else { return }
      if case .heading = last {} else { report.blank() }
      for line in picture.cells { report.line("  " + line) }
    case .figures(let figures):
      for figure in figures { report.paragraph(Text(figure.value, .strong) + Text(" \(figure.label)")) }
    case .commands(let commands): for command in commands { report.command(command) }
    case .entries(let entries):
      for entry in entries { write(entry) }
      report.blank()
    case .folded(let title, let blocks):
      report.heading(title)
      for (index, block) in blocks.enumerated() {
        if index > 0 { report.blank() }
        write(block)
      }
    case .brief(let blocks, _): for block in blocks { write(block) }
    }
  }

  private mutating func write(_ items: [Text], _ style: ListStyle) {
    for item in items { report.paragraph(item, indent: style == .steps ? 4 : 2, hanging: 2) }
    if style == .steps { report.blank() }
  }

  private mutating func write(_ entry: Entry) {
    let body = 9
    report.line("  " + Text(entry.id, entry.mark.ink) + "  " + Text(entry.title, .strong))
    report.paragraph(Text(entry.message), indent: body)
    report.paragraph(entry.about.inked(.quiet), indent: body, hanging: 2)
    report.paragraph(entry.remedy.word + ": " + Text(entry.remedy.text), indent: body, hanging: 2)
    if let command = entry.command { report.command(command, indent: body + 2) }
  }

  private mutating func write(_ table: Table) {
    let rows = table.rows.filter(\.isEssential)
    let marked = table.columns.indices.filter { column in rows.contains { $0.cells[column].isMarked } }
    var lines = TextTable(
      table.columns.map(TextTable.Column.init), indent: table.isWide ? 0 : 2, gap: table.isWide ? 1 : 2)
    for row in rows {
      if row.kind == .total { lines.rule() }
      lines.row(row.cells.enumerated().map { column, cell in cell.line(row.kind, marked.contains(column)) })
    }
    report.table(lines)
    let others = table.omitted + table.rows.count - rows.count
    guard others > 0 else { return }
    report.paragraph(Text("\(Numbers.grouped(others)) \(table.whereOthersAre)", .quiet))
  }
}

extension TextTable.Column {
  fileprivate init(_ column: Table.Column) {
    self.init(
      column.brief, isNumber: column.isNumber, isFlexible: column.isFlexible, rank: column.rank)
  }
}

extension Table.Cell {
  /// The cell as a line; in a column of which one cell is marked, the others make room for the mark.
  fileprivate func line(_ kind: Table.Row.Kind, _ makesRoom: Bool) -> Text {
    let text = makesRoom ? Text(isMarked ? "▸ " : "  ", brief.ink) + brief : brief
    return switch kind {
    case .plain: text
    case .aside: text.inked(.quiet)
    case .total: text.emphasised
    }
  }
}
