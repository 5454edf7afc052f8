import Dashboard
import Foundation
import Testing

@Suite struct `The README` {
  @Test func `its table of keys is made from the bindings`() throws {
    let readme = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../README.md")
    #expect(try String(contentsOf: readme.standardizedFileURL, encoding: .utf8).contains(KeyMap.markdown))
  }
}
