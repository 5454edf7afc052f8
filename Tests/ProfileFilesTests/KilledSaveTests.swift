import Foundation
import Glibc
import Planning
import ProfileFiles
import Testing

@Suite("A program that is killed while it saves", .timeLimit(.minutes(5)))
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
    // What was being written beside it has a name of its own, that nobody takes for a profile.
    #expect(try folder.names().filter { !$0.hasPrefix(".small.yaml.") } == ["small.yaml"])
  }
}
