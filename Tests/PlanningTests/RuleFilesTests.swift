import Testing

@testable import Planning

@Suite("The file of a rule")
struct RuleFilesTests {
  private static let folder = "Sources/Planning/Findings/Rules"

  @Test(arguments: Rule.all.map(\.id))
  func `is found by the rule's id, and no other file says it`(id: String) throws {
    let files = try SourceFiles.names(in: Self.folder).filter { name in
      try SourceFiles.text(of: "\(Self.folder)/\(name)").contains("\"\(id)\", .")
    }
    #expect(files.count == 1)
  }

  @Test func `is named for what its rules look at`() {
    let names = SourceFiles.names(in: Self.folder)
    #expect(!names.isEmpty && names.allSatisfy { $0.hasSuffix("Rules.swift") })
  }
}
