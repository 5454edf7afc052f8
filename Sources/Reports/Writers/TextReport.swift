internal import Typography

/// A report for a terminal or a pipe, line by line, within a number of columns.
package struct TextReport: Sendable {
  package let width: Int
  private var lines: [Text] = []

  package init(width: Int = 80) { self.width = width }

  /// The first line: what this is, and a remark at the right edge where there is room for it.
  package mutating func title(_ title: Text, remark: Text = "") {
    let gap = width - title.displayWidth - remark.displayWidth
    if remark.isEmpty ? gap >= 0 : gap >= 2 {
      lines.append(title + Text.spaces(remark.isEmpty ? 0 : gap) + remark)
    } else {
      lines += title.wrapped(to: width) + (remark.isEmpty ? [] : remark.wrapped(to: width))
    }
  }

  /// The title of a section, after an empty line.
  package mutating func heading(_ title: String, remark: Text = "") {
    blank()
    self.title(Text(title, .strong), remark: remark)
  }

  package mutating func line(_ text: Text) { lines.append(text) }

  /// A text in as many lines as it needs; from the second line on it stands `hanging` columns further in.
  package mutating func paragraph(_ text: Text, indent: Int = 2, hanging: Int = 0) {
    let wrapped = text.wrapped(to: width - indent - hanging)
    for (index, line) in wrapped.enumerated() {
      lines.append(Text.spaces(indent + (index == 0 ? 0 : hanging)) + line)
    }
  }

  package mutating func table(_ table: TextTable) { lines += table.lines(width: width) }

  /// A shell command that can be pasted as it stands, over several lines where it is too long for one.
  package mutating func command(_ command: String, indent: Int = 2) {
    let margin = Text.spaces(indent)
    lines += ShellCommand.lines(of: command, width: width - indent).map { margin + Text($0, .accent) }
  }

  /// One empty line, never two, and none at the top.
  package mutating func blank() {
    if let last = lines.last, !last.isEmpty { lines.append("") }
  }

  /// The whole report, ending with a newline.
  package func rendered(_ paint: Paint = .plain) -> String {
    lines.map { $0.rendered(paint) + "\n" }.joined()
  }
}
