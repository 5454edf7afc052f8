import Harness
import Testing

@Suite(.timeLimit(.minutes(10)))
struct `headroom review, explain and quotas` {
  @Test func `the guide is told what it gets wrong`() async throws {
    let outcome = try await Program.headroom.run("review")
    #expect(outcome.ending == .exit(0))
    #expect(outcome.output.contains("The voice queue never drains"))
    #expect(outcome.output.contains("Fix: Set keep_alive_seconds to 65."))
  }

  @Test func `every finding can be explained`() async throws {
    let review = try await Program.headroom.run("review", "--format", "csv")
    let ids = Set(review.output.matches(of: /HR[0-9]{3}/).map { String($0.output) })
    #expect(ids.count > 20)
    for id in ids {
      let story = try await Program.headroom.run("explain", id)
      #expect(story.ending == .exit(0))
      #expect(story.output.hasPrefix(id))
    }
  }

  @Test func `a rule that is not there is a usage error`() async throws {
    let outcome = try await Program.headroom.run("explain", "HR999\u{1b}[2J")
    #expect(outcome.ending == .exit(64))
    #expect(outcome.error == "headroom: there is no rule HR999\\u{1B}[2J; headroom explain lists them all\n")
  }

  @Test func `only commands are printed as a script`() async throws {
    let outcome = try await Program.headroom.run("quotas", "--commands")
    #expect(outcome.ending == .exit(0))
    let requests = outcome.output.split(separator: "\n").filter { $0.hasPrefix("aws ") }
    #expect(
      requests == [
        "aws service-quotas get-service-quota --service-code ec2 --quota-code L-1216C47A --region us-east-1"
      ])
  }

  @Test func `several profiles of an account ask once for what they share`() async throws {
    let outcome = try await shell(
      """
      sed 's/^name: .*/name: batch; $(id)/' fleet.yaml >batch.yaml
      headroom quotas fleet.yaml batch.yaml --format json | grep -c '"scope": "account"'
      headroom quotas fleet.yaml batch.yaml --commands >request.sh; sh -n request.sh
      grep -c '^aws ' request.sh; grep 'vCPUs' request.sh
      headroom quotas fleet.yaml batch.yaml --format markdown | grep -c 'batch; '
      """)
    #expect(outcome.ending == .exit(0), "\(outcome.error)")
    let lines = outcome.output.split(separator: "\n").map(String.init)
    #expect(lines.count == 4)
    #expect(lines[1] == "1")
    #expect(lines[2].hasPrefix("# EC2 On-Demand vCPUs: ") && lines[2].contains(" + batch; $(id) "))
  }

  @Test func `what is no listing of quotas is refused`() async throws {
    let outcome = try await Program.headroom.run("quotas", "--quotas", "/etc/hostname")
    #expect(outcome.ending == .exit(65))
    #expect(outcome.error.hasPrefix("/etc/hostname:1:1: no JSON: found "))
  }
}
