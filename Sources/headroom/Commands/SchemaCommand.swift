import ArgumentParser
import Files

struct SchemaCommand: HeadroomCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema (draft-07) that lets editors complete and check profiles.",
    discussion: """
      EXAMPLES:
        headroom schema --output \(ProfileSchema.fileName)

      Then begin a profile that lies beside it with this line:
        \(ProfileSchema.editorLine)
      """)

  @OptionGroup var file: OutputFileOption

  func perform() throws -> ExitCode {
    try file.print(ProfileSchema.text())
    return .success
  }
}
