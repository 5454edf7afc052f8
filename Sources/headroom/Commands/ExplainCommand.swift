import ArgumentParser
import Files
import Planning
import Reports
import Typography

struct ExplainCommand: HeadroomCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tell the whole story of a number of a plan, or of a rule of the review.",
    discussion: """
      EXAMPLES:
        headroom explain                        all rules, a line each
        headroom explain HR101                  one rule
        headroom explain cost.nat fleet.yaml    a line of the bill: formula, inputs, who says so
        headroom explain cost.total             what the total rests on, and what is not in it
        headroom explain wall.compute           what a part carries, and why
        headroom explain wall.latency fleet.yaml  what a response is made of, and what would shorten it most
      """)

  @Argument(
    help: ArgumentHelp(
      "The id of a rule, as the review prints it, or of a number: cost.LINE, cost.total, wall.ID.",
      valueName: "id"),
    completion: .list(NumberReport.everyName + Rule.all.map(\.id)))
  var id: String?

  @OptionGroup var profile: ProfileOptions
  @OptionGroup var output: OutputOptions

  func perform() throws -> ExitCode {
    guard let id else {
      try output.print { RuleIndex().rendered(as: $0, paint: $1) }
      return .success
    }
    if id.contains(".") {
      let source = try profile.source()
      guard let report = NumberReport(source, name: id) else {
        let names = NumberReport.names(of: source.plan)
        let guess = Nearest.word(to: id, among: names).map { "; did you mean \($0)?" } ?? ""
        throw Failure.usage(
          "headroom: the plan has no number \(id.quoted(atMost: 40))\(guess); it has \(names.joined(separator: ", "))"
        )
      }
      try output.print { report.rendered(as: $0, paint: $1) }
      return .success
    }
    guard let rule = Rule.named(id) else {
      throw Failure.usage(
        "headroom: there is no rule \(id.quoted(atMost: 40)); headroom explain lists them all")
    }
    try output.print { RuleReport(rule).rendered(as: $0, paint: $1) }
    return .success
  }
}
