import Files
import Glibc
import Planning
import Testing

@Suite("Saving a file")
struct SavingFilesTests {
  let folder: TemporaryFolder
  let loaded: LoadedProfile

  init() throws {
    folder = try TemporaryFolder()
    loaded = try ProfileFile.read(try folder.write(Sample.text, to: "small.yaml"))
  }

  private func grown(_ max: Int = 9) -> Profile {
    var profile = loaded.profile
    profile.compute.instances.max = max
    return profile
  }

  private static let grownText = Sample.text.replacing("max: 4", with: "max: 9")

  @Test func `writes the value and leaves nothing beside the file`() throws {
    let saved = try ProfileFile.save(grown(), in: loaded)
    #expect(saved.profile == grown())
    #expect(saved.path == loaded.path)
    #expect(try folder.text("small.yaml") == Self.grownText)
    #expect(try folder.names() == ["small.yaml"])
  }

  @Test(arguments: [0o640, 0o604, 0o755] as [mode_t])
  func `keeps the mode`(mode: mode_t) throws {
    try #require(chmod(folder["small.yaml"], mode) == 0)
    _ = try ProfileFile.save(grown(), in: loaded)
    #expect(status("small.yaml").st_mode & 0o7777 == mode)
  }

  @Test(.enabled(if: geteuid() == 0, "only root may give files away"))
  func `keeps the owner`() throws {
    try #require(chown(folder["small.yaml"], 1234, 4321) == 0)
    _ = try ProfileFile.save(grown(), in: loaded)
    #expect(status("small.yaml").st_uid == 1234)
    #expect(status("small.yaml").st_gid == 4321)
  }

  @Test func `through a link writes the file and keeps the link`() throws {
    try folder.link("link.yaml", to: "small.yaml")
    let linked = try ProfileFile.read(folder["link.yaml"])
    #expect(try ProfileFile.save(grown(), in: linked).path == folder["link.yaml"])
    #expect(try folder.text("small.yaml") == Self.grownText)
    var link = stat()
    try #require(lstat(folder["link.yaml"], &link) == 0)
    #expect(link.st_mode & S_IFMT == S_IFLNK)
  }

  @Test func `leaves somebody else's change alone and shows it`() throws {
    let theirs = Sample.text.replacing("desired: 2", with: "desired: 3")
    try folder.write(theirs, to: "small.yaml")
    let problem = #expect(throws: SaveProblem.self) { try ProfileFile.save(grown(), in: loaded) }
    guard case .changedOnDisk(_, let there) = problem else {
      Issue.record("\(String(describing: problem))")
      return
    }
    #expect(there?.profile.compute.instances.desired == 3)
    #expect(try folder.text("small.yaml") == theirs)
    #expect(try folder.names() == ["small.yaml"])
  }

  @Test func `over somebody else's change keeps their comments and says my values`() throws {
    try folder.write("# theirs\n" + Sample.text.replacing("desired: 2", with: "desired: 3"), to: "small.yaml")
    let saved = try ProfileFile.save(grown(), in: loaded, overTheirs: true)
    #expect(saved.profile == grown())
    #expect(try folder.text("small.yaml") == "# theirs\n" + Self.grownText)
  }

  @Test func `over a file that is no profile any more writes mine whole`() throws {
    try folder.write("no: profile\n", to: "small.yaml")
    #expect(throws: SaveProblem.self) { try ProfileFile.save(grown(), in: loaded) }
    _ = try ProfileFile.save(grown(), in: loaded, overTheirs: true)
    #expect(try folder.text("small.yaml") == Self.grownText)
  }

  @Test func `tells that the file is gone, and makes it again when asked`() throws {
    unlink(folder["small.yaml"])
    let problem = #expect(throws: SaveProblem.self) { try ProfileFile.save(grown(), in: loaded) }
    #expect(problem.map { "\($0)" }?.contains("changed on disk") == true)
    #expect(try folder.names() == [])
    _ = try ProfileFile.save(grown(), in: loaded, overTheirs: true)
    #expect(try folder.text("small.yaml") == Self.grownText)
  }

  @Test func `refuses what took the file's place and is no regular file`() throws {
    unlink(folder["small.yaml"])
    try #require(mkfifo(folder["small.yaml"], 0o600) == 0)
    #expect(throws: SaveProblem.self) { try ProfileFile.save(grown(), in: loaded) }
    #expect(throws: SaveProblem.self) { try ProfileFile.save(grown(), in: loaded, overTheirs: true) }
    #expect(status("small.yaml").st_mode & S_IFMT == S_IFIFO)
  }

  @Test func `as a new file keeps every comment, and asks before it replaces another`() throws {
    var profile = BuiltInGuide.loaded.profile
    profile.compute.instances.max = 120
    let saved = try ProfileFile.save(profile, from: BuiltInGuide.loaded, as: folder["mine.yaml"])
    #expect(saved.path == folder["mine.yaml"])
    let guide = String(decoding: BuiltInGuide.bytes, as: UTF8.self)
    #expect(
      try folder.text("mine.yaml") == guide.replacing("desired: 50, max: 100", with: "desired: 50, max: 120"))
    let problem = #expect(throws: SaveProblem.self) {
      try ProfileFile.save(profile, from: BuiltInGuide.loaded, as: folder["small.yaml"])
    }
    #expect(problem.map { "\($0)" } == "already exists: \(folder["small.yaml"])")
    #expect(try folder.text("small.yaml") == Sample.text)
    _ = try ProfileFile.save(profile, from: BuiltInGuide.loaded, as: folder["small.yaml"], over: true)
    #expect(try ProfileFile.read(folder["small.yaml"]).profile == profile)
    #expect(try folder.names() == ["mine.yaml", "small.yaml"])
  }

  @Test func `as a new file obeys the mask of the process`() throws {
    _ = try ProfileFile.save(grown(), from: loaded, as: folder["new.yaml"])
    let mask = umask(0)
    umask(mask)
    #expect(status("new.yaml").st_mode & 0o777 == 0o666 & ~mask)
  }

  @Test func `of the guide inside the program needs another file`() {
    #expect(throws: SaveProblem.self) { try ProfileFile.save(grown(), in: BuiltInGuide.loaded) }
  }

  @Test func `into a folder that is not there says so`() {
    let problem = #expect(throws: SaveProblem.self) {
      try ProfileFile.save(grown(), from: loaded, as: folder["none/new.yaml"])
    }
    #expect(problem.map { "\($0)" } == "cannot save: no such folder: \(folder["none/new.yaml"])")
  }

  private func status(_ name: String) -> stat {
    var status = stat()
    #expect(lstat(folder[name], &status) == 0)
    return status
  }
}
