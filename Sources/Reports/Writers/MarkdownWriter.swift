internal import Typography

/// A document in GitHub Markdown, for a wiki, a pull request or a comment on one.
struct MarkdownWriter {
  let markdown: Markdown

  /// GitHub refuses longer comments; what is in a cell is cut until a comment is shorter.
  private static let longestComment = 65_536

  init(_ document: Document) {
    guard let tag = document.commentTag else {
      let head = ["# \(document.title)\n" as Markdown, document.facts.isEmpty ? nil : "\(document.facts)\n"]
      let origin: Markdown? =
        document.origin.isEmpty
        ? nil
        : "---\n\nMade from " + document.origin.map { "\($0)" as Markdown }.joined(separator: "; ") + ".\n"
      markdown = Writing().joined(
        head.compactMap(\.self) + Writing().parts(document.blocks) + [origin].compactMap(\.self))
      return
    }
    let bodies = [Int.max, 640, 160, 60, 20].lazy.map { width in
      "<!-- \(tag) -->\n"
        + Writing(cellWidth: width).joined(Writing(cellWidth: width).parts(document.blocks))
    }
    markdown =
      bodies.first { $0.source.unicodeScalars.count < Self.longestComment }
      ?? "<!-- \(tag) -->\n"
      + Writing().joined(
        Writing().parts(Array(document.blocks.prefix(1)))
          + ["The details are too long for a comment.\n"])
  }
}

private struct Writing {
  var cellWidth = Int.max

  func joined(_ parts: [Markdown]) -> Markdown { parts.joined(separator: "\n") }

  func parts(_ blocks: [Block]) -> [Markdown] { blocks.flatMap(parts) }

  /// The block as paragraphs, each ending with a newline; an empty line parts them.
  private func parts(_ block: Block) -> [Markdown] {
    switch block {
    case .verdict(let question?, let answer, let sentences):
      let rest = sentences.map { " \($0)" as Markdown }.joined()
      return ["## \(question)\n", Markdown(answer.inked(.strong)) + rest + "\n"]
    case .verdict(nil, let answer, let sentences):
      return [Markdown(answer.inked(.plain)) + sentences.map { " \($0)" as Markdown }.joined() + "\n"]
    case .heading(let title, let remark):
      return ["## \(title)\n"] + (remark.isEmpty ? [] : [Markdown(remark) + "\n"])
    case .paragraph(let text): return [Markdown(text) + "\n"]
    case .list(let items, let style):
      let bullet: Markdown = style == .checks ? "- [ ] " : "- "
      return items.isEmpty ? [] : [items.map { bullet + Markdown($0) + "\n" }.joined()]
    case .table(let table): return parts(table)
    case .picture(let picture): return picture.figures.map(parts) ?? []
    case .figures(let figures):
      return [figures.map { "**\($0.value)** \($0.label)" as Markdown }.joined(separator: "; ") + "\n"]
    case .commands(let commands): return commands.isEmpty ? [] : [.fenced(commands, language: "sh")]
    case .entries(let entries): return entries.isEmpty ? [] : parts(of: entries)
    case .folded(let title, let blocks):
      return [
        "<details>\n<summary>\(title)</summary>\n\n" + joined(parts(blocks)) + "\n</details>\n"
      ]
    case .brief(_, let blocks): return parts(blocks)
    }
  }

  private func parts(_ table: Table) -> [Markdown] {
    let columns = table.columns.map { column -> Markdown.Column in
      column.isNumber ? .number("\(column.title)") : .text("\(column.title)")
    }
    let rows = table.rows.map { row in
      row.cells.map { cell -> Markdown in
        let text = (cell.isMarked ? "▸ " + cell.text : cell.text).clipped(to: cellWidth)
        return Markdown(row.kind == .total ? text.emphasised : text)
      }
    }
    let omitted: [Markdown] =
      table.omitted > 0 ? ["\(Numbers.grouped(table.omitted)) more are left out.\n"] : []
    return [.table(columns, rows: rows)] + omitted
  }

  private func parts(of entries: [Entry]) -> [Markdown] {
    var table = Table([.text("Severity"), .text("Rule"), .text("About"), .text("Why"), .text("Fix")])
    for entry in entries {
      let remedy = Text(entry.remedy.text)
      let isFix = entry.remedy.word.string == "Fix"
      table.row([
        entry.mark.inked(.plain), Text(entry.id), entry.about, Text(entry.message),
        isFix ? remedy : entry.remedy.word + ": " + remedy,
      ])
    }
    return parts(table) + parts(.commands(entries.compactMap(\.command)))
  }
}

extension Markdown {
  /// Text with what matters in bold.
  fileprivate init(_ text: Text) {
    self = text.runs.map { run -> Markdown in
      switch run.ink {
      case .strong, .bad: Self.bold(run.text)
      case .code: .code(run.text)
      case .address: Self.link(run.text)
      case .plain, .quiet, .good, .warning, .accent: "\(run.text)"
      }
    }.joined()
  }

  /// An address that GitHub links to; anything else stays text.
  private static func link(_ address: String) -> Markdown {
    let isPlain = address.hasPrefix("https://") && !address.contains { " <>".contains($0) }
    return isPlain ? Markdown(raw: "<\(address)>") : "\(address)"
  }

  /// Spaces stay outside, where bold may begin and end.
  private static func bold(_ text: String) -> Markdown {
    let before = text.prefix { $0 == " " }
    let after = String(text.dropFirst(before.count).reversed().prefix { $0 == " " })
    let inner = text.dropFirst(before.count).dropLast(after.count)
    return inner.isEmpty ? "\(text)" : "\(before)**\(inner)**\(after)"
  }
}
