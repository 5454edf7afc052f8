import Planning
import ProfileFiles
import Testing

@Suite("A new profile")
struct ProfileTemplateTests {
  private func small() throws -> Profile {
    try LoadedProfile(Array(Sample.text.utf8), name: "f").profile
  }

  @Test func `says what was chosen and nothing else`() throws {
    for profile in [try small(), BuiltInGuide.loaded.profile] {
      let text = try ProfileTemplate.text(for: profile)
      #expect(try LoadedProfile(Array(text.utf8), name: "f").profile == profile)
    }
  }

  @Test func `shows the keys that were not chosen as comments, with their defaults and reasons`() throws {
    let text = try ProfileTemplate.text(for: try small())
    let lines = text.split(separator: "\n").map(String.init)
    for field in Catalog.fields {
      #expect(
        lines.contains { $0.contains("\(field.key):") && $0.contains("# \(field.title)") }, "\(field.path)")
    }
    #expect(
      lines.contains {
        $0.hasPrefix("  # response_time_ms: 100..250..500") && $0.hasSuffix("assumed web API latency")
      })
    #expect(lines.contains { $0.hasPrefix("# voice:") })
    #expect(lines.contains { $0.hasPrefix("#   model:") })
  }

  @Test func `is read the same when any one of its comments is made alive`() throws {
    let lines = try ProfileTemplate.text(for: try small()).split(
      separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where line.hasPrefix("  # ") && line.contains(": ") {
      guard line.dropFirst(4).first != " ", !line.contains(":  ") else { continue }
      var edited = lines.map(String.init)
      edited[index] = "  " + line.dropFirst(4)
      let bytes = Array(edited.joined(separator: "\n").utf8)
      #expect(try LoadedProfile(bytes, name: "f").profile == (try small()), "\(line)")
    }
  }

  @Test func `that no file may hold is refused`() throws {
    var profile = try small()
    profile.compute.instances.desired = 99
    #expect(throws: InexpressibleChange.self) { try ProfileTemplate.text(for: profile) }
  }
}
