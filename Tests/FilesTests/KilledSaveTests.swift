import Files
import Foundation
import Glibc
import Planning
import Testing

@Suite("A program that is killed while it saves", .timeLimit(.minutes(10)))
struct KilledSaveTests {
  /// Each round is one kill, some time into an endless run of saves.
  @Test(arguments: 1...25)
  func `leaves the file whole, as it was or as it was to be`(round: Int) async throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Sample.text, to: "small.yaml")
    let delay = UInt32(2500 * round)
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String, delay = delay as UInt32] in
      var loaded = try ProfileFile.read(path)
      for saves in 0... {
        if saves == 1 {
          Thread.detachNewThread {
            usleep(delay)
            kill(getpid(), SIGKILL)
          }
        }
        var profile = loaded.profile
        profile.compute.instances.max = profile.compute.instances.max % 1000 + 4
        loaded = try ProfileFile.save(profile, in: loaded)
      }
    }
    let max = try ProfileFile.read(path).profile.compute.instances.max
    #expect(max > 4, "it was killed before it saved")
    #expect(try folder.text("small.yaml") == Sample.text.replacing("max: 4", with: "max: \(max)"))
    // A kill at the one moment at which the new file stands beside the old one leaves that to the next save.
    try saveOnceMore(path)
    #expect(try folder.names() == ["small.yaml"])
  }

  private func saveOnceMore(_ path: String) throws {
    let loaded = try ProfileFile.read(path)
    var profile = loaded.profile
    profile.compute.instances.max += 1
    _ = try ProfileFile.save(profile, in: loaded)
  }
}
