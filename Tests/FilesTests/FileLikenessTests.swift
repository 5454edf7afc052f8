import CFiles
import Foundation
import Glibc
import Planning
import Testing

@testable import Files

@Suite("A saved file is the file that it was")
struct FileLikenessTests {
  let folder: TemporaryFolder
  let loaded: LoadedProfile

  init() throws {
    folder = try TemporaryFolder()
    loaded = try ProfileFile.read(try folder.write(Sample.text, to: "small.yaml"))
  }

  private func grown() -> Profile {
    var profile = loaded.profile
    profile.compute.instances.max = 9
    return profile
  }

  /// Saves, and gives what was said of it.
  private func save() throws -> [SaveRemark] {
    var remarks: [SaveRemark] = []
    _ = try ProfileFile.save(grown(), in: loaded) { remarks.append($0) }
    return remarks
  }

  @Test func `with its attributes and its access list`() throws {
    // An access list of version 2 in five entries of tag, permissions and user: user 1234 may read.
    let list: [UInt8] =
      [2, 0, 0, 0, 1, 0, 6, 0, 255, 255, 255, 255, 2, 0, 4, 0, 0xD2, 4, 0, 0, 4, 0, 4, 0, 255, 255, 255, 255]
      + [0x10, 0, 4, 0, 255, 255, 255, 255, 0x20, 0, 0, 0, 255, 255, 255, 255]
    let all = ["user.note": Array("kept".utf8), "user.empty": [], "system.posix_acl_access": list]
    for (name, value) in all {
      try #require(setxattr(folder["small.yaml"], name, value, value.count, 0) == 0)
    }
    #expect(try save() == [])
    for (name, value) in all { #expect(attribute(name) == value, "\(name)") }
    #expect(try ProfileFile.read(folder["small.yaml"]).profile == grown())
  }

  @Test func `without an access list that its folder gives to new files`() throws {
    let list: [UInt8] =
      [2, 0, 0, 0, 1, 0, 7, 0, 255, 255, 255, 255, 2, 0, 7, 0, 0xD2, 4, 0, 0, 4, 0, 7, 0, 255, 255, 255, 255]
      + [0x10, 0, 7, 0, 255, 255, 255, 255, 0x20, 0, 7, 0, 255, 255, 255, 255]
    try #require(setxattr(folder.path, "system.posix_acl_default", list, list.count, 0) == 0)
    _ = try save()
    #expect(attribute("system.posix_acl_access") == nil)
  }

  @Test func `and says that its other names keep what it was`() throws {
    try #require(link(folder["small.yaml"], folder["other.yaml"]) == 0)
    let remarks = try save()
    #expect(remarks == [.otherNames])
    #expect(remarks.map { "\($0)" } == ["its other names (hard links) keep what it was"])
    #expect(try folder.text("other.yaml") == Sample.text)
    #expect(try ProfileFile.read(folder["small.yaml"]).profile == grown())
    #expect(try folder.names() == ["other.yaml", "small.yaml"])
  }

  @Test(.enabled(if: geteuid() == 0, "only root may set what others may not copy"))
  func `and says which attributes it lost`() async throws {
    // Version 2 of a file's capabilities, with none of them.
    let none: [UInt8] = [0, 0, 0, 2] + [UInt8](repeating: 0, count: 16)
    try giveAwayFolder()
    try #require(setxattr(folder["small.yaml"], "security.capability", none, none.count, 0) == 0)
    await #expect(processExitsWith: .success) { [path = folder["small.yaml"] as String] in
      try becomeNobody()
      var remarks: [SaveRemark] = []
      let loaded = try ProfileFile.read(path)
      var profile = loaded.profile
      profile.compute.instances.max = 9
      _ = try ProfileFile.save(profile, in: loaded) { remarks.append($0) }
      guard remarks == [.attributes(["security.capability"])] else { exit(1) }
      exit(0)
    }
    #expect(try ProfileFile.read(folder["small.yaml"]).profile == grown())
  }

