import ArgumentParser
import Files
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
      cloudwatch:ListMetrics, cloudfront:ListDistributions, wafv2:GetWebACL, wafv2:GetWebACLForResource,
      elasticloadbalancing:GetLoadBalancerWebACL, shield:GetSubscriptionState and servicequotas:ListServiceQuotas.
      """)

  @Option(
    help: ArgumentHelp(
      "The folder to write to; what an earlier capture left there is replaced, and one that holds something else refused.",
      valueName: "folder"))
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
    let capture = Capture(plan: CapturePlan(group: asg), folder: out, region: region, awsProfile: awsProfile)
    try capture.run { call, words in StandardError.write("headroom: \(call.name): \(words)") }
    StandardError.write(
      "headroom: wrote \(out.quotedPath); to make a profile of it: headroom import aws \(out.quotedPath)")
    return .success
  }
}
