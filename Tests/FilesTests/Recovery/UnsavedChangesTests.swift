import Files
import Glibc
import Planning
import Testing

@Suite("Unsaved changes")
struct UnsavedChangesTests {
  let folder: TemporaryFolder
  let loaded: LoadedProfile

  init() throws {
    folder = try TemporaryFolder()
    loaded = try ProfileFile.read(try folder.write(Sample.text, to: "small.yaml"))
  }

  private var state: String { folder["home/state/headroom"] }
  private var recovery: String { "\(state)/recovery" }

  private func session() -> UnsavedChanges { UnsavedChanges(in: state) }

  private func changed(max: Int) -> Profile {
    var profile = loaded.profile
    profile.compute.instances.max = max
    return profile
  }

  /// The names of files are random: in a second of one's own a wrong order would show every second time.
  @Test(arguments: 0..<12) func `that were restored and left again within a second are offered once`(_: Int)
    throws
  {
    try leave(max: 9)
    for max in [10, 11, 12] {
      var killed = session()
      let left = try #require(killed.find(of: loaded).left.first)
      killed.restore(left.name, keys: ["compute.instances.max"])
      try killed.keep(changed(max: max), of: loaded, at: 0)
    }
    #expect(offered() == [12])
    var next = session()
    next.discard(try #require(next.find(of: loaded).left.first).name)
    #expect(files() == [])
  }

  /// What a new session is offered, as the sizes that it would restore.
  private func offered(of loaded: LoadedProfile? = nil) -> [Int] {
    let loaded = loaded ?? self.loaded
    var session = session()
    return session.find(of: loaded).left.map {
      loaded.profile.applying($0.changes.difference).compute.instances.max
    }
  }

  /// Leaves what a session that is killed leaves: its file, without anybody who holds it.
  private func leave(max: Int, at seconds: Int = 0, of loaded: LoadedProfile? = nil) throws {
    var dead = session()
    try dead.keep(changed(max: max), of: loaded ?? self.loaded, at: seconds)
  }

  private func files() -> [String] {
    (try? folder.names(in: "home/state/headroom/recovery")) ?? []
  }

  // MARK: One session

  @Test func `are found again once their session is dead, with what they were made on and when`() throws {
    var alive = session()
    try alive.keep(changed(max: 9), of: loaded, at: 1_795_689_667)
    #expect(offered() == [], "the session lives")
    alive = session()
    var next = session()
    let left = try #require(next.find(of: loaded).left.first)
    #expect(left.changes.base == loaded.sha256)
    #expect(left.changes.writtenText == "2026-11-26 10:41 UTC")
    #expect(
      left.changes.difference
        == ProfileDifference([
          KeyChange("compute.instances.max", from: .count(4), to: .count(9))
        ]))
  }

  @Test func `are one file a session, written anew, and none once nothing differs`() throws {
    var session = session()
    try session.keep(changed(max: 9), of: loaded, at: 0)
    let names = files()
    try session.keep(changed(max: 10), of: loaded, at: 1)
    #expect(files() == names)
    #expect(names.count == 1)
    try session.keep(loaded.profile, of: loaded, at: 2)
    #expect(files() == [])
  }

  @Test func `are not written again when they say the same`() throws {
    var session = session()
    try session.keep(changed(max: 9), of: loaded, at: 0)
    let before = try folder.text("home/state/headroom/recovery/\(files()[0])")
    try session.keep(changed(max: 9), of: loaded, at: 100)
    #expect(try folder.text("home/state/headroom/recovery/\(files()[0])") == before)
  }

  @Test func `go when they are saved or discarded by choice`() throws {
    var session = session()
    let difference = ProfileDifference(from: loaded.profile, to: changed(max: 9))
    try session.keep(changed(max: 9), of: loaded, at: 0)
    session.forget(difference)
    #expect(files() == [])
    try session.keep(changed(max: 9), of: loaded, at: 0)
    session.end(with: difference)
    #expect(files() == [])
  }

