import Files
import Foundation
import Glibc
import Planning
import Testing

@Suite("A file is found and saved under exactly its own name")
struct FileNamesTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  /// One e with an accent, and an e followed by one: the same text to people, two names to the system.
  private static let (composed, decomposed) = ("caf\u{E9}", "cafe\u{301}")

  @Test(arguments: [
    String(repeating: "é", count: 125) + ".yaml", "\u{301}marked.yaml", composed, decomposed,
    "\u{10FFE9}.yaml",
    "-", "\u{1F469}\u{200D}\u{1F680}.yaml",
  ])
  func `whatever letters the name has`(name: String) throws {
    let path = try write(Sample.text, to: Array(name.utf8))
    try expectSaved(path, bytes: Array(name.utf8))
  }

  @Test func `even where the name is no text`() throws {
    let name = Array("caf".utf8) + [0xE9, 0xFF] + Array("\u{10FFE9}.yaml".utf8)
    let path = try write(Sample.text, to: name)
    #expect(path.quotedPath == "\(folder.path)/caf\\xE9\\xFF\\xF4\\x8F\\xBF\\xA9.yaml")
    try expectSaved(path, bytes: name)
  }

  @Test func `a file extends another whose name only looks the same`() throws {
    _ = try write(Sample.text, to: Array("\(Self.decomposed).yaml".utf8))
    let top = "format: headroom/1\nextends: \(Self.decomposed).yaml\nname: Top\n"
    let loaded = try ProfileFile.read(try write(top, to: Array("\(Self.composed).yaml".utf8)))
    #expect(loaded.layers.count == 2)
    #expect(loaded.profile.name == "Top")
  }

  @Test func `a folder whose name only looks the same is another one, and nothing in it is read`() throws {
    try folder.write(Sample.text, to: "\(Self.decomposed)/base.yaml")
    let path = try folder.write(
      "format: headroom/1\nextends: ../\(Self.decomposed)/base.yaml\nname: Top\n",
      to: "\(Self.composed)/top.yaml")
    let error = #expect(throws: InputFileError.self) { try ProfileFile.read(path) }
    #expect(error.map { "\($0)" }?.contains("and nothing outside is read") == true)
  }

  @Test func `a path that holds the end of a text leads nowhere`() throws {
    try folder.write(Sample.text, to: "a.yaml")
    let error = #expect(throws: InputFileError.self) { try ProfileFile.read(folder["a.yaml\u{0}b"]) }
    #expect(error == .cannotRead(folder["a.yaml\u{0}b"], .missing, .profile))
  }

  private func expectSaved(_ path: String, bytes: [UInt8]) throws {
    let loaded = try ProfileFile.read(path)
    var profile = loaded.profile
    profile.compute.instances.max = 9
    let saved = try ProfileFile.save(profile, in: loaded)
    #expect(saved.profile == profile)
    #expect(names() == [bytes])
  }

  /// Makes a file by the system alone, and says what the program calls it.
  private func write(_ text: String, to name: [UInt8]) throws -> String {
    let bytes = Array(folder.path.utf8) + [UInt8(ascii: "/")] + name
    let file = try #require(fopen((bytes + [0]).map { CChar(bitPattern: $0) }, "w"))
    defer { fclose(file) }
    try #require(fputs(text, file) >= 0)
    return String(systemPath: bytes)
  }

  private func names() -> [[UInt8]] {
    guard let stream = opendir(folder.path) else { return [] }
    defer { closedir(stream) }
    var names: [[UInt8]] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name != Array(".".utf8), name != Array("..".utf8) { names.append(name) }
    }
    return names
  }
}
