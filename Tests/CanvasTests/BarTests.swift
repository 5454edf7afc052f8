import Canvas
import Testing

@Suite struct BarTests {
  /// 200 of 400 fills 12 of 24 cells; 250 of 400 marks cell 15; 330 of 400 is 19.8 cells.
  @Test func `a bar is drawn in whole cells with the target on its scale`() {
    #expect(drawn(Bar(200, of: 400, target: 250), 24) == ["▆▆▆▆▆▆▆▆▆▆▆▆···┃"])
    #expect(drawn(Bar(330, of: 400, target: 250), 24) == ["▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆┃▆▆▆▆"])
    #expect(drawn(Bar(200, of: 400, target: 250), 24, glyphs: .ascii) == ["############---|"])
  }

  @Test func `a bar that is short by ever so little ends a cell before the mark`() {
    #expect(drawn(Bar(249.99, of: 400, target: 250), 24) == ["▆▆▆▆▆▆▆▆▆▆▆▆▆▆·┃"])
    #expect(drawn(Bar(250, of: 400, target: 250), 24) == ["▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆┃"])
  }

  @Test func `a bar that goes past its end says so`() {
    #expect(drawn(Bar(1200, of: 400), 16) == ["▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▸"])
    #expect(drawn(Bar(400, of: 400), 16) == ["▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆"])
  }

  @Test func `the figure of A stands on the bar where it differs`() {
    #expect(drawn(Bar(200, of: 400, ghost: 300), 16) == ["▆▆▆▆▆▆▆▆    ○"])
    #expect(drawn(Bar(200, of: 400, ghost: 100), 16) == ["▆▆▆▆○▆▆▆"])
  }

  @Test func `a little is not nothing, and nothing is nothing`() {
    #expect(drawn(Bar(0.001, of: 400), 16) == ["▆"])
    #expect(drawn(Bar(0, of: 400), 16) == [""])
    #expect(drawn(Bar(5, of: 0), 16) == [""])
  }

  /// On 20 cells for 20: floor in cell 3, low in 5, high in 11.
  @Test func `a range is dotted from floor to low and heavy from low to high`() {
    #expect(drawn(RangeBar(floor: 3, low: 5, high: 11, of: 20), 20) == ["   ··━━━━━━━"])
    #expect(drawn(RangeBar(floor: 3, low: 3, high: 3, of: 20), 20) == ["   ━"])
    #expect(drawn(RangeBar(floor: 3, low: 5, high: 30, of: 20), 20) == ["   ··━━━━━━━━━━━━━━▸"])
    #expect(drawn(RangeBar(floor: 30, low: 30, high: 30, of: 20), 20) == [""])
    let whole = RangeBar(floor: 3, low: 5, high: 11, likely: 7, day: 4, ghost: 9, of: 20)
    #expect(drawn(whole, 20) == ["   ·│━━●━○━━"])
  }

  @Test func `a tornado has the largest first and a common scale`() {
    let bars = TornadoBars([
      .init("hit rate", 10, figure: "10%"), .init("requests", 60, figure: "60%"),
      .init("voice", 0, figure: "0%"),
    ])
    #expect(
      drawn(bars, 30, 3) == [
        "requests █████████████████ 60%",
        "hit rate ██▉               10%",
        "voice                       0%",
      ])
    #expect(drawn(bars, 30, 1) == ["requests █████████████████ 60%"])
  }
}

@Suite struct SliderTests {
  @Test func `the knob stands where the value is, and a hollow one where it was saved`() {
    #expect(drawn(Slider(fraction: 0), 11) == ["●──────────"])
    #expect(drawn(Slider(fraction: 1), 11) == ["━━━━━━━━━━●"])
    #expect(drawn(Slider(fraction: 0.5, savedFraction: 0.2), 11) == ["━━○━━●─────"])
    #expect(drawn(Slider(fraction: 0.2, savedFraction: 0.5), 11) == ["━━●──○─────"])
    #expect(drawn(Slider(fraction: 0.5, savedFraction: 0.5), 11, glyphs: .ascii) == ["=====O-----"])
    #expect(drawn(Slider(fraction: 7), 11) == ["━━━━━━━━━━●"])
  }

  @Test func `a value that is a range shows its ends`() {
    #expect(drawn(Slider(fraction: 0.5, range: 0.3...0.7), 11) == ["━━━╞═●═╡───"])
    #expect(drawn(Slider(fraction: 0.5, range: 0.49...0.51), 11) == ["━━━━━●─────"])
  }

  @Test func `a click on a column asks for the value whose knob stands there`() {
    let track = Rect(x: 4, y: 0, width: 21)
    for column in track.x..<track.right {
      #expect(Slider.column(of: Slider.fraction(at: column, in: track), in: track) == column)
    }
    #expect(Slider.fraction(at: 0, in: track) == 0)
    #expect(Slider.fraction(at: 99, in: track) == 1)
    #expect(Slider.fraction(at: 4, in: Rect(x: 4, y: 0, width: 1)) == 0)
  }
}
