import ArgumentParser
import Planning
import Typography

/// Which months a command looks at.
struct HorizonOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: "How many months, from 1 to 120.")
  var months: Int?

  @Option(
    help: ArgumentHelp(
      "The first month, which stands for today; growth.from without it.", valueName: "month"))
  var from: CalendarMonth?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Growth a month in place of the profile's, such as 3 or 2..4..6.", valueName: "percent"))
  var monthlyPercent: Estimate?

  @Flag(help: "Size the fleet anew for the users of each month, on the same type.")
  var resize = false

  func validate() throws {
    if let months, !(1...HorizonRequest.mostMonths).contains(months) {
      throw ValidationError("--months \(months) is not from 1 to \(HorizonRequest.mostMonths).")
    }
    if let monthlyPercent {
      let bounds = Bound.monthlyPercent
      guard bounds.contains(monthlyPercent.low), bounds.contains(monthlyPercent.high) else {
        throw ValidationError("--monthly-percent \(monthlyPercent.text) is not from -50 to 100.")
      }
    }
  }

  /// What is asked, with so many months where nobody says how many.
  func request(months standard: Int) -> HorizonRequest {
    HorizonRequest(
      months: months ?? standard, from: from, monthlyPercent: monthlyPercent, resizes: resize)
  }
}

extension CalendarMonth: ExpressibleByArgument {
  package init?(argument: String) { self.init(argument) }
}

extension Estimate: ExpressibleByArgument {
  /// Reads `3`, `2..4` or `2..3..6`, as a profile writes a range.
  package init?(argument: String) {
    var numbers: [Double] = []
    for part in argument.split(separator: "..", omittingEmptySubsequences: false) {
      guard let number = Double(String(part)), number.isFinite else { return nil }
      numbers.append(number)
    }
    guard (1...3).contains(numbers.count), numbers == numbers.sorted() else { return nil }
    let (low, high) = (numbers[0], numbers[numbers.count - 1])
    self =
      numbers.count == 3 ? Estimate(low: low, likely: numbers[1], high: high) : Estimate(low: low, high: high)
  }
}

extension Failure {
  /// What the profile lacks is wrong usage, since another command would do with it; what contradicts itself is wrong.
  init(_ refusal: HorizonRefusal) {
    let message = "headroom: \(refusal.text)"
    switch refusal {
    case .noGrowth, .beforeStart, .nothing: self = .usage(message)
    case .pointNotAfter, .noPrice: self = .wrongInput(message)
    }
  }
}
