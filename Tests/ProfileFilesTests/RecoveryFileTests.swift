import Glibc
import Planning
import ProfileFiles
import Testing

@Suite("Unsaved changes")
struct RecoveryFileTests {
  let folder: TemporaryFolder
  let loaded: LoadedProfile

  init() throws {
    folder = try TemporaryFolder()
    loaded = try ProfileFile.read(try folder.write(Sample.text, to: "small.yaml"))
  }

  private func recovery(of loaded: LoadedProfile? = nil) -> RecoveryFile {
    RecoveryFile(of: loaded ?? self.loaded, in: folder["home/state/headroom"])
  }

  private func changed(max: Int) -> Profile {
    var profile = loaded.profile
    profile.compute.instances.max = max
    return profile
  }

  @Test func `are found again until they are forgotten`() throws {
    #expect(recovery().kept() == nil)
    try recovery().keep(changed(max: 9))
    #expect(recovery().kept() == changed(max: 9))
    try recovery().keep(changed(max: 10))
    #expect(recovery().kept() == changed(max: 10))
    recovery().forget()
    #expect(recovery().kept() == nil)
  }

  @Test func `of one file are not offered for another`() throws {
    let other = try ProfileFile.read(try folder.write(Sample.text, to: "other.yaml"))
    try recovery().keep(changed(max: 9))
    #expect(recovery(of: other).kept() == nil)
    #expect(recovery(of: BuiltInGuide.loaded).kept() == nil)
  }

  @Test func `of a file are found through a link to it`() throws {
    try folder.link("link.yaml", to: "small.yaml")
    try recovery().keep(changed(max: 9))
    #expect(recovery(of: try ProfileFile.read(folder["link.yaml"])).kept() == changed(max: 9))
  }

  @Test func `of every profile can be kept`() throws {
    try recovery(of: BuiltInGuide.loaded).keep(BuiltInGuide.loaded.profile)
    #expect(recovery(of: BuiltInGuide.loaded).kept() == BuiltInGuide.loaded.profile)
  }

  @Test func `are for nobody else to read`() throws {
    try recovery().keep(changed(max: 9))
    var status = stat()
    try #require(lstat(folder["home/state/headroom/recovery"], &status) == 0)
    #expect(status.st_mode & 0o777 == 0o700)
  }

  @Test func `that cannot be kept say why`() throws {
    try folder.write("", to: "file")
    #expect(throws: SaveProblem.self) { try RecoveryFile(of: loaded, in: nil).keep(changed(max: 9)) }
    #expect(throws: SaveProblem.self) {
      try RecoveryFile(of: loaded, in: folder["file"]).keep(changed(max: 9))
    }
  }
}
