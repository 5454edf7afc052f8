import Reports
import Testing
import Typography

@Suite struct `Markup` {
  @Test func `interpolated text is escaped for HTML and the literal is not`() {
    let name = #"<script>alert("1")</script> & 'x'"#
    let html: HTML = "<p title=\"\(name)\">\(name)</p>"
    let escaped = "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;"
    #expect(html.source == "<p title=\"\(escaped)\">\(escaped)</p>")
  }

  @Test func `interpolated markup goes in as it is`() {
    let inner: HTML = "<b>\("1 < 2")</b>"
    #expect(("<p>\(inner)</p>" as HTML).source == "<p><b>1 &lt; 2</b></p>")
    #expect([inner, inner].joined(separator: ", ").source == inner.source + ", " + inner.source)
  }

  @Test(arguments: [
    ("**bold** _x_ `code`", #"\*\*bold\*\* \_x\_ \`code\`"#),
    ("[x](http://a)", #"\[x\](http\://a)"#),
    ("a | b", #"a \| b"#),
    ("<b>&amp;", #"\<b\>\&amp;"#),
    ("www.a.example", #"www\.a.example"#),
    ("1. item", #"1\. item"#),
    ("- item", #"\- item"#),
    ("--- +1 -20%", #"\--- +1 -20%"#), ("-20%", "-20%"),
    (":smile: at 3.5x: fine", #"\:smile: at 3.5x: fine"#),
    ("@team #12", "@<!-- -->team #<!-- -->12"),
    ("250,000 users on c6i.2xlarge", "250,000 users on c6i.2xlarge"),
  ])
  func `Markdown does nothing with interpolated text`(text: String, expected: String) {
    #expect(("\(text)" as Markdown).source == expected)
  }

  @Test func `hostile characters are shown as escapes in every language`() {
    #expect(("\("a\u{202E}b\nc")" as HTML).source == #"a\u{202E}b\u{A}c"#)
    #expect(("\("a\nb")" as Markdown).source == #"a\\u{A}b"#)
  }

  @Test func `nothing in a code span or block ends it`() {
    #expect(Markdown.code("a`b``c").source == "```a`b``c```")
    #expect(Markdown.code("`a`").source == "`` `a` ``")
    #expect(Markdown.fenced(["a", "```", "b"], language: "sh").source == "````sh\na\n```\nb\n````\n")
  }

  @Test func `a Markdown table is aligned in its source and escapes bars in code`() {
    let table = Markdown.table(
      [.text("Line"), .number("low")], rows: [["Cache", "3,600.36"], [.code("a|b"), "1"]])
    #expect(
      table.source == #"""
        | Line   |      low |
        | ------ | -------: |
        | Cache  | 3,600.36 |
        | `a\|b` |        1 |

        """#)
  }
}
