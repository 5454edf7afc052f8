internal import Typography

/// A document as one page that needs nothing beside itself and runs nothing: no script, font, style sheet or picture
/// from elsewhere.
struct HTMLWriter {
  let html: HTML

  init(_ document: Document) {
    let facts: HTML = document.facts.isEmpty ? "" : "<p class=\"facts\">\(document.facts)</p>\n"
    let origin = document.origin.map { "<p>\($0)</p>\n" as HTML }.joined()
    let footer: HTML = document.origin.isEmpty ? "" : "<footer>\n\(origin)</footer>\n"
    html = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8"/>
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; \
      base-uri 'none'; form-action 'none'"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <meta name="color-scheme" content="light dark"/>
      <meta name="referrer" content="no-referrer"/>
      <title>\(document.title)</title>
      <style>
      \(HTML(raw: Self.styleSheet))
      </style>
      </head>
      <body>
      <main>
      <header>
      <h1>\(document.title)</h1>
      \(facts)</header>
      \(document.blocks.map(Self.html).joined())\(footer)</main>
      </body>
      </html>

      """
  }

  /// The longest answer that is set as a headline.
  private static let headline = 60

  private static func html(_ block: Block) -> HTML {
    switch block {
    case .verdict(let question, let answer, let sentences):
      let heading: HTML = question.map { "<h2>\($0)</h2>\n" } ?? ""
      let rest: HTML = sentences.isEmpty ? "" : "<p>\(sentences.joined(separator: " "))</p>\n"
      return """
        <section class="verdict \(answer.ink.style)">
        \(heading)<p class="\(answer.displayWidth <= headline ? "answer" : "")">\(HTML(answer.inked(.plain)))</p>
        \(rest)</section>

        """
    case .heading(let title, let remark):
      return "<h2>\(title)</h2>\n"
        + (remark.isEmpty ? "" : "<p class=\"remark\">\(HTML(remark.inked(.plain)))</p>\n")
    case .paragraph(let text): return "<p>\(HTML(text))</p>\n"
    case .list(let items, _):
      let items = items.map { "<li>\(HTML($0))</li>\n" as HTML }
      return items.isEmpty ? "" : "<ul>\n\(items.joined())</ul>\n"
    case .table(let table): return html(table)
    case .picture(let picture):
      guard let drawing = picture.drawing else { return picture.figures.map(html) ?? "" }
      return "<figure>\n\(drawing.html)<figcaption>\(picture.caption)</figcaption>\n</figure>\n"
    case .figures(let figures):
      let keys = figures.map { "<div><span class=\"key\">\($0.value)</span>\($0.label)</div>" as HTML }
      return "<div class=\"keys\">\(keys.joined())</div>\n"
    case .commands(let commands):
      let lines = commands.flatMap { ShellCommand.lines(of: $0, width: 92) }.map { "\($0)" as HTML }
      return lines.isEmpty ? "" : "<pre>\(lines.joined(separator: "\n"))</pre>\n"
    case .entries(let entries): return entries.map(html).joined()
    case .folded(let title, let blocks):
      return "<details>\n<summary>\(title)</summary>\n\(blocks.map(html).joined())</details>\n"
    case .brief(_, let blocks): return blocks.map(html).joined()
    }
  }

  private static func html(_ table: Table) -> HTML {
    let titles = table.columns.map { column -> HTML in
      column.isNumber ? "<th class=\"number\">\(column.title)</th>" : "<th>\(column.title)</th>"
    }
    let rows = table.rows.map { row -> HTML in
      let cells = zip(table.columns, row.cells).map { column, cell -> HTML in
        let text = HTML(cell.text)
        let content: HTML = cell.isMarked ? "<b>▸ \(text)</b>" : text
        return column.isNumber ? "<td class=\"number\">\(content)</td>" : "<td>\(content)</td>"
      }
      return row.kind == .plain
        ? "<tr>\(cells.joined())</tr>\n"
        : "<tr class=\"\(row.kind == .total ? "total" : "aside")\">\(cells.joined())</tr>\n"
    }
    let omitted: HTML =
      table.omitted > 0
      ? "<p class=\"remark\">\(Numbers.grouped(table.omitted)) more are left out.</p>\n" : ""
    return """
      <div class="table"><table>
      <thead><tr>\(titles.joined())</tr></thead>
      <tbody>
      \(rows.joined())</tbody>
      </table></div>
      \(omitted)
      """
  }

  /// A line that opens to the remedy, the value and the source.
  private static func html(_ entry: Entry) -> HTML {
    """
    <details class="finding">
    <summary><span class="tag \(entry.mark.ink.style)">\(entry.mark.string)</span><span class="id">\(entry.id)</span>\
    <span>\(entry.message)</span></summary>
    <p><b>\(entry.remedy.word.string): \(entry.remedy.text)</b></p>
    \(html(.commands(entry.command.map { [$0] } ?? [])))<p class="remark">\(entry.title). \(HTML(entry.about)). \
    Source: \(entry.source).</p>
    </details>

    """
  }
}

extension HTML {
  fileprivate init(_ text: Text) {
    self = text.runs.map { run -> HTML in
      switch run.ink {
      case .plain: "\(run.text)"
      case .strong: "<b>\(run.text)</b>"
      case .code, .address: "<code>\(run.text)</code>"
      case .quiet, .good, .warning, .bad, .accent: "<span class=\"\(run.ink.style)\">\(run.text)</span>"
      }
    }.joined()
  }
}

extension Ink {
  /// The class of the style sheet that means the same.
  fileprivate var style: String {
    switch self {
    case .plain, .strong, .code, .address: "plain"
    case .quiet: "remark"
    case .good: "good"
    case .warning: "warning"
    case .bad: "bad"
    case .accent: "accent"
    }
  }
}
