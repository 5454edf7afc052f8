import Files
import Planning
import Testing

@Suite struct `A figure` {
  @Test(arguments: [
    (-0.2, "-20.0%", "-20%"), (0, "0.0%", "0%"), (1.2858, "+128.6%", "+129%"),
    (8.999, "+899.9%", "+900%"), (9, "10x", "10x"), (9.523, "11x", "11x"), (5e9, ">999x", ">999x"),
  ])
  func `of headroom reads the same wherever it stands`(share: Double, exact: String, short: String) {
    #expect(Figures.headroom(share) == exact)
    #expect(Figures.headroom(share, places: 0) == short)
  }

  @Test(arguments: [(199_988.9, "199,988", "199k"), (480_600_000, "480M", "480M"), (3, "3", "3")])
  func `of users is cut, never rounded up`(users: Double, exact: String, short: String) {
    #expect(Figures.users(users) == exact)
    #expect(Figures.shortUsers(users) == short)
  }

  @Test func `of money has cents, or whole dollars rounded half away from zero`() {
    let money = Money(cents: 1_241_050)
    #expect(Figures.cents(money) == "12,410.50")
    #expect(Figures.dollars(money) == "12,411")
    #expect(Figures.dollars(.zero - money) == "-12,411")
    #expect(Figures.usd(Money(dollars: 27_400_000)) == "$27,400,000")
    #expect(Figures.usd(Money(dollars: 27_400_000), isShort: true) == "$27M")
    #expect(Figures.dollars(Money(picodollars: 1 << 100)) == "1,267,650,600,228,229,401")
  }

  @Test func `of a difference has its sign, and none has none`() {
    #expect(Figures.signedCents(Money(cents: 123_450)) == "+1,234.50")
    #expect(Figures.signedCents(Money(cents: -310)) == "-3.10")
    #expect(Figures.signedDollars(Money(cents: 49)) == "0")
    #expect(Figures.signedDollars(Money(cents: 7200)) == "+72")
    #expect(Figures.signed(19_999) == "+19,999")
  }

  @Test func `of two multiples names both where they differ`() {
    #expect(Figures.multiples((4.2, 3.3)) == "3.3-4.2x")
    #expect(Figures.times((3.41, 3.44)) == "3.4 times")
  }
}

@Suite struct `The name of a total` {
  private func name(_ change: (inout Profile) -> Void) -> String {
    var profile = Guide.profile
    change(&profile)
    let plan = Plan(profile)
    return CostTable.totalName(of: [plan.quoted, plan.list].compactMap(\.self))
  }

  @Test func `says what is not in it, and counts what is too long to say`() {
    #expect(name { $0.voice = nil } == "Total")
    #expect(name { _ in } == "Total without voice")
    #expect(name { $0.cache?.nodeType = "cache.unknown" } == "Total without cache, voice")
    #expect(
      name { $0.region = "ap-nowhere-9" } == "Total without compute, block storage, database and 11 more")
  }
}
