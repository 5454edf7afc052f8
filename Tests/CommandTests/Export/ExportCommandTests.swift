import Foundation
import Harness
import Testing

@Suite("headroom export", .timeLimit(.minutes(10)))
struct ExportCommandTests {
  @Test func `writes a template to a file`() async throws {
    let outcome = try await shell(
      "headroom export cloudformation fleet.yaml --output stack.yaml; head -1 stack.yaml")
    #expect(outcome.ending == .exit(0))
    #expect(outcome.output.hasSuffix("for AWS CloudFormation:\n"))
  }

  @Test func `knows its sections`() async throws {
    let outcome = try await shell("headroom export terraform fleet.yaml --only alarms")
    #expect(outcome.ending == .exit(64))
    #expect(outcome.error.contains("monitoring"))
  }

  @Test(.enabled(if: isInstalled("shellcheck"), "shellcheck is not installed"))
  func `writes a script in which shellcheck finds nothing`() async throws {
    // That it finds something where there is something shows that it looks.
    try await expectNothingFound(
      in: edits + [Self.hostile], exporting: "cli", as: "sh",
      by: """
        for file in *.sh; do sh -n $file; done
        printf '#!/bin/sh\\necho $1\\n' >wrong; if shellcheck wrong >/dev/null; then exit 9; fi
        shellcheck *.sh
        """)
  }

  /// Exports each of the fleets, and has all the files looked at by one call of a program, since its start takes longer
  /// than a file does.
  private func expectNothingFound(
    in edits: [String], exporting language: String, as ending: String, by check: String
  ) async throws {
    let exports = edits.enumerated().map { number, edit in
      """
      cp written.yaml fleet.yaml
      \(edit)
      headroom export \(language) fleet.yaml >fleet\(number).\(ending)
      test -s fleet\(number).\(ending)
      """
    }
    let outcome = try await shell(
      "cp fleet.yaml written.yaml\n\(exports.joined(separator: "\n"))\n\(check)")
    #expect(outcome.ending == .exit(0), "\(outcome.output)\(outcome.error)")
  }

  /// The guide with a name, a path and a class of workers that are commands to whoever does not quote them.
  private static let hostile = #"""
    \#(guide)
    sed -i "s|^name:.*|name: \"'; touch pwned; \$(touch pwned) \`touch pwned\` '\"|" fleet.yaml
    sed -i "s|health_check_path: [^ ,}]*|health_check_path: \"/x';touch\$(touch pwned)\`touch pwned\`\"|" fleet.yaml
    sed -i "s|worker_class: sync|worker_class: \"sync';touch\$(touch pwned)'\"|" fleet.yaml
    rm -f pwned; headroom validate fleet.yaml
    """#

  /// What an instance runs first is a script within a template, in which names are quoted once more.
  @Test func `writes what instances run so that names in it run nothing`() async throws {
    let outcome = try await shell(
      Self.hostile + #"""

