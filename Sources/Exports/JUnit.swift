package import Planning
internal import Typography

/// A check as JUnit XML, which CI systems show as tests: a suite a profile, a case a gate.
package struct JUnit {
  package let text: String

  package init(_ profiles: [CheckedProfile]) {
    let suites = profiles.map(\.suite)
    let count = suites.reduce(0) { $0 + $1.tests }
    let failures = suites.reduce(0) { $0 + $1.failures }
    let errors = suites.reduce(0) { $0 + $1.errors }
    // What may stand in XML and what must be escaped is the same as in HTML.
    let document: HTML = """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="headroom check" tests="\(count)" failures="\(failures)" errors="\(errors)">
      \(suites.map(\.xml).joined())</testsuites>

      """
    text = document.source
  }
}

private struct TestSuite {
  let xml: HTML
  let tests: Int
  let failures: Int
  let errors: Int
}

extension CheckedProfile {
  fileprivate var suite: TestSuite {
    let verdicts = check?.verdicts ?? []
    let cases = problem.map { [unreadableCase($0)] } ?? verdicts.map { testCase($0) }
    let counts = (cases.count, check?.failures.count ?? 0, problem == nil ? 0 : 1)
    let xml: HTML = """
        <testsuite name="\(name)" tests="\(counts.0)" failures="\(counts.1)" errors="\(counts.2)">
      \(cases.joined())  </testsuite>

      """
    return TestSuite(xml: xml, tests: counts.0, failures: counts.1, errors: counts.2)
  }

  private func testCase(_ verdict: GateVerdict) -> HTML {
    if verdict.isMet { return "    <testcase classname=\"\(name)\" name=\"\(verdict.gate.id)\"/>\n" }
    let place = verdict.place.map { "\($0.file):\($0.line):\($0.column): " } ?? ""
    let message = "wanted \(verdict.wanted), found \(verdict.found)"
    return """
          <testcase classname="\(name)" name="\(verdict.gate.id)">
            <failure type="gate" message="\(message)">\(place)\(message)</failure>
          </testcase>

      """
  }

  private func unreadableCase(_ problem: String) -> HTML {
    """
        <testcase classname="\(name)" name="readable">
          <error type="profile" message="\(problem)">\(problem)</error>
        </testcase>

    """
  }
}