  @Test func `stay when another version takes their place, until the session ends by choice`() throws {
    var session = session()
    try session.keep(changed(max: 9), of: loaded, at: 0)
    session.putAside()
    #expect(files().count == 1)
    try session.keep(changed(max: 10), of: loaded, at: 0)
    #expect(files().count == 2)
    session.end(with: ProfileDifference(from: loaded.profile, to: changed(max: 10)))
    #expect(files() == [])
  }

  @Test func `of every profile can be kept, whatever changes in it`() throws {
    let guide = BuiltInGuide.loaded
    for other in [loaded.profile, Profile.small] {
      var dead: UnsavedChanges? = session()
      try dead?.keep(other, of: guide, at: 0)
      dead = nil
      var next = session()
      let left = try #require(next.find(of: guide).left.first)
      #expect(guide.profile.applying(left.changes.difference) == other)
      next.discard(left.name)
    }
  }

  @Test func `are for nobody else to read`() throws {
    try leave(max: 9)
    var status = stat()
    try #require(lstat(recovery, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o700)
    try #require(lstat("\(recovery)/\(files()[0])", &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
  }

  @Test func `that cannot be kept say why`() throws {
    try folder.write("", to: "file")
    #expect(throws: RecoveryProblem.noFolder) {
      var session = UnsavedChanges(in: nil)
      try session.keep(changed(max: 9), of: loaded, at: 0)
    }
    let problem = #expect(throws: RecoveryProblem.self) {
      var session = UnsavedChanges(in: folder["file"])
      try session.keep(changed(max: 9), of: loaded, at: 0)
    }
    #expect(problem.map { "\($0)" } == "no such file, in \(folder["file"])/recovery")
  }

  // MARK: What others left

  @Test func `of one file are not offered for another`() throws {
    try leave(max: 9)
    #expect(offered(of: try ProfileFile.read(try folder.write(Sample.text, to: "other.yaml"))) == [])
    #expect(offered(of: BuiltInGuide.loaded) == [])
    #expect(offered() == [9])
  }

  @Test func `of a file are found through a link to it`() throws {
    try folder.link("link.yaml", to: "small.yaml")
    try leave(max: 9)
    #expect(offered(of: try ProfileFile.read(folder["link.yaml"])) == [9])
  }

  @Test func `of several sessions are all offered, the newest first`() throws {
    try leave(max: 9, at: 1000)
    try leave(max: 11, at: 3000)
    try leave(max: 10, at: 2000)
    #expect(offered() == [11, 10, 9])
  }

  @Test func `are offered to one session at a time`() throws {
    try leave(max: 9)
    var first = session()
    let left = try #require(first.find(of: loaded).left.first)
    #expect(offered() == [])
    first.letGo(left.name)
    #expect(offered() == [9], "later is at the next start")
  }

  @Test func `that were restored stay until they are saved`() throws {
    try leave(max: 9)
    var session = session()
    let left = try #require(session.find(of: loaded).left.first)
    session.restore(left.name, keys: ["compute.instances.max"])
    #expect(files().count == 1)
    try session.keep(changed(max: 9), of: loaded, at: 0)
    #expect(files().count == 2)
    // Another value is saved, of which these are no part.
    session.forget(ProfileDifference([KeyChange("name", from: nil, to: .text("n"))]))
    #expect(files().count == 1)
    session.forget(ProfileDifference(from: loaded.profile, to: changed(max: 12)))
    #expect(files() == [])
  }

  @Test func `that a killed session had restored are offered once, as it left them`() throws {
    try leave(max: 9)
    do {
      var killed = session()
      let left = try #require(killed.find(of: loaded).left.first)
      killed.restore(left.name, keys: ["compute.instances.max"])
      #expect(files().count == 1)
      try killed.keep(changed(max: 12), of: loaded, at: 1000)
    }
    #expect(files().count == 2)
    #expect(offered() == [12])
    var next = session()
    next.discard(try #require(next.find(of: loaded).left.first).name)
    #expect(files() == [])
  }

  @Test func `that the file holds already are not offered any more`() throws {
    try leave(max: 9)
    try folder.write(Sample.text.replacing("max: 4", with: "max: 9"), to: "small.yaml")
    #expect(offered(of: try ProfileFile.read(folder["small.yaml"])) == [])
    #expect(files() == [])
  }

  @Test func `leave what a colleague changed since`() throws {
    try leave(max: 9)
    try folder.write("# theirs\n" + Sample.text.replacing("desired: 2", with: "desired: 3"), to: "small.yaml")
    let theirs = try ProfileFile.read(folder["small.yaml"])
    var session = session()
    let left = try #require(session.find(of: theirs).left.first)
    #expect(left.changes.base != theirs.sha256)
    #expect(
      theirs.profile.applying(left.changes.difference).compute.instances
        == InstanceCounts(min: 1, desired: 3, max: 9))
  }

  // MARK: Strangers

  @Test(arguments: [
    "", "\u{0}", "[]", "format: headroom/1\n", "format: headroom-changes/2\n", "a: [b", "{}",
    "\u{1B}]0;owned\u{7}", String(repeating: "[", count: 10_000),
  ])
  func `that nobody can read are told, and stay`(text: String) throws {
    try leave(max: 9)
    let name = files()[0]
    try folder.write(text, to: "home/state/headroom/recovery/\(name)")
    var session = session()
    let (left, problems) = session.find(of: loaded)
    #expect(left.isEmpty)
    #expect(problems.count == 1)
    #expect(problems.allSatisfy { "\($0)".hasPrefix("\(recovery)/\(name): ") })
    #expect(problems.allSatisfy { "\($0)".unicodeScalars.allSatisfy { $0.value >= 0x20 } })
    #expect(files() == [name])
  }

  @Test(arguments: [
    ("now: 9", "now: 0"), ("now: 9", "now: nine"), ("compute.instances.max", "compute.colour"),
    ("2026-11-26T", "yesterday T"), ("sha256:", "sha:"), ("small.yaml", "other.yaml"),
    ("changes:", "closed: [tower]\nchanges:"), ("changes:", "changes: 5\nothers:"),
  ])
  func `with a word that is wrong are told, and stay`(word: String, instead: String) throws {
    try leave(max: 9, at: 1_795_689_667)
    let name = "home/state/headroom/recovery/\(files()[0])"
    let text = try folder.text(name)
    #expect(text.contains(word))
    try folder.write(text.replacing(word, with: instead), to: name)
    var session = session()
    let (left, problems) = session.find(of: loaded)
    #expect(left.isEmpty)
    #expect(problems.count == 1)
    #expect(try folder.text(name) == text.replacing(word, with: instead))
  }

  @Test func `in the place of which something else stands are told`() throws {
    try leave(max: 9)
    let path = "\(recovery)/\(files()[0])"
    unlink(path)
    for make in [{ mkfifo(path, 0o600) }, { mkdir(path, 0o700) }, { symlink("/etc/passwd", path) }] {
      try #require(make() == 0)
      var session = session()
      let (left, problems) = session.find(of: loaded)
      #expect(left.isEmpty)
      #expect(problems.count == 1)
      #expect(files().count == 1)
      _ = unlink(path) == 0 || rmdir(path) == 0
    }
  }

  @Test func `that name each other as their predecessors are offered all the same`() throws {
    try leave(max: 9, at: 1000)
    try leave(max: 10, at: 2000)
    let names = files()
    for (name, other) in [(names[0], names[1]), (names[1], names[0])] {
      let path = "home/state/headroom/recovery/\(name)"
      try folder.write(
        folder.text(path).replacing("changes:", with: "predecessors: [\(other)]\nchanges:"), to: path)
    }
    #expect(offered() == [10])
  }
}

extension Profile {
  /// A profile that has nothing which it may do without.
  fileprivate static let small: Profile = {
    var profile = BuiltInGuide.loaded.profile
    for section in Catalog.optionalSections.values { section.remove(&profile) }
    for field in Catalog.fields where field.presence == .optional { _ = field.set(&profile, nil) }
    return profile
  }()
}
