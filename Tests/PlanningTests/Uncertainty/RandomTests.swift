import Planning
import Testing

@Suite struct `Random draws` {
  // Computed with another implementation of xoshiro256++ and SplitMix64 that gives their authors' test vectors.
  @Test(arguments: [
    (1, 0, [UInt64(0xCFC5_D07F_6F03_C29B), 0xBF42_4132_963F_E08D, 0x19A3_7D57_57AA_F520]),
    (1, 1, [0x65AC_E976_687D_8740, 0xB5E6_8CC9_9C77_3A92, 0x39DC_4177_61F4_27B6]),
    (42, 7, [0x5331_58FE_80AC_9425, 0xDDBB_4ED8_9730_1EC8, 0xF1A2_3D59_A846_2651]),
  ])
  func `a stream gives the same numbers for ever`(seed: Int, stream: Int, expected: [UInt64]) {
    var random = RandomStream(seed: seed, stream: stream)
    #expect(expected.map { _ in random.next() } == expected)
  }

  @Test(arguments: [
    Estimate(low: 1, likely: 2, high: 4), Estimate(low: 0, likely: 0, high: 1),
    Estimate(low: -3, likely: 5, high: 5),
  ])
  func `a triangular draw reaches both ends and turns at the likely value`(estimate: Estimate) {
    let triangular = Triangular(estimate)
    #expect(triangular.quantile(0) == estimate.low)
    #expect(triangular.quantile(1) == estimate.high)
    let below = (estimate.likely - estimate.low) / (estimate.high - estimate.low)
    #expect(abs(triangular.quantile(below) - estimate.likely) < 1e-12)
  }

  @Test func `quantiles undo the cumulative distribution`() {
    // Over 0, 1, 4: F(0.5) = 0.5^2 / (4 x 1) = 1/16, F(2) = 1 - 2^2 / (4 x 3) = 2/3
    let triangular = Triangular(Estimate(low: 0, likely: 1, high: 4))
    #expect(abs(triangular.quantile(1.0 / 16) - 0.5) < 1e-12)
    #expect(abs(triangular.quantile(2.0 / 3) - 2) < 1e-12)
  }

  @Test func `a certain number is drawn as itself`() {
    let triangular = Triangular(Estimate(0.1))
    #expect([0, 0.3, 1].map(triangular.quantile) == [0.1, 0.1, 0.1])
  }

  @Test func `shares stay within zero and one and spread over all of it`() {
    var random = RandomStream(seed: 9, stream: 3)
    let shares = (0..<100_000).map { _ in random.nextShare() }
    #expect(shares.allSatisfy { (0...1).contains($0) })
    // A mean of 100,000 lies within five standard errors, 5 x sqrt(1/12 / 100,000), of one half.
    #expect(abs(shares.reduce(0, +) / 100_000 - 0.5) < 0.0046)
    #expect(shares.contains { $0 < 0.0002 })
    #expect(shares.contains { $0 > 0.9998 })
  }
}
