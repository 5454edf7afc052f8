import Foundation
import Planning
import ProfileFiles
import Testing

@Suite("The profiles that come with the program")
struct SharedProfilesTests {
  @Test func `can all be planned with`() throws {
    let folder = Repository.root.appending(path: "Profiles").path()
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    #expect(names == ["graviton-250k.yaml", "launch-day.yaml", "lean-50k.yaml", "production-250k.yaml"])
    for name in names {
      let loaded = try ProfileFile.read("\(folder)/\(name)")
      #expect(loaded.profile.demand.concurrentUsers > 0, "\(name)")
      #expect(loaded.profile.conflicts.isEmpty, "\(name)")
    }
  }

  @Test func `come to the launch day through the fleet that it scales up`() throws {
    let path = Repository.root.appending(path: "Profiles/launch-day.yaml").path()
    let loaded = try ProfileFile.read(path)
    #expect(loaded.layers.count == 2)
    #expect(loaded.profile.compute.instanceType == "c7g.2xlarge")
    #expect(loaded.profile.compute.instances.desired == 201)
  }
}
