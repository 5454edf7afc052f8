import Foundation
import Probe
import Testing

/// Everything that the fuzzer found worth keeping, once more and in every run of the tests.
@Suite struct `The corpus of the fuzzer` {
  static let folders = ["Tests/Fuzzing/Corpus", "Tests/FilesTests/Bad", "Profiles"]

  @Test(arguments: folders)
  func `breaks no promise`(folder: String) throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../\(folder)")
    let files = try FileManager.default.contentsOfDirectory(at: root, includingPropertiesForKeys: nil)
    #expect(!files.isEmpty)
    for file in files { Probe.check(Array(try Data(contentsOf: file))) }
  }
}
