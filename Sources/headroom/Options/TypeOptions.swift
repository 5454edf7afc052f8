import ArgumentParser
import Planning

/// Which instance types may be chosen.
struct TypeOptions: ParsableArguments {
  @Option(help: "A family such as c7g, or its letters such as c; repeatable.")
  var family: [String] = []

  @Option(help: "x86_64 or arm64.")
  var arch: Hardware.Architecture?

  @Option(help: ArgumentHelp("vCPUs: a number, or a range such as 4..16.", valueName: "range"))
  var vcpus: Bounds?

  @Option(help: ArgumentHelp("GiB of memory: a number, or a range such as 16..64.", valueName: "range"))
  var memory: Bounds?

  @Option(help: "current or previous, as AWS counts them.")
  var generation: TypeFilter.Generation?

  @Option(help: "A word in the name of the type; repeatable.")
  var word: [String] = []

  func validate() throws {
    if let vcpus, vcpus.whole == nil { throw ValidationError("--vcpus has no whole number of vCPUs in it.") }
  }

  var filter: TypeFilter {
    var filter = TypeFilter()
    filter.families = family
    filter.architecture = arch
    filter.vcpus = vcpus?.whole
    filter.memoryGiB = memory.map { $0.low...$0.high }
    filter.generation = generation
    filter.words = word
    return filter
  }

  /// Two numbers, the lower one first.
  struct Bounds: ExpressibleByArgument {
    let low: Double
    let high: Double

    /// The whole numbers among them; nil where there is none.
    var whole: ClosedRange<Int>? {
      let (first, last) = (Int(low.rounded(.up)), Int(high))
      return first <= last ? first...last : nil
    }

    init?(argument: String) {
      let parts = argument.contains("..") ? argument.components(around: "..") : [argument]
      let ends = parts.compactMap { Double($0) }.filter { (0...1e6).contains($0) }
      guard ends.count == parts.count, let low = ends.first, let high = ends.last,
        low <= high
      else { return nil }
      self.low = low
      self.high = high
    }
  }
}

extension String {
  /// What stands before a separator and behind it.
  fileprivate func components(around separator: String) -> [String] {
    guard let range = firstRange(of: separator) else { return [self] }
    return [String(self[..<range.lowerBound]), String(self[range.upperBound...])]
  }
}

extension Hardware.Architecture: ExpressibleByArgument {}
extension TypeFilter.Generation: ExpressibleByArgument {}
extension SizingOrder: ExpressibleByArgument {}
