import ArgumentParser
import Exports
import Planning
import Reports

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the fleet for what builds or changes it: CloudFormation, Terraform or the AWS CLI.",
    discussion: """
      EXAMPLES:
        headroom export cloudformation fleet.yaml > fleet-stack.yaml
        headroom export terraform fleet.yaml --output main.tf
        headroom export cli fleet.yaml > change.sh
        ASG=web TARGET_GROUP=web DRY_RUN=1 sh change.sh

      What the review of the fleet calls an error stands in the file as a comment, and so does what the file cannot say of
      the profile. What a profile cannot know, such as the VPC, is asked for when it is run.
      """,
    subcommands: [
      ExportCloudFormationCommand.self, ExportTerraformCommand.self, ExportCLICommand.self,
    ])
}

/// The profile, the part of it and the file.
struct ExportOptions: ParsableArguments {
  @OptionGroup var profile: ProfileOptions
  @OptionGroup var file: OutputFileOption

  @Option(
    help: ArgumentHelp(
      "Write one part: \(Infrastructure.Section.allCases.map(\.rawValue).joined(separator: ", ")); repeatable.",
      valueName: "section"))
  var only: [Infrastructure.Section] = []

  var sections: [Infrastructure.Section] { only.isEmpty ? Infrastructure.Section.allCases : only }

  func infrastructure() throws -> Infrastructure {
    Infrastructure(try profile.source().plan, only: sections)
  }
}

struct ExportCloudFormationCommand: HeadroomCommand {
  static let configuration = CommandConfiguration(
    commandName: "cloudformation",
    abstract: "Write a template of CloudFormation, in YAML.",
    discussion: """
      EXAMPLES:
        headroom export cloudformation fleet.yaml > stack.yaml
        headroom export cloudformation fleet.yaml --only monitoring --only scaling
        aws cloudformation deploy --template-file stack.yaml --stack-name web --capabilities CAPABILITY_IAM \\
          --parameter-overrides VpcId=vpc-1 SubnetIds=subnet-1,subnet-2 CertificateArn=... ContainerImage=...
      """)

  @OptionGroup var options: ExportOptions

  func perform() throws -> ExitCode {
    let template = CloudFormationTemplate(try options.infrastructure())
    if template.resourceCount > CloudFormationTemplate.resourceLimit {
      throw Failure.wrongInput(
        "headroom: the fleet comes to \(template.resourceCount) resources; a stack of CloudFormation has at most"
          + " \(CloudFormationTemplate.resourceLimit): write parts of it with --only")
    }
    if template.text.utf8.count > CloudFormationTemplate.sizeLimit {
      StandardError.write(
        "headroom: the template has \(template.text.utf8.count) bytes; above \(CloudFormationTemplate.sizeLimit) it is"
          + " deployed from a bucket (--s3-bucket), or in parts (--only)")
    }
    try options.file.print(template.text)
    return .success
  }
}

struct ExportTerraformCommand: HeadroomCommand {
  static let configuration = CommandConfiguration(
    commandName: "terraform",
    abstract: "Write a configuration of Terraform, as terraform fmt has it.",
    discussion: """
      EXAMPLES:
        headroom export terraform fleet.yaml --output main.tf
        terraform plan -var vpc_id=vpc-1 -var 'subnet_ids=["subnet-1","subnet-2"]'
      """)

  @OptionGroup var options: ExportOptions

  func perform() throws -> ExitCode {
    try options.file.print(TerraformConfiguration(try options.infrastructure()).text)
    return .success
  }
}

struct ExportCLICommand: HeadroomCommand {
  static let configuration = CommandConfiguration(
    commandName: "cli",
    abstract: "Write a shell script that changes what runs, by the AWS CLI.",
    discussion: """
      EXAMPLES:
        headroom export cli fleet.yaml > change.sh
        ASG=web TARGET_GROUP=web LOAD_BALANCER=web DATABASE=main CACHE=web DRY_RUN=1 sh change.sh

      The script changes only what it is given the name of: ASG, TARGET_GROUP, LOAD_BALANCER, DATABASE, CACHE. It says each
      change before it makes it, stops at the first failure, deletes nothing, and run twice it changes nothing more.
      DRY_RUN=1 makes no change; SET_DESIRED=1 moves the group to its desired size; APPLY_IMMEDIATELY=1 changes the
      database before its maintenance window.
      """)

  @OptionGroup var options: ExportOptions

  func perform() throws -> ExitCode {
    try options.file.print(CommandScript(try options.infrastructure()).text)
    return .success
  }
}

extension Infrastructure.Section: ExpressibleByArgument {}
