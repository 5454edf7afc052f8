internal import Planning

/// A page that needs nothing beside itself: no script, no style sheet, no picture from elsewhere.
struct HTMLPage {
  let title: String
  let body: HTML

  var source: HTML {
    """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <title>\(title)</title>
    </head>
    <body>
    \(body)
    </body>
    </html>

    """
  }
}

extension SummaryReport {
  var html: HTML { HTMLPage(title: plan.profile.name, body: "<pre>\(lines: text)</pre>").source }
}

extension QuotaReport {
  var html: HTML { HTMLPage(title: plan.profile.name, body: "<pre>\(lines: text)</pre>").source }
}

extension HTML.StringInterpolation {
  mutating func appendInterpolation(lines report: TextReport) {
    for line in report.rendered().split(separator: "\n", omittingEmptySubsequences: false) {
      appendInterpolation(line)
      appendLiteral("\n")
    }
  }
}
