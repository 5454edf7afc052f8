import Testing
import Typography

@testable import Reports

@Suite struct `A document` {
  private var document: Document {
    var table = Table([.text("Wall"), .number("Users", brief: "users"), .number("Fix", rank: 1)])
    table.whereOthersAre = "more are in the page."
    table.row([Table.Cell("Compute"), Table.Cell("1", brief: "one", isMarked: true), Table.Cell("x")])
    table.row(["Cache", "2", ""], isEssential: false)
    table.row(["Total", "3", ""], .total)
    return Document(
      kind: "Kind", name: "a_b", remark: "here", facts: "Facts.", origin: ["file f"],
      [
        .verdict(question: "Holds?", answer: Text("No.", .bad), sentences: ["Because."]), .table(table),
        .list([Text("key", .code) + " is set"], .checks), .commands(["aws x"]),
        .folded("More", [.paragraph("inside")]), .brief([.paragraph("short")], whole: [.paragraph("whole")]),
      ])
  }

  @Test func `is lines of text, which show what is essential`() {
    #expect(
      TextWriter(document).report.rendered() == """
        a_b                                                                         here

        Holds?
          No.
          Because.

          Wall     users  Fix
          Compute  ▸ one    x
          ───────  ─────  ───
          Total        3
          1 more are in the page.
          key is set
          aws x

        More
          inside
          short

        Made from
          file f

        """)
  }

  @Test func `is Markdown, which folds and shows all`() {
    #expect(
      MarkdownWriter(document).markdown.source == """
        # Kind: a\\_b

        Facts.

        ## Holds?

        **No.** Because.

        | Wall      | Users | Fix |
        | --------- | ----: | --: |
        | Compute   |   ▸ 1 |   x |
        | Cache     |     2 |     |
        | **Total** | **3** |     |

        - [ ] `key` is set

        ```sh
        aws x
        ```

        <details>
        <summary>More</summary>

        inside

        </details>

        whole

        ---

        Made from file f.

        """)
  }

  @Test func `is a page with a title, its parts and where it is from`() {
    let page = HTMLWriter(document).html.source
    for part in [
      "<title>Kind: a_b</title>", "<p class=\"facts\">Facts.</p>", "<section class=\"verdict bad\">",
      "<td class=\"number\"><b>▸ 1</b></td>", "<tr class=\"total\"><td>Total</td>", "<code>key</code> is set",
      "<details>\n<summary>More</summary>\n<p>inside</p>", "<p>whole</p>", "<p>file f</p>",
    ] {
      #expect(page.contains(part), "\(part)")
    }
    #expect(!page.contains("short"))
  }

  @Test func `that is a comment begins with its tag and is cut until it fits`() {
    var table = Table([.text("Value")])
    table.row([Text(String(repeating: "x", count: 70_000))])
    let comment = Document(name: "n", commentTag: "tag", [.paragraph("All."), .table(table)])
    let body = MarkdownWriter(comment).markdown.source
    #expect(body.hasPrefix("<!-- tag -->\nAll.\n\n| Value"))
    #expect(body.contains("xxx…"))
    #expect(body.count < 65_536)
  }
}