  @Test(.enabled(if: geteuid() == 0, "only root may become somebody else"))
  func `also in a folder that may not be looked into`() async throws {
    try giveAwayFolder()
    try #require(chmod(folder.path, 0o300) == 0)
    await #expect(processExitsWith: .success) { [path = folder["small.yaml"] as String] in
      try becomeNobody()
      let loaded = try ProfileFile.read(path)
      var profile = loaded.profile
      profile.compute.instances.max = 9
      _ = try ProfileFile.save(profile, in: loaded)
      exit(0)
    }
    #expect(try ProfileFile.read(folder["small.yaml"]).profile == grown())
    #expect(try folder.names() == ["small.yaml"])
  }

  @Test(.enabled(if: geteuid() == 0, "only root may become somebody else"))
  func `or untouched where no file can be made beside it`() async throws {
    try giveAwayFolder()
    try #require(chmod(folder.path, 0o500) == 0)
    await #expect(processExitsWith: .success) { [path = folder["small.yaml"] as String] in
      try becomeNobody()
      let loaded = try ProfileFile.read(path)
      var profile = loaded.profile
      profile.compute.instances.max = 9
      do throws(SaveProblem) {
        _ = try ProfileFile.save(profile, in: loaded)
        exit(1)
      } catch {
        let reason = "permission denied in its folder"
        exit("\(error)" == "cannot save: \(reason): \(path)" ? 0 : 2)
      }
    }
    #expect(try folder.text("small.yaml") == Sample.text)
  }

  private func giveAwayFolder() throws {
    try #require(chown(folder["small.yaml"], nobody, nobody) == 0)
    try #require(chown(folder.path, nobody, nobody) == 0)
  }

  private func attribute(_ name: String) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = getxattr(folder["small.yaml"], name, &bytes, bytes.count)
    return count < 0 ? nil : Array(bytes.prefix(count))
  }
}

private let nobody: uid_t = 65534

/// Gives up every right of the process.
private func becomeNobody() throws {
  guard setgid(nobody) == 0, setuid(nobody) == 0 else { throw CocoaError(.featureUnsupported) }
}

@Suite("A draft takes a name that nothing has, on any file system")
struct DraftNamingTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  /// By a link, by a rename, and by writing where neither can be had.
  @Test(arguments: Draft.namings.indices, [false, true])
  func `and never replaces a file`(way: Int, hasName: Bool) throws {
    var draft = try Draft(in: folder.path, mode: 0o640)
    try draft.write(Array("new\n".utf8))
    if hasName { _ = try draft.takeName() }
    try folder.write("old\n", to: "old")
    #expect(Draft.namings[way](&draft, folder["old"]) == EEXIST)
    #expect(Draft.namings[way](&draft, folder["new"]) == 0)
    draft.discard()
    #expect(try folder.text("old") == "old\n")
    #expect(try folder.text("new") == "new\n")
    #expect(try folder.names() == ["new", "old"])
  }
}

@Suite("What a killed program left")
struct LeftDraftsTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test func `goes with the next save, and nothing else does`() throws {
    let others = [".headroom-notes", "headroom-1.draft", ".headroom-.draft", ".headroom-1.drafts"]
    for name in others { try folder.write("mine\n", to: name) }
    try folder.write("left\n", to: ".headroom-1.draft")
    try folder.link(".headroom-2.draft", to: "headroom-1.draft")
    let working = try Draft(in: folder.path)
    var named = working
    let inUse = try named.takeName()
    try named.write(Array("new\n".utf8))
    #expect(try AtomicFile.create(folder["new"], with: Array("new\n".utf8)))
    #expect(
      try Set(folder.names()) == Set(others + [".headroom-2.draft", "new", String(inUse.lastComponent)]))
    named.discard()
    #expect(try Set(folder.names()) == Set(others + [".headroom-2.draft", "new"]))
  }
}
