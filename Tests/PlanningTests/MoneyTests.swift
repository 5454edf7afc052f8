import Planning
import Testing

@Suite struct `Money is exact` {
  @Test(arguments: [
    ("0.005", "0.01"), ("0.004999", "0.00"), ("1234.565", "1234.57"), ("3600", "3600.00"), ("0.1", "0.10"),
  ])
  func `a sum rounds half up to the cent`(dollars: String, rounded: String) throws {
    #expect(try #require(Money(decimal: dollars)).decimal == rounded)
  }

  @Test func `half a cent below zero rounds up too`() throws {
    let half = try #require(Money(decimal: "0.005"))
    #expect((Money.zero - half).decimal == "0.00")
    #expect((Money.zero - half - half).decimal == "-0.01")
  }

  @Test(arguments: [
    "", "1,000", "-1", "1e3", "1.", ".5", "0x10", "1_000", "99999999999999999999", "1.2.3", "1.1234567",
  ])
  func `what is not a plain decimal is refused`(text: String) {
    #expect(Money(decimal: text) == nil)
  }

  @Test func `a price times hours loses nothing`() throws {
    // 0.411 x 12 nodes x 730 h = 3,600.36
    #expect(try #require(Price(decimal: "0.411")).times(12 * 730).decimal == "3600.36")
  }

  @Test func `a quote scaled there and back is the quote`() {
    let quote = Money(dollars: 3600)
    #expect(quote.scaled(by: Fraction(7, 50) * Fraction(50, 7)) == quote)
  }

  @Test(arguments: [("0.34", "0.34"), ("5.0", "5"), ("0.000000001", "0.000000001"), ("1000", "1000")])
  func `a price is written with the places that it has`(text: String, written: String) throws {
    #expect(try #require(Price(decimal: text)).decimal == written)
  }
}
