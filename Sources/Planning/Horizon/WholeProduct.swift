/// A product of whole numbers, however large, to compare with another one exactly.
struct WholeProduct: Comparable {
  /// The lowest part first, without zeros at the end.
  private var parts: [UInt64] = [1]

  mutating func multiply(by factor: UInt64, times: Int = 1) {
    for _ in 0..<times {
      var carry: UInt64 = 0
      for index in parts.indices {
        let (high, low) = parts[index].multipliedFullWidth(by: factor)
        let (sum, overflows) = low.addingReportingOverflow(carry)
        parts[index] = sum
        carry = high + (overflows ? 1 : 0)
      }
      if carry > 0 { parts.append(carry) }
    }
  }

  static func < (left: WholeProduct, right: WholeProduct) -> Bool {
    left.parts.count == right.parts.count
      ? left.parts.reversed().lexicographicallyPrecedes(right.parts.reversed())
      : left.parts.count < right.parts.count
  }
}
