import Files
import Glibc
import Testing

@Suite("A path", .timeLimit(.minutes(10)))
struct ReadingFilesTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test func `to a profile gives the profile and the path as it was asked for`() throws {
    let path = try folder.write(Sample.text, to: "small.yaml")
    let loaded = try ProfileFile.read(path)
    #expect(loaded.path == path)
    #expect(loaded.source.bytes == Array(Sample.text.utf8))
  }

  @Test func `to nothing says so`() {
    expectObstacle(.missing, at: folder["none.yaml"])
    expectObstacle(.missing, at: "")
  }

  @Test func `through a file says that there is none`() throws {
    try folder.write(Sample.text, to: "small.yaml")
    expectObstacle(.missing, at: folder["small.yaml/more.yaml"])
  }

  @Test func `to a folder says that it is one`() {
    expectObstacle(.directory, at: folder.path)
  }

  @Test func `to a pipe that nobody writes to is refused and does not wait`() throws {
    try #require(mkfifo(folder["pipe.yaml"], 0o600) == 0)
    expectObstacle(.notRegular, at: folder["pipe.yaml"])
  }

  @Test(arguments: ["/dev/null", "/dev/zero", "/dev/full", "/dev/tty"])
  func `to a device is refused`(device: String) {
    let error = #expect(throws: InputFileError.self) { try ProfileFile.read(device) }
    #expect(error == .cannotRead(device, .notRegular, .profile))
  }

  @Test func `in a circle of links says so`() throws {
    try folder.link("a.yaml", to: "b.yaml")
    try folder.link("b.yaml", to: "a.yaml")
    expectObstacle(.system("Too many levels of symbolic links"), at: folder["a.yaml"])
  }

  @Test(.enabled(if: geteuid() != 0, "root may read everything"))
  func `to what may not be read says so`() throws {
    let path = try folder.write(Sample.text, to: "secret.yaml")
    try #require(chmod(path, 0) == 0)
    expectObstacle(.forbidden, at: path)
  }

  @Test func `to a huge file is refused after a mebibyte`() throws {
    let path = try folder.write("", to: "huge.yaml")
    try #require(truncate(path, 1 << 40) == 0)
    let error = #expect(throws: InputFileError.self) { try ProfileFile.read(path) }
    #expect(error.map { "\($0)" } == "\(path):1:1: larger than 1,048,576 bytes; no profile is")
  }

  private func expectObstacle(_ obstacle: FileObstacle, at path: String) {
    let error = #expect(throws: InputFileError.self) { try ProfileFile.read(path) }
    #expect(error == .cannotRead(path, obstacle, .profile))
  }
}
