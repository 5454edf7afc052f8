extension TypeFilter {
  /// What such words are, for people.
  package static let help = "a word, or by c7g*, 8vcpu, 16gib, arm64, current"

  /// The filter that words say: `c7g* 8vcpu 16gib arm64 current`; a word that is none of these is one of the name.
  ///
  /// A star stands behind a family or its letters: `c*`. A number may be a range: `4..8vcpu`.
  package init(words text: String) {
    self.init()
    for word in text.lowercased().split(separator: " ").map(String.init) {
      if let architecture = Hardware.Architecture(rawValue: word) {
        self.architecture = architecture
      } else if let generation = Generation(rawValue: word) {
        self.generation = generation
      } else if let range = Self.range(word, unit: "vcpu") {
        vcpus = Int(range.lowerBound)...Int(range.upperBound)
      } else if let range = Self.range(word, unit: "gib") {
        memoryGiB = range
      } else if word.hasSuffix("*"), word.count > 1 {
        families.append(String(word.dropLast()))
      } else {
        words.append(word)
      }
    }
  }

  /// `8vcpu` or `4..8vcpu`; nil for anything else.
  private static func range(_ word: String, unit: String) -> ClosedRange<Double>? {
    guard word.hasSuffix(unit) else { return nil }
    let number = word.dropLast(unit.count)
    let ends: [Substring] =
      number.firstRange(of: "..").map { [number[..<$0.lowerBound], number[$0.upperBound...]] } ?? [number]
    let numbers = ends.compactMap { Double($0) }
    guard numbers.count == ends.count, let low = numbers.first, let high = numbers.last, low <= high,
      (0...1e6).contains(low), (0...1e6).contains(high)
    else { return nil }
    return low...high
  }
}
