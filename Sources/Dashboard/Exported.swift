import Canvas
import Exports
package import Planning

/// What is on the screen, as it is written into a file or copied.
package struct Exported: Equatable, Sendable {
  package enum Content: Equatable, Sendable {
    /// Lines to run in a shell.
    case commands(String)

    /// The summary of a profile.
    indirect case summary(Profile)

    /// What one profile is against another.
    indirect case comparison(Profile, Profile)

    /// The table that is shown, its titles first.
    case table([[String]])
  }

  /// What it is called: `the walls`.
  package var title: String
  package var content: Content

  package init(_ title: String, _ content: Content) {
    self.title = title
    self.content = content
  }
}

extension State {
  /// What `w` writes now, and the name that it proposes.
  var exported: (Exported, name: String) {
    if overlays.last is ShownComparison {
      return (
        Exported("the comparison", .comparison(plan(of: .a).profile, plan(of: .b).profile)), "comparison.md"
      )
    }
    if screen == .quotas, !quotaCommands.isEmpty {
      return (
        Exported("the requests", .commands(QuotaScript(plan).text)),
        "request-quotas.sh"
      )
    }
    guard let table = screen.list?.table(self) else {
      return (Exported("the summary", .summary(profile)), "summary.md")
    }
    let rows = [table.columns.map(\.title)] + table.rows.map { $0.map(\.text) }
    return (Exported("the \(screen)", .table(rows.withoutEmptyColumns)), "\(screen).md")
  }

  mutating func askWhereToWrite() {
    let (exported, name) = exported
    overlays.append(Prompt(purpose: .write(exported), text: name))
  }
}

extension [[String]] {
  /// Without columns that have pictures instead of words.
  fileprivate var withoutEmptyColumns: [[String]] {
    let kept = (first ?? []).indices.filter { index in
      contains { $0.indices.contains(index) && !$0[index].isEmpty }
    }
    return map { row in kept.map { row.indices.contains($0) ? row[$0] : "" } }
  }
}