        headroom export terraform fleet.yaml | sed -n '/<<-END_OF_USER_DATA/,/^  END_OF_USER_DATA/p' |
          sed '1d; $d; s/^    //; s/\$\${/${/g; s/%%{/%{/g' >run.sh
        sh -n run.sh
        mkdir bin; for name in dnf aws docker; do printf '#!/bin/sh\n' >bin/$name; chmod +x bin/$name; done
        sed 's|/opt/aws/amazon-cloudwatch-agent|agent|; s|^.agent/bin.*|:|' run.sh >safe.sh
        mkdir -p agent/etc; PATH=$PWD/bin:$PATH sh safe.sh; test ! -e pwned && grep -c touch run.sh
        """#)
    #expect(outcome.ending == .exit(0), "\(outcome.error)")
  }

  @Test(.enabled(if: isInstalled("cfn-lint"), "cfn-lint is not installed"))
  func `writes a template in which cfn-lint finds nothing`() async throws {
    try await expectNothingFound(
      in: edits, exporting: "cloudformation", as: "stack", by: "cfn-lint -r us-east-1 -- *.stack")
  }

  @Test(.enabled(if: isInstalled("terraform"), "terraform is not installed"))
  func `writes a configuration in which terraform fmt finds nothing`() async throws {
    try await expectNothingFound(
      in: edits, exporting: "terraform", as: "tf", by: "terraform fmt -check -diff 2>&1")
  }

  /// Fleets of other kinds, each an edit of what `init` writes.
  private let edits = [
    ":", Self.guide,
    "\(Self.guide)\nsed -i 's/engine: postgresql/engine: mariadb/; s/engine: redis/engine: memcached/' fleet.yaml",
    "\(Self.guide)\nsed -i 's/^cdn:.*/cdn: {enabled: false}/; s/rules: 1, geo.*: false/rules: 2, geographic_restrictions: true/' fleet.yaml",
  ]

  private static let guide = "cp '\(ExportCommandTests.guidePath)' fleet.yaml"

  private static let guidePath = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Profiles/production-250k.yaml")
    .path

  /// The AWS CLI as the script sees it: it writes down its words, and answers as a fleet of other sizes does.
  private static let fakeAWS = #"""
    mkdir bin
    cat >bin/aws <<'END'
    #!/bin/sh
    for word; do printf '[%s]' "$word"; done >>calls
    echo >>calls
    case "$*" in
      *put-scaling-policy*) echo arn:aws:policy ;;
      *DesiredCapacity*) echo "${RUNS:-3}" ;;
      *LaunchTemplateId\ *) echo lt-1 ;;
      *.Version\ *) echo '$Default' ;;
      *AllocatedStorage*) echo 20 ;;
      *HealthCheckTimeoutSeconds*) echo 5 ;;
      *CacheNodeType*) echo cache.t4g.micro ;;
      *NodeGroups*) echo 1 ;;
      *"output json"*) echo null ;;
      *"Name --output text"*) echo None ;;
      *Arn*) echo arn:aws:elasticloadbalancing:x:1:loadbalancer/app/web/1 ;;
      *) echo None ;;
    esac
    END
    chmod +x bin/aws
    PATH=$PWD/bin:$PATH
    """#

  private static let names = "ASG=web TARGET_GROUP=web LOAD_BALANCER=web DATABASE=main CACHE=web"

  @Test func `gives the AWS CLI each name whole, whatever is in it`() async throws {
    let outcome = try await shell(
      #"""
      sed -i "s|instance_type:.*|instance_type: \"'\$(touch pwned)\`touch pwned\`;touch pwned\"|" fleet.yaml
      headroom export cli fleet.yaml >change.sh
      \#(Self.fakeAWS)
      \#(Self.names) sh change.sh 2>said
      ls
      cat calls
      """#)
    #expect(outcome.ending == .exit(0), "\(outcome.error)")
    #expect(!outcome.output.contains("pwned\n"))
    #expect(outcome.output.contains(#"{"InstanceType": "'$(touch pwned)`touch pwned`;touch pwned", "#))
  }

  @Test func `writes a script that changes nothing when it is asked to say only what it would do`()
    async throws
  {
    let outcome = try await shell(
      """
      headroom export cli fleet.yaml >change.sh
      \(Self.fakeAWS)
      \(Self.names) DRY_RUN=1 sh change.sh
      cat calls
      """)
    #expect(outcome.ending == .exit(0), "\(outcome.error)")
    #expect(
      outcome.error.contains("+ aws autoscaling update-auto-scaling-group --auto-scaling-group-name web"))
    for call in outcome.output.split(separator: "\n") {
      #expect(call.contains("[describe-"), "\(call)")
    }
  }

  @Test func `writes a script that lets nothing go unless it is told to`() async throws {
    let run = "\(Self.names) RUNS=1000 sh change.sh"
    let outcome = try await shell(
      """
      headroom export cli fleet.yaml >change.sh
      \(Self.fakeAWS)
      \(run) && exit 9
      grep -q update-auto-scaling-group calls && exit 8
      SET_DESIRED=1 \(run) 2>/dev/null
      grep -c -e --desired-capacity calls
      """)
    #expect(outcome.ending == .exit(0), "\(outcome.error)")
    #expect(outcome.error.contains("Stopped: web runs 1000, above max"))
    #expect(outcome.output == "1\n")
  }

  @Test func `writes a script that touches only what it is given the name of`() async throws {
    let outcome = try await shell(
      """
      headroom export cli fleet.yaml >change.sh
      \(Self.fakeAWS)
      sh change.sh
      test ! -e calls
      """)
    #expect(outcome.ending == .exit(0), "\(outcome.error)")
    #expect(outcome.error.contains("ASG is not given: nothing is changed there.\n"))
  }
}
