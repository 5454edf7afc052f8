import Canvas
import Testing

@Suite struct PictureTests {
  private func picture(_ text: String, _ role: Role = .text, on backdrop: Backdrop = .dark) -> String {
    var canvas = Canvas(Size(20, 1))
    canvas.put(text, at: Point(0, 0), role)
    return canvas.svg(on: backdrop)
  }

  @Test func `a picture is one SVG with the words of the screen`() {
    let svg = picture("min desired")
    #expect(svg.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\""))
    #expect(svg.hasSuffix("</svg>\n"))
    #expect(svg.contains(">min</text>"))
    #expect(svg.contains(">desired</text>"))
  }

  @Test func `markup in a name stays text`() {
    #expect(picture("<b>&\"").contains(">&lt;b&gt;&amp;&quot;</text>"))
  }

  @Test func `bars and lines are shapes, joined where they meet`() {
    let svg = picture("████▌")
    #expect(!svg.contains("<text"))
    #expect(svg.contains(#"width="36" height="19""#))
    #expect(svg.contains(#"width="4.5" height="19""#))
  }

  @Test func `a wide character stands on its two columns`() {
    #expect(picture("a東b").contains(#"x="23" y="28" textLength="18""#))
  }

  @Test func `reversal paints the background, and the sheet follows the backdrop`() {
    #expect(
      picture("x", .selection).contains(##"<rect x="14" y="14" width="9" height="19" fill="#d8dce3"/>"##))
    #expect(picture("x", on: .light).contains(##"rx="8" fill="#ffffff""##))
  }
}
