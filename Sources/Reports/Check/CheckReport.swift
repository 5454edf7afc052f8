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
        : "\(failed) of \(Numbers.counted(asked.count, "gate")) \(asked.count == 1 ? "is" : "are") not met"
    return unreadable == 0
      ? gates
      : "\(gates); \(Numbers.counted(unreadable, "profile")) \(unreadable == 1 ? "does" : "do") not read"
  }

  package var document: Document {
    Document(
      name: "Check", remark: Text(verdict, isMet ? .good : .bad), facts: "\(verdict).",
      profiles.flatMap(blocks))
  }

  private func blocks(of profile: CheckedProfile) -> [Block] {
    let heading = Block.heading(profile.name)
    guard let check = profile.check else {
      return [heading, .list([Text(profile.problem ?? "", .bad)])]
    }
    guard !check.verdicts.isEmpty else { return [heading, .paragraph(Text("No gate was asked.", .warning))] }
    var table = Table([
      .text("Gate", brief: ""), .flexible("Wanted", brief: ""), .flexible("Found", brief: ""),
    ])
    for verdict in check.verdicts {
      table.row([
        Text(verdict.isMet ? "met" : "not met", verdict.isMet ? .good : .bad), Text(verdict.wanted),
        Text(verdict.found),
      ])
    }
    return [heading, .table(table)]
  }
}
