/// A repeatable stream of random numbers: xoshiro256++ by David Blackman and Sebastiano Vigna.
///
/// Stream `b` of a seed starts from outputs 4b to 4b + 3 of SplitMix64, so every block of draws has a stream of its
/// own and the numbers do not depend on who draws them.
package struct RandomStream: Sendable {
  package static let name = "xoshiro256++"

  private var state: (UInt64, UInt64, UInt64, UInt64)

  package init(seed: Int, stream: Int) {
    var source = SplitMix64(seed: UInt64(bitPattern: Int64(seed)), skipping: 4 * UInt64(stream))
    state = (source.next(), source.next(), source.next(), source.next())
  }

  @inline(__always)
  package mutating func next() -> UInt64 {
    let sum = state.0 &+ state.3
    let result = (sum << 23 | sum >> 41) &+ state.0
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = state.3 << 45 | state.3 >> 19
    return result
  }

  /// A number from 0 to 1, both included.
  @inline(__always)
  package mutating func nextShare() -> Double {
    Double(next() >> 11) * Self.smallestShare
  }

  private static let smallestShare = 1 / Double(UInt64(1) << 53 - 1)
}

/// The generator that Vigna recommends to seed the other: one counter, well mixed.
private struct SplitMix64 {
  private static let step: UInt64 = 0x9E37_79B9_7F4A_7C15
  private var counter: UInt64

  init(seed: UInt64, skipping outputs: UInt64) {
    counter = seed &+ outputs &* Self.step
  }

  mutating func next() -> UInt64 {
    counter &+= Self.step
    var mixed = counter
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
