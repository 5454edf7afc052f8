import ArgumentParser
import Files
import Planning
import Reports

struct ExplainCommand: HeadroomCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract:
      "Tell the whole story of a rule of the review: what it checks, why, how to fix it, and who says so.",
    discussion: """
      EXAMPLES:
        headroom explain            all rules, a line each
        headroom explain HR101      one rule
      """)

  @Argument(help: ArgumentHelp("The id of a rule, as the review prints it.", valueName: "id"))
  var id: String?

  @OptionGroup var output: OutputOptions

  func perform() throws -> ExitCode {
    guard let id else {
      try output.print { RuleIndex().rendered(as: $0, paint: $1) }
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
