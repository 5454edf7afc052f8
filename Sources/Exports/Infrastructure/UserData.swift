internal import Planning
internal import Typography

/// The script that an instance runs when it first starts: the CloudWatch agent for its memory, and the application in a
/// container.
package struct UserData: Sendable {
  /// The script, in which the image stands as `image`; the rest is made literal by `literal`.
  private let lines: [String]

  init(_ profile: Profile, port: Int) {
    let command = profile.compute.gunicorn.map { [$0.command(port: port)] } ?? []
    let run =
      ["docker run --detach --name web --restart always --publish \(port):\(port) \"$image\""] + command
    lines = [
      "#!/bin/sh", "set -eu", "dnf install -y amazon-cloudwatch-agent awscli-2",
      "agent=/opt/aws/amazon-cloudwatch-agent", "cat > $agent/etc/fleet.json << 'END'", Self.agent, "END",
      "$agent/bin/amazon-cloudwatch-agent-ctl -a fetch-config -m ec2 -s -c file:$agent/etc/fleet.json",
      "image='\(Self.image)'",
      "case $image in",
      "  *.dkr.ecr.*.amazonaws.com/*)",
      "    aws ecr get-login-password --region \(ShellCommand.word(profile.region)) |",
      "      docker login --username AWS --password-stdin \"${image%%/*}\" ;;",
      "esac", run.joined(separator: " \\\n  "),
    ].flatMap { $0.split(separator: "\n").map(String.init) }
  }

  /// The lines with the image as an expression, and everything else as it would read to one who knows no expressions.
  func lines(image: String, literal: (String) -> String) -> [String] {
    lines.map { line in
      line.split(separator: Self.image, omittingEmptySubsequences: false).map { literal(String($0)) }
        .joined(separator: image)
    }
  }

  /// Stands where the image will; no shell word of a profile can hold it.
  private static let image = "\u{1}image\u{1}"

  /// Memory is no metric of EC2's own.
  private static let agent = """
    {"metrics": {"append_dimensions": {"AutoScalingGroupName": "${aws:AutoScalingGroupName}"},
      "aggregation_dimensions": [["AutoScalingGroupName"]],
      "metrics_collected": {"mem": {"measurement": ["mem_used_percent"]}}}}
    """
}

extension Gunicorn {
  /// The server as the guide starts it.
  fileprivate func command(port: Int) -> String {
    let options: [(String, Int?)] = [
      ("max-requests", maxRequests), ("max-requests-jitter", maxRequestsJitter), ("timeout", timeoutSeconds),
      ("keep-alive", keepAliveSeconds),
    ]
    let given = options.compactMap { name, value in value.map { "--\(name)=\($0)" } }
    return
      ([
        "gunicorn", "--bind=0.0.0.0:\(port)", "--workers=\(workers)", "--threads=\(threads)",
        "--worker-class=\(ShellCommand.word(workerClass))", "--worker-connections=\(workerConnections)",
      ] + given + ["main:app"]).joined(separator: " ")
  }
}
