internal import Typography

/// A page that needs nothing beside itself and runs nothing: no script, font, style sheet or picture from elsewhere.
struct HTMLPage {
  let title: String
  let body: HTML

  var source: HTML {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8"/>
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; \
    base-uri 'none'; form-action 'none'"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <meta name="color-scheme" content="light dark"/>
    <meta name="referrer" content="no-referrer"/>
    <title>\(title)</title>
    <style>
    \(HTML(raw: HTMLPage.styleSheet))
    </style>
    </head>
    <body>
    <main>
    \(body)
    </main>
    </body>
    </html>

    """
  }
}

extension HTML.StringInterpolation {
  /// A text report as it stands, line by line; for a `<pre>`.
  mutating func appendInterpolation(lines report: TextReport) {
    for line in report.rendered().split(separator: "\n", omittingEmptySubsequences: false) {
      appendInterpolation(line)
      appendLiteral("\n")
    }
  }
}

extension Ink {
  /// The class of the style sheet that means the same.
  var style: String {
    switch self {
    case .plain: ""
    case .strong: "first"
    case .quiet: "remark"
    case .good: "good"
    case .warning: "warning"
    case .bad: "bad"
    case .accent: "accent"
    }
  }
}
