import Testing
import Typography

@Suite struct `A number in a formula` {
  @Test(
    arguments: [
      (0.25, "0.25"), (1000.5, "1,000.5"), (0.000_001, "0.000001"), (1e-9, "0.000000001"), (0, "0"),
      (333.3 / 1000, "0.3333"), (10_000_000_000, "10,000,000,000"), (-2.5, "-2.5"),
    ] as [(Double, String)])
  func `has every place that somebody wrote`(number: Double, text: String) {
    #expect(Numbers.exact(number) == text)
  }

  @Test func `has as many places as say enough, and is never shown as nothing`() {
    #expect(Numbers.readable(1.0 / 3, from: 2) { abs($0 - 1.0 / 3) < 1e-4 } == "0.3333")
    #expect(Numbers.readable(0.004, from: 0) { _ in true } == "0.004")
    #expect(Numbers.readable(0, from: 0) { _ in true } == "0")
    #expect(Numbers.readable(1.5e20) == "1.5e+20")
  }

  @Test func `is in groups of three, and a word in none`() {
    #expect(Numbers.grouped(digits: "-1234567.50") == "-1,234,567.50")
    #expect(Numbers.grouped(digits: "infinity") == "infinity")
  }
}
