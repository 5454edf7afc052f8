import ArgumentParser
import Files
import Planning
import Reports
import Typography

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Write a profile of a fleet that AWS has, or that Terraform or CloudFormation makes.",
    discussion: """
      EXAMPLES:
        headroom capture --out now/ && headroom import aws now/ --output web.yaml
        headroom import aws now/ --asg web --users 50000 --requests 0.2..0.3
        terraform show -json plan.bin > plan.json && headroom import terraform plan.json
        headroom import cloudformation template.yaml --region eu-west-1
        headroom import aws now/ --merge web.yaml --output web-now.yaml    only what differs changes
        headroom import aws now/ --format json                             for other programs

      Behind each value stands where it came from. What no file says is a question in the profile. Nothing is sent
      anywhere: the files are those that the AWS CLI, Terraform and CloudFormation wrote.
      """,
    subcommands: [ImportFromAWS.self, ImportFromTerraform.self, ImportFromCloudFormation.self])
}

private struct ImportFromAWS: HeadroomCommand {
  static let configuration = CommandConfiguration(
    commandName: "aws",
    abstract: "From what the AWS CLI printed, such as a folder that `headroom capture` wrote.")

  @Argument(
    help: ArgumentHelp("Folders of answers, or answers.", valueName: "path"), completion: .file())
  var paths: [String]

  @OptionGroup var options: ImportOptions

  func perform() throws -> ExitCode {
    paths.forEach(InputFiles.note)
    return try options.perform(
      on: FoundFiles.read { () throws(InputFileError) in try AWSFiles.account(paths) })
  }
}

private struct ImportFromTerraform: HeadroomCommand {
  static let configuration = CommandConfiguration(
    commandName: "terraform", abstract: "From what `terraform show -json` prints of a plan or of a state.")

  @Argument(
    help: ArgumentHelp("A plan or a state as JSON.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var file: String

  @Flag(help: "Take what a plan found, not what it makes of it.")
  var prior = false

  @OptionGroup var options: ImportOptions

  func perform() throws -> ExitCode {
    InputFiles.note(file)
    return try options.perform(
      on: FoundFiles.read { () throws(InputFileError) in try AWSFiles.terraform(file, prior: prior) })
  }
}

private struct ImportFromCloudFormation: HeadroomCommand {
  static let configuration = CommandConfiguration(
    commandName: "cloudformation",
    abstract: "From a template in YAML or JSON, alone or as `aws cloudformation get-template` prints it.")

  @Argument(
    help: ArgumentHelp("A template.", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml", "json", "template"]))
  var file: String

  @OptionGroup var options: ImportOptions

  func perform() throws -> ExitCode {
    InputFiles.note(file)
    return try options.perform(
      on: FoundFiles.read { () throws(InputFileError) in try AWSFiles.cloudFormation(file) })
  }
}

/// Files that describe AWS, read for a command: every way to fail ends in a message and an exit code.
enum FoundFiles {
  static func read(_ reader: () throws(InputFileError) -> Account) throws -> Account {
    do throws(InputFileError) {
      return try reader()
    } catch {
      throw Failure(error)
    }
  }
}

/// What is made of a fleet that was found.
struct ImportOptions: ParsableArguments {
  @OptionGroup(title: "Choices") var choices: FleetOptions
  @OptionGroup(title: "Answers") var answers: DemandAnswers

  @Option(
    help: ArgumentHelp("Print this profile with only the values changed that differ.", valueName: "profile"),
    completion: .file(extensions: ["yaml", "yml"]))
  var merge: String?

  @Option(help: "yaml, which is a profile, or json, which tells what was found.")
  var format = Format.yaml

  @OptionGroup var destination: OutputFileOption

  enum Format: String, CaseIterable, ExpressibleByArgument { case yaml, json }

  func perform(on account: Account) throws -> ExitCode {
    var fleet = try choices.fleet(in: account)
    try answers.complete(&fleet)
    if let merge, format == .yaml { return try self.merge(fleet, into: merge) }
    try destination.print(format == .json ? fleet.json.text() : fleet.text)
    tell(fleet)
    return .success
  }

  private func merge(_ fleet: FoundFleet, into path: String) throws -> ExitCode {
    let loaded = try Profiles.read(path)
    let drift = Drift(loaded.profile, loaded.provenance, against: fleet)
    let merged = loaded.profile.taking(drift.differences + drift.moves)
    let texts: [[UInt8]]
    do throws(InexpressibleChange) {
      texts = try ProfileText.edited(loaded, to: merged, target: .profileItself)
    } catch {
      throw Failure.wrongInput(
        "headroom: \(path.quotedPath) cannot say \(error.keys.joined(separator: ", ")) as AWS has it"
          + "; change that by hand")
    }
    try destination.print(String(decoding: texts[0], as: UTF8.self))
    tell(fleet.notes)
    let gone = drift.differences.filter { $0.aws == nil }.map(\.key)
    if !gone.isEmpty {
      StandardError.write(
        "headroom: AWS has none of \(gone.joined(separator: ", ")), which stays in the profile until you take it out"
      )
    }
    return .success
  }

  private func tell(_ fleet: FoundFleet) {
    tell(fleet.notes)
    if !fleet.missing.isEmpty {
      let count = fleet.missing.count
      StandardError.write(
        "headroom: \(Numbers.counted(count, "question")) to answer in the profile: "
          + fleet.missing.joined(separator: ", "))
    }
    let review = Review(Plan(fleet.profile(over: fleet.offers), facts: Facts()))
    let offers = fleet.missing.isEmpty ? "" : " with the defaults that it offers"
    let file = destination.output?.quotedPath ?? "PROFILE"
    StandardError.write("headroom: \(review.counts)\(offers): headroom review \(file)")
  }

  private func tell(_ notes: [FoundNote]) {
    for note in notes {
      StandardError.write("note: \(note.id): \(note.subject.printable): \(note.text.printable)")
    }
  }
}
