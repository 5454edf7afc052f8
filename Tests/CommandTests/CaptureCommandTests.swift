import Foundation
import Harness
import Testing

@Suite(.timeLimit(.minutes(10)))
struct `A capture, an import and a drift` {
  /// An AWS CLI that answers from what stands here, may not look at quotas, and notes what it is asked.
  private static let aws = """
    mkdir bin; cat >bin/aws <<'AWS'
    #!/bin/sh
    printf '%s\\n' "$*" >>log
    [ "${AWS_PAGER-unset}" = '' ] || exit 99
    case "$*" in
    *describe-auto-scaling-groups*) cat <<'JSON'
    {"AutoScalingGroups": [{"AutoScalingGroupName": "web", "MinSize": 2, "DesiredCapacity": 4, "MaxSize": 8,
      "AutoScalingGroupARN": "arn:aws:autoscaling:eu-west-1:123456789012:autoScalingGroup:1:autoScalingGroupName/web",
      "LaunchTemplate": {"LaunchTemplateId": "lt-1", "Version": "3"},
      "Instances": [{"InstanceType": "c7g.xlarge", "LifecycleState": "InService"}]}]}
    JSON
    ;;
    *list-service-quotas*)
      echo 'An error occurred (AccessDenied): User: arn:aws:sts::123456789012:assumed-role/ops is not authorized' >&2
      exit 254 ;;
    *) echo '{}' ;;
    esac
    AWS
    chmod +x bin/aws; PATH=$PWD/bin:$PATH

    """

  @Test func `read the account, write a profile and tell what was changed by hand`() async throws {
    let outcome = try await shell(
      Self.aws + """
        headroom capture --out now --region eu-west-1 --aws-profile ops 2>messages
        headroom capture --out now --region eu-west-1 --aws-profile ops 2>>messages
        test $(grep -c AccessDenied messages) -gt 1; ! grep 123456789012 messages
        grep -v 'describe-\\|list-\\|get-' log || echo only reads
        grep -c -- '--launch-template-id lt-1 --versions 3' log
        headroom import aws now --users 5000 --requests 0.2..0.3 --requests-per-instance 500 \\
          --output web.yaml 2>/dev/null
        sed 's/max: 8 /max: 9 /' web.yaml >changed.yaml
        headroom drift web.yaml now 2>/dev/null >/dev/null; echo $?
        headroom drift changed.yaml now --format github || echo $?
        headroom drift changed.yaml now --format junit 2>/dev/null | grep -c '<failure type="drift"' || true
        headroom import aws now --merge changed.yaml 2>/dev/null | cmp - web.yaml && echo merged
        """)
    #expect(
      outcome.output.split(separator: "\n").filter { !$0.hasPrefix("::error") } == [
        "only reads", "2", "0", "1", "1", "merged",
      ], "\(outcome.output)\(outcome.error)")
    let annotation = outcome.output.split(separator: "\n").first { $0.hasPrefix("::error") }
    #expect(annotation?.contains("title=drift of compute.instances.max::9 in the profile, 8 in AWS") == true)
  }

  @Test func `say what to do where there is no AWS CLI, and where it has no credentials`() async throws {
    let missing = try await shell("PATH=$(dirname $(command -v headroom)); headroom capture --out now")
    #expect(missing.ending == .exit(69) && missing.output == "")
    #expect(missing.error.contains("cannot start aws") && missing.error.contains("headroom capture --script"))
    let refused = try await shell(
      """
      mkdir bin; printf '#!/bin/sh\\necho Unable to locate credentials >&2; exit 253\\n' >bin/aws; chmod +x bin/aws
      PATH=$PWD/bin:$PATH; headroom capture --out now || { code=$?; test ! -e now && exit $code; }
      """)
    #expect(refused.ending == .exit(69) && refused.error.contains("Unable to locate credentials"))
  }

  @Test func `leave a folder alone that holds something else, before anything is asked`() async throws {
    let outcome = try await shell(
      Self.aws + """
        mkdir mine; echo mine >mine/notes.json; headroom capture --out mine || echo $?; ls mine; test ! -e log
        mkdir empty; headroom capture --out empty 2>/dev/null; ls empty | grep -c json
        """)
    #expect(outcome.ending == .exit(0), "\(outcome.error)")
    #expect(outcome.output.hasPrefix("73\nnotes.json\n"), "\(outcome.output)")
    #expect(outcome.error.contains("mine holds something else than a capture: name another folder"))
  }

  @Test func `say after each answer what is there, so that one that is killed can be taken up`() async throws
  {
    let outcome = try await shell(
      Self.aws + """
        sed 's/^case /case "$*" in *describe-target-groups*) kill -9 $PPID;; esac; &/' bin/aws >bin/other
        mv bin/aws bin/kept; mv bin/other bin/aws; chmod +x bin/aws
        headroom capture --out now 2>/dev/null || echo killed
        grep -c '"file"' now/capture.json; ls now | grep -vc capture.json
        mv bin/kept bin/aws; headroom capture --out now 2>/dev/null && echo taken up
        """)
    #expect(outcome.output == "killed\n8\n8\ntaken up\n", "\(outcome.output)\(outcome.error)")
  }

  @Test func `are a shell script too, with every name quoted`() async throws {
    let outcome = try await shell(
      Self.aws + """
        headroom capture --script --asg "x'; touch pwned; '\\$(touch pwned)" --out 'a b' >capture.sh
        if command -v shellcheck >/dev/null; then shellcheck capture.sh; fi
        sh capture.sh 2>/dev/null; sh capture.sh 2>/dev/null
        test ! -e pwned; ls 'a b' | grep -c json; grep -c "x'; touch pwned" log
        headroom import aws 'a b' --format json 2>/dev/null | grep -c 'not_captured'
        """)
    #expect(outcome.ending == .exit(0), "\(outcome.error)")
    #expect(outcome.output.split(separator: "\n").allSatisfy { (Int($0) ?? 0) > 0 }, "\(outcome.output)")
  }

  @Test func `refuse names that the AWS CLI would take for options`() async throws {
    let outcome = try await shell("headroom capture --out now --asg=--endpoint-url=http://example.invalid")
    #expect(outcome.ending == .exit(64) && outcome.error.contains("is no name"))
  }

  @Test func `read a plan of 20 MB and keep little of it`() async throws {
    let outcome = try await shell(
      """
      x=$(head -c 200000 /dev/zero | tr '\\0' x)
      {
        printf '{"format_version": "1.2", "terraform_version": "1.11.4", "planned_values": {"root_module": {"resources": ['
        printf '{"address": "aws_autoscaling_group.web", "mode": "managed", "type": "aws_autoscaling_group", "name": "web",'
        printf '"values": {"name": "web", "min_size": 2, "max_size": 9, "desired_capacity": 3}}'
        for n in $(seq 101); do
          printf ',{"address": "aws_iam_policy.p%s", "type": "aws_iam_policy", "values": {"policy": "%s"}}' $n "$x"
        done
        printf ']}}}'
      } >plan.json
      test $(wc -c <plan.json) -gt 20000000
      headroom import terraform plan.json --region eu-west-1 2>/dev/null | grep -c 'max: 9'
      """)
    #expect(outcome.ending == .exit(0) && outcome.output == "1\n", "\(outcome.error)")
  }
}
