/// A word that one start of the program leaves for the next, in a file of its own below the state folder.
package struct RememberedWord: Sendable {
  private let name: String
  private let folder: String?

  package init(_ name: String, in folder: String? = StateFolder.path) {
    self.name = name
    self.folder = folder
  }

  /// The word; nil where none was left, and where what is there is no word.
  package var value: String? {
    guard let folder else { return nil }
    let read = { (bytes: [UInt8]) throws(Rejection) -> [UInt8] in bytes }
    guard let bytes = try? InputFile.read("\(folder)/\(name)", as: .profile, by: read) else { return nil }
    let line = bytes.prefix { $0 != UInt8(ascii: "\n") }
    let isWord = line.allSatisfy { (0x21...0x7E).contains($0) } && (1...64).contains(line.count)
    return isWord ? String(decoding: line, as: UTF8.self) : nil
  }

  /// Leaves the word; false where there is nowhere to.
  package func set(_ word: String) -> Bool {
    guard let folder, (try? StateFolder.create(folder)) != nil else { return false }
    return (try? OutputFile.write(word + "\n", to: "\(folder)/\(name)")) != nil
  }
}
