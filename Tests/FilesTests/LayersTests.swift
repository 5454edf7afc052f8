import Files
import Glibc
import Planning
import Testing

@Suite("A profile that extends another")
struct LayersTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(Sample.text + "quotas: {ec2/L-1: 10, ec2/L-2: 20} # applied\n", to: "team/base.yaml")
  }

  private func read(_ text: String, as name: String = "team/top.yaml") throws -> LoadedProfile {
    try ProfileFile.read(try folder.write("format: headroom/1\n" + text, to: name))
  }

  /// The messages with the folder's path left out.
  private func messages(_ text: String, as name: String = "team/top.yaml") throws -> String {
    let error = try #require(throws: InputFileError.self) { try read(text, as: name) }
    return "\(error)".replacing(folder.path + "/", with: "")
  }

  @Test func `takes what it does not say itself from there, key by key`() throws {
    let profile = try read(
      "extends: base.yaml\nname: Top\ncompute: {instances: {max: 8}}\nquotas: {ec2/L-2: 22}\n"
    )
    .profile
    #expect(profile.name == "Top")
    #expect(profile.region == "us-east-1")
    #expect(profile.compute.instances == InstanceCounts(min: 1, desired: 2, max: 8))
    #expect(
      profile.quotas == [
        QuotaCode(service: "ec2", code: "L-1"): 10, QuotaCode(service: "ec2", code: "L-2"): 22,
      ])
  }

  @Test func `tells for each value which file said it`() throws {
    let places = try read("extends: ./base.yaml\nname: Top\n").provenance.places
    #expect(places["name"] == Provenance.Place(file: folder["team/top.yaml"], line: 3, column: 7))
    #expect(places["region"] == Provenance.Place(file: folder["team/base.yaml"], line: 3, column: 9))
    #expect(places["quotas.ec2/L-2"]?.file == folder["team/base.yaml"])
  }

  @Test func `counts every file in its digest`() throws {
    let first = try read("extends: base.yaml\n")
    try folder.write(Sample.text + "# changed\n", to: "team/base.yaml")
    let second = try read("extends: base.yaml\n")
    #expect(first.profile.quotas.count == 2)
    #expect(first.sha256 != second.sha256)
  }

  @Test func `may leave out only what the other one says`() throws {
    try folder.write("format: headroom/1\nname: Base\n", to: "team/base.yaml")
    #expect(try messages("extends: base.yaml\n").contains("team/top.yaml:1:1: region: missing"))
  }

  @Test func `is refused with the mistakes of all its files`() throws {
    try folder.write(Sample.text.replacing("max: 4", with: "max: 010"), to: "team/base.yaml")
    #expect(
      try messages("extends: base.yaml\ncache: {shards: 0}\n") == """
        team/top.yaml:3:17: cache.shards: 0 is out of range; expected a whole number from 1 to 1,000
        team/base.yaml:7:40: compute.instances.max: 010 begins with a zero, which some readers take for octal; write 10
        team/top.yaml extends team/base.yaml
        """)
  }

  @Test func `contradicts itself where the files only do so together`() throws {
    #expect(
      try messages("extends: base.yaml\ncompute: {instances: {desired: 5}}\n").hasPrefix(
        "team/top.yaml:3:32: compute.instances.desired: 5 is above max 4"))
  }

  @Test func `cannot be built on nothing`() throws {
    #expect(
      try messages("extends: none.yaml\n")
        == "team/top.yaml:2:10: extends: no such file\nteam/top.yaml extends none.yaml")
  }

  @Test func `cannot go in a circle`() throws {
    try folder.write("format: headroom/1\nextends: top.yaml\n", to: "team/base.yaml")
    #expect(
      try messages("extends: base.yaml\n") == """
        team/base.yaml:2:10: extends: the files extend each other in a circle
        team/top.yaml extends team/base.yaml extends top.yaml
        """)
    #expect(try messages("extends: top.yaml\n").contains("in a circle"))
  }

  @Test func `goes through eight files at most`() throws {
    for number in 1...8 {
      let next = number == 8 ? Sample.text : "format: headroom/1\nextends: \(number + 1).yaml\n"
      try folder.write(next, to: "team/\(number).yaml")
    }
    #expect(try messages("extends: 1.yaml\n").contains("extends: more than 8 files extend each other"))
    #expect(try read("extends: 2.yaml\n").layers.count == 8)
  }

  @Test(arguments: ["/etc/passwd", "~/base.yaml", ""])
  func `only names files from its own folder on`(reference: String) throws {
    #expect(
      try messages("extends: \"\(reference)\"\n").contains("expected a path from the folder of this file"))
  }

  @Test(arguments: ["../base.yaml", "../../../../../../etc/passwd", "a/../../base.yaml", "../none.yaml"])
  func `reads nothing outside of its folder`(reference: String) throws {
    try folder.write(Sample.text, to: "base.yaml")
    #expect(try messages("extends: \(reference)\n").contains("and nothing outside is read"))
  }

  @Test func `reads nothing outside through a link`() throws {
    try folder.write(Sample.text, to: "secret.yaml")
    try folder.link("team/inside.yaml", to: "../secret.yaml")
    #expect(try messages("extends: inside.yaml\n").contains("and nothing outside is read"))
  }

  @Test func `may use the whole of its git repository`() throws {
    try folder.write("", to: ".git/HEAD")
    try folder.write(Sample.text, to: "base.yaml")
    #expect(try read("extends: ../base.yaml\nname: Top\n").profile.name == "Top")
  }

  @Test func `cannot come from standard input`() throws {
    #expect(
      Sample.messages("format: headroom/1\nextends: base.yaml\n") == [
        "2:10: extends: a profile that comes from no folder cannot extend another", "f extends base.yaml",
      ])
  }

  // MARK: - Saving

  @Test func `saves a value into the file where it stands`() throws {
    let loaded = try read("extends: base.yaml # shared\nname: Top\n")
    var profile = loaded.profile
    profile.name = "New"
    profile.compute.instances.max = 9
    profile.quotas[QuotaCode(service: "ec2", code: "L-1")] = nil
    profile.quotas[QuotaCode(service: "ec2", code: "L-3")] = 30
    let saved = try ProfileFile.save(profile, in: loaded)
    #expect(saved.profile == profile)
    #expect(
      try folder.text("team/top.yaml")
        == "format: headroom/1\nextends: base.yaml # shared\nname: New\nquotas:\n  ec2/L-3: 30\n")
    #expect(
      try folder.text("team/base.yaml")
        == Sample.text.replacing("max: 4", with: "max: 9") + "quotas: {ec2/L-2: 20} # applied\n")
  }

  @Test func `saves a value into itself when asked, and leaves the other file alone`() throws {
    let loaded = try read("extends: base.yaml\nname: Top\n")
    var profile = loaded.profile
    profile.compute.instances.max = 9
    let saved = try ProfileFile.save(profile, in: loaded, target: .profileItself)
    #expect(saved.profile == profile)
    #expect(
      try folder.text("team/top.yaml")
        == "format: headroom/1\nextends: base.yaml\nname: Top\ncompute:\n  instances: {max: 9}\n")
    #expect(try folder.text("team/base.yaml").hasPrefix(Sample.text))
  }

  @Test func `cannot unsay in itself what the other file says`() throws {
    let loaded = try read("extends: base.yaml\nname: Top\n")
    var profile = loaded.profile
    profile.quotas = [:]
    let problem = #expect(throws: SaveProblem.self) {
      try ProfileFile.save(profile, in: loaded, target: .profileItself)
    }
    #expect(problem.map { "\($0)" } == "nothing was written: the file cannot be changed to say quotas")
  }

  @Test func `is saved into all of its files or, where somebody changed one of them, into none`() throws {
    let loaded = try read("extends: base.yaml\nname: Top\n")
    var profile = loaded.profile
    profile.name = "New"
    profile.compute.instances.max = 9
    let base = try folder.text("team/base.yaml")
    try folder.write("format: headroom/1\nextends: base.yaml\nname: Theirs\n", to: "team/top.yaml")
    let problem = #expect(throws: SaveProblem.self) { try ProfileFile.save(profile, in: loaded) }
    #expect(problem.map { "\($0)" }?.contains("changed on disk") == true)
    #expect(try folder.text("team/base.yaml") == base)
    #expect(try folder.names(in: "team") == ["base.yaml", "top.yaml"])
  }

  @Test func `that is gone is made again, and what others made of the rest stays`() throws {
    let loaded = try read("extends: base.yaml\nname: Top\n")
    let theirs =
      "# theirs\n" + (try folder.text("team/base.yaml").replacing("desired: 2", with: "desired: 3"))
    for name in ["Again", "Top"] {
      var profile = loaded.profile
      profile.name = name
      profile.compute.instances.desired = 3
      try folder.write(theirs, to: "team/base.yaml")
      unlink(folder["team/top.yaml"])
      let saved = try ProfileFile.save(profile, in: loaded, overTheirs: true)
      #expect(saved.profile == profile)
      #expect(try folder.text("team/top.yaml") == "format: headroom/1\nextends: base.yaml\nname: \(name)\n")
      #expect(try folder.text("team/base.yaml") == theirs)
    }
  }

  @Test func `is saved over somebody else's change without touching the files that say it already`() throws {
    let loaded = try read("extends: base.yaml\nname: Top\n")
    var profile = loaded.profile
    profile.name = "Mine"
    try folder.write("format: headroom/1\nextends: base.yaml\nname: Theirs\n", to: "team/top.yaml")
    try #require(link(folder["team/base.yaml"], folder["other.yaml"]) == 0)
    _ = try ProfileFile.save(profile, in: loaded, overTheirs: true)
    #expect(FileIdentity(at: folder["team/base.yaml"]) == FileIdentity(at: folder["other.yaml"]))
  }

  @Test func `stands on its own when it is saved in the place of one that it extends`() throws {
    let loaded = try read("extends: base.yaml\nname: Top\n")
    for name in ["team/base.yaml", "team/../team/base.yaml"] {
      let saved = try ProfileFile.save(loaded.profile, from: loaded, as: folder[name], over: true)
      #expect(saved.profile == loaded.profile)
      #expect(saved.layers.count == 1)
    }
    #expect(try ProfileFile.read(folder["team/top.yaml"]).profile == loaded.profile)
    unlink(folder["team/base.yaml"])
    let saved = try ProfileFile.save(loaded.profile, from: loaded, as: folder["team/base.yaml"])
    #expect(saved.layers.count == 1)
  }

  @Test func `stands on its own when it is saved in another folder`() throws {
    let loaded = try read("extends: base.yaml\nname: Top\n")
    let saved = try ProfileFile.save(loaded.profile, from: loaded, as: folder["alone.yaml"])
    #expect(saved.profile == loaded.profile)
    #expect(saved.layers.count == 1)
  }
}
