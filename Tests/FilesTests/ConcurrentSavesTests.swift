import Dispatch
import Files
import Glibc
import Planning
import Synchronization
import Testing

@Suite("Two who write the same file at the same time", .timeLimit(.minutes(10)))
struct ConcurrentSavesTests {
  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = try folder.write(Sample.text, to: "small.yaml")
  }

  @Test func `are not both told that it is saved`() throws {
    for _ in 0..<150 {
      try folder.write(Sample.text, to: "small.yaml")
      let loaded = try ProfileFile.read(path)
      let said = Race({ Self.isSaved(max: 9, in: loaded) }, { Self.isSaved(max: 11, in: loaded) })
      let max = try ProfileFile.read(path).profile.compute.instances.max
      #expect(said.first != said.second, "both or neither was told that it is saved")
      #expect(max == (said.first ? 9 : 11))
    }
    #expect(try folder.names() == ["small.yaml"])
  }

  @Test func `do not lose what another program puts there, by a rename that asks nobody`() throws {
    for round in 0..<300 {
      try folder.write(Sample.text, to: "small.yaml")
      let loaded = try ProfileFile.read(path)
      try folder.write("# theirs \(round)\n" + Sample.text, to: "theirs.yaml")
      _ = Race(
        { Self.isSaved(max: 9, in: loaded) },
        { [folder] in rename(folder["theirs.yaml"], folder["small.yaml"]) == 0 })
      #expect(try folder.text("small.yaml").hasPrefix("# theirs \(round)\n"))
    }
    #expect(try folder.names() == ["small.yaml"])
  }

  private static func isSaved(max: Int, in loaded: LoadedProfile) -> Bool {
    var profile = loaded.profile
    profile.compute.instances.max = max
    return (try? ProfileFile.save(profile, in: loaded)) != nil
  }
}

/// What two pieces of work said that ran at the same time.
private struct Race {
  let first, second: Bool

  init(_ first: @Sendable () -> Bool, _ second: @Sendable () -> Bool) {
    let answers = Mutex([false, false])
    DispatchQueue.concurrentPerform(iterations: 2) { number in
      let answer = number == 0 ? first() : second()
      answers.withLock { $0[number] = answer }
    }
    (self.first, self.second) = answers.withLock { ($0[0], $0[1]) }
  }
}
