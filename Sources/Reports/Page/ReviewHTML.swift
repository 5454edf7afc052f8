internal import Planning
package import Typography

extension ReviewReport {
  package var html: HTML {
    let header: HTML = """
      <header>
      <h1>\(title)</h1>
      <p class="facts">\(review.counts)</p>
      </header>

      """
    return HTMLPage(title: title, body: header + review.html + source.footer).source
  }
}

extension Review {
  /// A line for each finding that opens to its fix, its evidence and its source.
  var html: HTML {
    findings.isEmpty && accepted.isEmpty
      ? "<p>No findings: no rule has anything to say about this profile.</p>\n"
      : (findings + accepted).map(\.html).joined()
  }
}

extension Finding {
  fileprivate var html: HTML {
    let state = acceptance == nil ? severity.rawValue : "accepted"
    let reason: HTML = acceptance.map { "<p>Accepted: \($0)</p>\n" } ?? ""
    let command: HTML = fix.command.map { "<pre>\($0)</pre>\n" } ?? ""
    return """
      <details class="finding">
      <summary><span class="tag \(severity.ink.style)">\(state)</span><span class="id">\(id)</span>\
      <span>\(message)</span></summary>
      \(reason)<p><b>\(fix.text)</b></p>
      \(command)<p class="remark">\(title). <code>\(subject)</code> is \(evidence). \
      Source: \(source.title), \(source.collected).</p>
      </details>

      """
  }
}
