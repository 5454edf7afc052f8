import ArgumentParser
import Planning
import Reports
import Typography

struct CommitCommand: HeadroomCommand {
  static let configuration = CommandConfiguration(
    commandName: "commit",
    abstract:
      "Print how much of the fleet is worth a commitment, and what it costs if the users come otherwise.",
    discussion: """
      EXAMPLES:
        headroom commit fleet.yaml                          12 months of the growth that the profile states
        headroom commit fleet.yaml --discount 31.5          at the discount that AWS offers you
        headroom commit fleet.yaml --months 36 --monthly-percent 1..3..5

      Without growth one month is looked at. A plan is paid at every hour, used or not: an instance is worth buying \
      where it runs for a larger share of the time than the plan costs of its price.
      """)

  @OptionGroup var profile: ProfileOptions
  @OptionGroup var horizon: HorizonOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "What a plan takes off the On-Demand price; the profile's, else \(Self.assumedDiscount), without it.",
      valueName: "percent"), transform: GivenNumber.read)
  var discount: Double?

  @OptionGroup var output: OutputOptions

  private static let assumedDiscount = Numbers.readable(
    Profile().compute.purchase.savingsPlan.discountPercent)

  func validate() throws {
    if let discount, !(0...100).contains(discount) {
      throw ValidationError("--discount \(Numbers.readable(discount)) is not from 0 to 100.")
    }
  }

  func perform() throws -> ExitCode {
    let source = try profile.source()
    let request = try horizon.request(months: CommitmentAdvice.defaultMonths)
    let advice: CommitmentAdvice
    do throws(HorizonRefusal) {
      advice = try CommitmentAdvice(
        source.plan, request, discountPercent: discount)
    } catch {
      throw Failure(error)
    }
    let report = CommitmentReport(source, advice)
    try output.print { report.rendered(as: $0, paint: $1) }
    return .success
  }
}
