import Files
import Planning
import Testing

@Suite("The bytes of a profile")
struct EncodingTests {
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  @Test func `may begin with a byte order mark, which moves no column`() throws {
    let loaded = try LoadedProfile(Self.byteOrderMark + Sample.text.utf8, name: "f")
    #expect(loaded.profile == (try LoadedProfile(Array(Sample.text.utf8), name: "f").profile))
    #expect(loaded.provenance.places["name"]?.column == 7)
    let wrong = Self.byteOrderMark + Array("formt: headroom/1\n".utf8)
    #expect(Sample.messages(wrong).contains("1:1: formt: no such key; did you mean format?"))
  }

  @Test(arguments: ["\r\n", "\r"])
  func `may end its lines as other systems do`(lineEnd: String) throws {
    let text = Sample.text.replacing("\n", with: lineEnd)
    let loaded = try LoadedProfile(Array(text.utf8), name: "f")
    #expect(loaded.profile.cache?.nodeType == "cache.r6g.large")
    #expect(loaded.provenance.places["cache.node_type"]?.line == 10)
  }

  @Test func `need no line end at the end`() {
    #expect(Sample.messages(Sample.text.utf8.dropLast()) == [])
  }

  @Test func `count columns in characters, not in bytes`() {
    // `é` is two bytes and `𝄞` four; the second value stands at byte 39 and at column 36.
    #expect(
      Sample.messages(
        Sample.text.replacing("{node_type: ", with: "{engine: \"é𝄞\", hit_percent: x, node_type: "))
        == [
          "10:17: cache.engine: é𝄞 is not redis, valkey or memcached",
          "10:36: cache.hit_percent: x is not a number; expected a number or a range such as 0.2..0.3, from 0 to 100",
        ])
  }

  @Test func `that are not UTF-8 are refused with the place of the first wrong one`() {
    let bytes = Array(Sample.text.utf8.prefix(25)) + [0xFF] + Array("\n".utf8)
    #expect(Sample.messages(bytes) == ["2:7: byte 25 is not UTF-8 text"])
  }

  @Test(arguments: [
    [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE2, 0x80], [0x80],
  ])
  func `that only look like UTF-8 are refused`(sequence: [UInt8]) {
    #expect(Sample.messages(Array("name: ".utf8) + sequence) == ["1:7: byte 6 is not UTF-8 text"])
  }

  @Test func `in UTF-16 are refused`() {
    #expect(Sample.messages([0xFF, 0xFE, 0x66, 0x00]) == ["1:1: written in UTF-16; save it as UTF-8"])
  }

  @Test func `hold no NUL`() {
    #expect(Sample.messages("name: a\0b\n") == ["1:8: the character \\u{0} may not stand in a profile"])
  }

  @Test(arguments: ["", "\n\n", "   \n", "---\n", "---\n...\n"])
  func `that say nothing are refused as empty`(text: String) {
    #expect(Sample.messages(text) == ["1:1: empty; a profile begins with `format: headroom/1`"])
  }

  @Test func `are at most a mebibyte`() {
    let room = (1 << 20) - Sample.text.utf8.count - 2
    let full = Sample.text + "#" + String(repeating: "x", count: room) + "\n"
    #expect(Sample.messages(full) == [])
    #expect(Sample.messages(full + "#") == ["1:1: larger than 1,048,576 bytes; no profile is"])
  }

  @Test func `give the SHA-256 of the file`() throws {
    // As `sha256sum` prints it for the same bytes.
    let loaded = try LoadedProfile(Array(Sample.text.utf8), name: "f")
    #expect(loaded.sha256 == "99c7ca5f013506d7215b4ec8f29597766b06e232115447f44ae8d8bc724a746d")
  }
}
