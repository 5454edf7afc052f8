import ArgumentParser
import Files
import Glibc
import Planning
import Typography

struct CaptureCommand: HeadroomCommand {
  static let configuration = CommandConfiguration(
    commandName: "capture",
    abstract: "Read what AWS has of a fleet into files, by running the AWS CLI.",
    discussion: """
      EXAMPLES:
        headroom capture --out now/ --asg web --region eu-west-1
        headroom capture --script > capture.sh      for a machine that has the AWS CLI and not this program
        headroom import aws now/                    and then a profile of it

      It runs `aws` with reads only, and asks for no user data and no password. What it may not read it says and
      goes on. It needs of IAM: autoscaling, ec2, elasticloadbalancing, rds, elasticache and cloudwatch Describe*,
      cloudfront:ListDistributions, wafv2:GetWebACL, wafv2:GetWebACLForResource,
      elasticloadbalancing:GetLoadBalancerWebACL, shield:GetSubscriptionState and servicequotas:ListServiceQuotas.
      """)

  @Option(
    help: ArgumentHelp(
      "The folder to write to; what an earlier capture left there is replaced.", valueName: "folder"))
  var out: String?

  @Option(help: ArgumentHelp("Only this auto scaling group and what belongs to it.", valueName: "name"))
  var asg: String?

  @Option(
    help: ArgumentHelp("The Region; without it, the one that the AWS CLI is set to.", valueName: "region"))
  var region: String?

  @Option(help: ArgumentHelp("The profile of the AWS CLI to use.", valueName: "name"))
  var awsProfile: String?

  @Flag(help: "Print the reads as a POSIX shell script instead of running them.")
  var script = false

  func validate() throws {
    if out == nil, !script {
      throw ValidationError("--out names the folder to write to; or print a --script.")
    }
    for (option, value) in [("--asg", asg), ("--region", region), ("--aws-profile", awsProfile)] {
      // The AWS CLI would take it for an option of its own.
      if let value, value.isEmpty || value.hasPrefix("-") {
        throw ValidationError("\(option) \(value.quoted(atMost: 100)) is no name.")
      }
    }
  }

  func perform() throws -> ExitCode {
    guard let out, !script else {
      try StandardOutput.print(
        CaptureScript(group: asg, region: region, awsProfile: awsProfile, folder: out).text)
      return .success
    }
    try Capture(plan: CapturePlan(group: asg), folder: out, region: region, awsProfile: awsProfile).run()
    StandardError.write(
      "headroom: wrote \(out.quotedPath); to make a profile of it: headroom import aws \(out.quotedPath)")
    return .success
  }
}

/// One run of the reads, each into a file of its own.
private struct Capture {
  let plan: CapturePlan
  let folder: String
  let region: String?
  let awsProfile: String?

  func run() throws {
    var record = CaptureFile(captured: .today, region: region ?? Environment.region)
    var done: [CaptureCall] = []
    var answered: [String] = []
    var next = plan.firstCalls
    // Names that one answer tells are asked for in the next round, until nothing new is told.
    while !next.isEmpty {
      for call in next {
        let answer = try answer(to: call)
        if done.isEmpty { try begin(after: answer) }
        done.append(call)
        let words = answer.exit == 0 ? nil : CaptureFile.words(of: answer.error)
        record.note(call, exit: answer.exit, error: words)
        guard answer.exit == 0 else {
          StandardError.write("headroom: \(call.name): \(words ?? "")")
          continue
        }
        try write(String(decoding: answer.output, as: UTF8.self), to: call.file)
        answered.append(path(call.file))
      }
      let account = try FoundFiles.read { () throws(InputFileError) in try AWSFiles.account(answered) }
      next = plan.calls(after: account).filter { !done.contains($0) }
    }
    try write(record.text, to: CaptureFile.name)
  }

  private func answer(to call: CaptureCall) throws -> Program.Answer {
    let place = (call.region ?? region).map { ["--region", $0] } ?? []
    let profile = awsProfile.map { ["--profile", $0] } ?? []
    let answer = try Program.answer(
      "aws", call.words + ["--output", "json"] + place + profile,
      environment: ["AWS_PAGER": "", "AWS_CLI_AUTO_PROMPT": "off"])
    guard let answer else {
      throw Failure.unavailable(
        "headroom: cannot start aws; install the AWS CLI, or take the reads to a machine that has it: headroom capture --script"
      )
    }
    return answer
  }

  /// Makes the folder once the CLI has answered, and takes out what an earlier capture left in it.
  private func begin(after answer: Program.Answer) throws {
    guard answer.exit == 0 else {
      throw Failure.unavailable(
        "headroom: aws: \(CaptureFile.words(of: answer.error))\nheadroom: to read on a machine that may: headroom capture --script"
      )
    }
    if folder.withSystemPath({ mkdir($0, 0o777) }) != 0, errno != EEXIST {
      throw Failure.cannotCreate(
        "headroom: cannot create \(folder.quotedPath): \(String(cString: strerror(errno)))")
    }
    for file in AWSFiles.filesOfCapture(in: folder) { _ = path(file).withSystemPath { unlink($0) } }
  }

  private func path(_ name: String) -> String { folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)" }

  private func write(_ text: String, to name: String) throws {
    do throws(OutputFileError) {
      _ = try OutputFile.write(text, to: path(name))
    } catch {
      throw Failure(error)
    }
  }
}

extension Failure {
  static func unavailable(_ message: String) -> Failure { Failure(message: message, code: ExitCode(69)) }
}

extension Environment {
  /// The Region that the AWS CLI is told by the environment.
  fileprivate static var region: String? {
    [self["AWS_REGION"], self["AWS_DEFAULT_REGION"]].compactMap(\.self).first { !$0.isEmpty }
  }
}
