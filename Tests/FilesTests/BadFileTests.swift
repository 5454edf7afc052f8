import Files
import Foundation
import Testing

/// Files with one mistake each, and at their end, after `#> `, the lines that a user reads.
struct BadFile: CustomTestStringConvertible, Sendable {
  let name: String

  static let folder = "Tests/FilesTests/Bad"

  static let all: [BadFile] = {
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: Repository.root.appending(path: folder).path)
    return (names ?? []).sorted().map(BadFile.init)
  }()

  var testDescription: String { name }

  /// The messages that the file asks for, without the file's name.
  func expected() throws -> [String] {
    String(decoding: try Repository.bytes("\(Self.folder)/\(name)"), as: UTF8.self)
      .split(separator: "\n").filter { $0.hasPrefix("#> ") }.map { String($0.dropFirst(3)) }
  }
}

@Suite("A wrong profile")
struct BadFileTests {
  @Test func `of every kind is at hand`() {
    #expect(BadFile.all.count > 90)
  }

  @Test(arguments: BadFile.all)
  func `is refused with the message that its last lines quote`(file: BadFile) throws {
    let bytes = try Repository.bytes("\(BadFile.folder)/\(file.name)")
    let rejection = try #require(throws: Rejection.self) { try LoadedProfile(bytes, name: file.name) }
    let messages = rejection.description.split(separator: "\n").map {
      String($0.dropFirst(file.name.count + 1))
    }
    #expect(messages == (try file.expected()))
  }
}
