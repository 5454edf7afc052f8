import Files
import Foundation
import Planning
import Testing

@Suite("The profiles that come with the program")
struct SharedProfilesTests {
  @Test func `can all be planned with`() throws {
    let folder = Repository.root.appending(path: "Profiles").path
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    #expect(
      names == [
        "graviton-250k.yaml", "ireland-80k.yaml", "launch-day.yaml", "lean-50k.yaml", "production-250k.yaml",
      ])
    for name in names {
      let loaded = try ProfileFile.read("\(folder)/\(name)")
      #expect(loaded.profile.demand.concurrentUsers > 0, "\(name)")
      #expect(loaded.profile.conflicts.isEmpty, "\(name)")
    }
  }

  @Test(arguments: ["graviton-250k.yaml", "ireland-80k.yaml", "lean-50k.yaml"])
  func `are sound where they say so`(name: String) throws {
    let loaded = try ProfileFile.read(Repository.root.appending(path: "Profiles/\(name)").path)
    let review = Review(Plan(loaded.profile, provenance: loaded.provenance))
    #expect(review.findings.map { "\($0.id) \($0.message)" } == [])
  }

  @Test func `point at the quota that a launch outgrows`() throws {
    let loaded = try ProfileFile.read(Repository.root.appending(path: "Profiles/launch-day.yaml").path)
    let review = Review(Plan(loaded.profile, provenance: loaded.provenance))
    let quotas = review.findings.filter { $0.id == "HR901" }
    #expect(quotas.map(\.severity) == [.error, .error])
    #expect(quotas.compactMap { $0.place?.file }.allSatisfy { $0.hasSuffix("graviton-250k.yaml") })
    #expect(Set(quotas.compactMap { $0.place?.line }).count == 2)
  }

  @Test func `come to the launch day through the fleet that it scales up`() throws {
    let path = Repository.root.appending(path: "Profiles/launch-day.yaml").path
    let loaded = try ProfileFile.read(path)
    #expect(loaded.layers.count == 2)
    #expect(loaded.profile.compute.instanceType == "c7g.2xlarge")
    #expect(loaded.profile.compute.instances.desired == 201)
  }
}
