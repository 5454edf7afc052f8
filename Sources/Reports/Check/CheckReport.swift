package import Planning
internal import Typography

/// Profiles held to their gates, for people, for programs and for CI.
package struct CheckReport: Report {
  package let profiles: [CheckedProfile]

  package init(_ profiles: [CheckedProfile]) { self.profiles = profiles }

  package var isMet: Bool { profiles.allSatisfy(\.isMet) }

  /// The verdict in one line: `2 of 5 gates are not met`.
  package var verdict: String {
    let unreadable = profiles.count { $0.check == nil }
    let asked = profiles.compactMap(\.check).flatMap(\.verdicts)
    let failed = asked.count { !$0.isMet }
    let gates =
      asked.isEmpty
      ? "no gate was asked"
      : failed == 0
        ? "\(asked.count == 1 ? "the gate is" : "all \(asked.count) gates are") met"
        : "\(failed) of \(asked.count) gate\(asked.count == 1 ? " is" : "s are") not met"
    return unreadable == 0
      ? gates : "\(gates); \(unreadable) profile\(unreadable == 1 ? " does" : "s do") not read"
  }

  package var title: String { "Check" }
}
