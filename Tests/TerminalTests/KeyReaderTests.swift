import Canvas
import Terminal
import Testing

@Suite struct KeyReaderTests {
  @Test(arguments: [
    ("a", Key.character("a")), ("é", .character("é")), ("東", .character("東")), (" ", .character(" ")),
    ("\r", .enter), ("\n", .enter), ("\t", .tab), ("\u{8}", .backspace), ("\u{7F}", .backspace),
    ("\u{1B}", .escape), ("\u{1}", .control("a")), ("\u{C}", .control("l")), ("\u{12}", .control("r")),
    ("\u{1A}", .control("z")),
  ])
  func `a scalar is the key that people name`(bytes: String, key: Key) {
    #expect(keys(bytes) == [key])
  }

  /// The codes are those of ncurses.h, in octal as they stand there.
  @Test(arguments: [
    (Int32(0o402), Key.down), (0o403, .up), (0o404, .left), (0o405, .right), (0o406, .home), (0o550, .end),
    (0o611, .shiftLeft), (0o622, .shiftRight), (0o521, .shiftUp), (0o520, .shiftDown),
    (0o523, .pageUp), (0o522, .pageDown), (0o541, .backTab), (0o407, .backspace), (0o512, .delete),
    (0o513, .insert), (0o527, .enter), (0o411, .function(1)), (0o424, .function(12)),
  ])
  func `a code of ncurses is the key that people name`(code: Int32, key: Key) {
    var reader = KeyReader()
    #expect(reader.read(code: code) == [key])
  }

  @Test(arguments: ["\0", "\u{1C}", "\u{1F}"])
  func `a control without a letter is no key`(bytes: String) {
    #expect(keys(bytes) == [])
  }

  @Test func `an unknown code is no key`() {
    var reader = KeyReader()
    #expect(reader.read(code: 0o777) == [])
  }

  @Test(arguments: ["\u{1B}[1;5D", "\u{1B}[200~", "\u{1B}[I", "\u{1B}OX", "\u{1B}[<35;40;5M"])
  func `an unknown sequence types no rubbish`(bytes: String) {
    #expect(keys("a\(bytes)b") == [.character("a"), .character("b")])
  }

  @Test func `Escape before another key is still Escape`() {
    #expect(keys("\u{1B}q") == [.escape, .character("q")])
    #expect(keys("\u{1B}\u{1B}") == [.escape, .escape])
  }

  @Test func `a key after a broken sequence is read`() {
    #expect(keys("\u{1B}[1\rq") == [.enter, .character("q")])
  }

  private func keys(_ bytes: String) -> [Key] {
    var reader = KeyReader()
    return bytes.unicodeScalars.flatMap { reader.read(scalar: $0.value) } + reader.finish()
  }
}

@Suite struct ClipboardTests {
  /// The test vectors of RFC 4648, section 10.
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
    ("foobar", "Zm9vYmFy"), ("東", "5p2x"),
  ])
  func `the clipboard's text travels as base64`(text: String, encoded: String) {
    #expect(base64(text.utf8) == encoded)
  }
}
