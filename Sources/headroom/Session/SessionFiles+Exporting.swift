import Dashboard
import Files
import Planning
import Reports

extension SessionFiles {
  /// Renders what is on the screen as the ending of the path says, and writes it; for no path, the text to copy.
  func export(_ exported: Exported, to path: String, facts: Facts) -> (message: Message?, copied: String?) {
    let ending = path.split(separator: ".").last.map(String.init) ?? ""
    let formats: [String: ReportFormat] = [
      "md": .markdown, "csv": .csv, "html": .html, "json": .json, "txt": .text,
    ]
    let format = path.isEmpty ? .markdown : formats[ending] ?? .text
    let text = render(exported, as: format, facts)
    return path.isEmpty
      ? (.did("sent to the clipboard: \(exported.title)"), text) : (write(text, to: path), nil)
  }

  private func render(_ exported: Exported, as format: ReportFormat, _ facts: Facts) -> String {
    func source(_ profile: Profile) -> ReportSource {
      ReportSource(
        Plan(profile, provenance: profile == file.profile ? file.provenance : Provenance(), facts: facts),
        name: file.name, sha256: file.sha256)
    }
    return switch exported.content {
    case .commands(let text): text
    case .summary(let profile): SummaryReport(source(profile)).rendered(as: format)
    case .comparison(let old, let new):
      ComparisonReport(from: source(old), to: source(new)).rendered(as: format)
    case .table(let rows):
      ScreenReport(source(file.profile), exported.title.capitalised, rows: rows).rendered(as: format)
    }
  }
}

extension String {
  /// `the walls` as a title: `The walls`.
  fileprivate var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
