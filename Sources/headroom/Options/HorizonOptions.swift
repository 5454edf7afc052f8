import ArgumentParser
import Files
import Planning

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
  var monthlyPercent: String?

  @Flag(help: "Size the fleet anew for the users of each month, on the same type.")
  var resize = false

  func validate() throws {
    if let months, !(1...HorizonRequest.mostMonths).contains(months) {
      throw ValidationError("--months \(months) is not from 1 to \(HorizonRequest.mostMonths).")
    }
  }

  /// What is asked, with so many months where nobody says how many.
  func request(months standard: Int) throws -> HorizonRequest {
    HorizonRequest(
      months: months ?? standard, from: from, monthlyPercent: try growth(), resizes: resize)
  }

  /// Read as the profile's own would be.
  private func growth() throws -> Estimate? {
    guard let monthlyPercent else { return nil }
    do throws(AnswerProblem) {
      guard case .estimate(let percent) = try Catalog["growth.monthly_percent"].read(monthlyPercent) else {
        return nil
      }
      return percent
    } catch {
      throw Failure.usage("headroom: --monthly-percent: \(error)")
    }
  }
}

extension CalendarMonth: ExpressibleByArgument {
  package init?(argument: String) { self.init(argument) }
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
