import Canvas
import Dashboard
import Terminal
import Testing

@Suite struct KeyReaderTests {
  @Test(arguments: [
    ("a", Key.character("a")), ("é", .character("é")), ("東", .character("東")), (" ", .character(" ")),
    ("\r", .enter), ("\n", .enter), ("\t", .tab), ("\u{8}", .backspace), ("\u{7F}", .backspace),
    ("\u{1B}", .escape), ("\u{1}", .control("a")), ("\u{C}", .control("l")), ("\u{12}", .control("r")),
    ("\u{13}", .control("s")), ("\u{1A}", .control("z")),
    ("\u{1B}[A", .up), ("\u{1B}OA", .up), ("\u{1B}[1;2C", .shiftRight), ("\u{1B}[Z", .backTab),
    ("\u{1B}[3~", .delete), ("\u{1B}[H", .home), ("\u{1B}OF", .end), ("\u{1B}[6~", .pageDown),
  ])
  func `what a key sends is the key that people name`(bytes: String, key: Key) {
    #expect(events(bytes) == [.key(key)])
  }

  @Test func `what only this terminal sends for a key is that key`() {
    var reader = KeyReader([Array("\u{1B}[[A".utf8): .function(1), Array("\u{1B}[a".utf8): .shiftUp])
    #expect(reader.read("\u{1B}[[A\u{1B}[aq".utf8) == [.function(1), .shiftUp, "q"].map(Event.key))
  }

  @Test(arguments: ["\0", "\u{1C}", "\u{1F}", "\u{85}", "\u{1B}[1;5D", "\u{1B}[I", "\u{1B}OX", "\u{1B}[[A"])
  func `what is no key of ours is none`(bytes: String) {
    #expect(events("a\(bytes)b") == ["a", "b"].map(Event.key))
  }

  /// Colours, places, names, kinds: what terminals answer, in the forms of seven bits and of eight.
  static let replies = [
    "\u{1B}]11;rgb:1e1e/1e1e/2e2e\u{1B}\\", "\u{1B}]11;rgb:1e1e/1e1e/2e2e\u{7}",
    "\u{1B}P>|XTerm(390)\u{1B}\\",
    "\u{1B}P1$r0m\u{7}q\u{1B}\\", "\u{1B}_Gi=31;OK\u{1B}\\", "\u{1B}^private\u{1B}\\",
    "\u{1B}Xstring\u{1B}\\",
    "\u{1B}]lq\rs\r\u{1B}\\", "\u{1B}[?64;1;2;6;22c", "\u{1B}[>41;390;0c", "\u{1B}[24;80R",
    "\u{1B}[?2004;2$y",
    "\u{9D}11;rgb:ffff/ffff/ffff\u{7}", "\u{9B}?1;2c", "\u{1B}[<35;40;5M",
  ]

  @Test(arguments: replies)
  func `an answer of the terminal is no key, wherever it is split`(reply: String) {
    let bytes = Array("a\(reply)b".utf8)
    for split in 1..<bytes.count {
      var reader = KeyReader()
      let read = reader.read(bytes[..<split]) + reader.read(bytes[split...])
      // What is told of the background is no key either.
      let keys = read.filter { if case .backdrop = $0 { false } else { true } }
      #expect(keys == ["a", "b"].map(Event.key), "split at \(split)")
    }
  }

  @Test(arguments: [
    ("\u{1B}]11;rgb:1e1e/1e1e/2e2e\u{1B}\\", Backdrop.dark), ("\u{1B}]11;rgb:ff/ff/ff\u{7}", .light),
    ("\u{9D}11;rgb:fdfd/f6f6/e3e3\u{7}", .light), ("\u{1B}]11;rgba:0000/0000/0000/ffff\u{7}", .dark),
  ])
  func `the colour of the background says whether it is dark or light`(reply: String, backdrop: Backdrop) {
    var reader = KeyReader()
    #expect(reader.read(reply.utf8) == [.backdrop(backdrop)])
  }

  @Test(arguments: ["10;rgb:0/0/0", "11;red", "11;rgb:0/0", "11;rgb:-1/0/0", "11;rgb:12345/0/0", "11;?"])
  func `another answer says nothing of it`(answer: String) {
    var reader = KeyReader()
    #expect(reader.read("\u{1B}]\(answer)\u{7}".utf8).isEmpty)
  }

  @Test(arguments: ["\u{1B}]11;rgb:", "\u{1B}Pq", "\u{1B}[12;", "\u{1B}[M ", "\u{1B}[200~", "\u{1B}O"])
  func `what never ends is given up, and keys are keys again`(start: String) {
    var reader = KeyReader()
    _ = reader.read(start.utf8)
    #expect(reader.awaits != nil)
    #expect(reader.giveUp().allSatisfy { $0 == .paste("") })
    #expect(reader.awaits == nil)
    #expect(reader.read("q".utf8) == [.key("q")])
  }

  @Test(arguments: [
    "\u{1B}q", "\u{1B}\r", "\u{1B}é", "\u{1B}\u{7F}", "\u{1B}5", "\u{1B}\u{1B}[A", "\u{1B}\u{1B}OB",
  ])
  func `a key with Alt is neither Escape nor the key`(bytes: String) {
    #expect(events(bytes + "x") == [.key("x")])
  }

  @Test func `Escape by itself is Escape as soon as nothing follows or the next reading is another key`() {
    var reader = KeyReader()
    #expect(reader.read("\u{1B}".utf8) == [])
    #expect(reader.awaits == .afterEscape)
    #expect(reader.giveUp() == [.key(.escape)])
    #expect(reader.read("\u{1B}".utf8) == [])
    #expect(reader.read("q".utf8) == [.key(.escape), .key("q")])
    #expect(events("\u{1B}\u{1B}") == [.key(.escape), .key(.escape)])
    #expect(events("\u{1B}\u{1B}\u{1B}") == [.key(.escape), .key(.escape), .key(.escape)])
  }

  @Test func `what follows a slow escape in one piece is the rest of its sequence, and a key is a key`() {
    var reader = KeyReader()
    _ = reader.read("\u{1B}".utf8)
    #expect(reader.giveUp() == [.key(.escape)])
    #expect(reader.read("]11;rgb:llll/5q\u{7}l".utf8) == [.key("l")])
    _ = reader.read("\u{1B}".utf8)
    _ = reader.giveUp()
    #expect(reader.read("[".utf8) + reader.read("l".utf8) == [.key("["), .key("l")])
    _ = reader.read("\u{1B}".utf8)
    _ = reader.giveUp()
    #expect(reader.giveUp() == [])
    #expect(reader.awaits == nil)
    #expect(reader.read("[l".utf8) == [.key("["), .key("l")])
    _ = reader.read("\u{1B}".utf8)
    _ = reader.giveUp()
    #expect(reader.read("\u{1B}[Bll".utf8) == [.key(.down), .key("l"), .key("l")])
  }

  @Test func `a key after a broken sequence is read`() {
    #expect(events("\u{1B}[1\rq") == [.key(.enter), .key("q")])
    #expect(events("\u{1B}]11;\u{1B}[C") == [.key(.right)])
    #expect(events("\u{1B}]11;\u{18}q") == [.key("q")])
  }

  @Test func `a paste is its text, wherever it is split and whatever it holds`() {
    let text = "q\r\u{1B}[A\u{1B}q é\u{1B}[200~\u{3}東"
    let bytes = Array("a\u{1B}[200~\(text)\u{1B}[201~b".utf8)
    for split in 1..<bytes.count {
      var reader = KeyReader()
      let read = reader.read(bytes[..<split]) + reader.read(bytes[split...])
      #expect(read == [.key("a"), .paste(text), .key("b")], "split at \(split)")
    }
  }

  @Test func `of a paste without end only the beginning is kept`() {
    var reader = KeyReader()
    _ = reader.read("\u{1B}[200~".utf8)
    for _ in 0..<1000 { #expect(reader.read(Array(repeating: UInt8(ascii: "x"), count: 1000)) == []) }
    guard case .paste(let text)? = reader.giveUp().first else {
      Issue.record("no paste")
      return
    }
    #expect((4096...10_000).contains(text.utf8.count))
  }

  @Test(arguments: [
    ("\u{1B}[<0;34;5M", MouseEvent.Action.press, 33, 4), ("\u{1B}[<0;34;5m", .release, 33, 4),
    ("\u{1B}[<32;300;5M", .drag, 299, 4), ("\u{1B}[<64;1;1M", .wheelUp, 0, 0),
    ("\u{1B}[<81;1;1M", .wheelDown, 0, 0),
    ("\u{1B}[<4;2;2M", .press, 1, 1), ("\u{1B}[M !!", .press, 0, 0), ("\u{1B}[M#!\"", .release, 0, 1),
    ("\u{1B}[M`\"!", .wheelUp, 1, 0),
  ])
  func `the left button and the wheel are what they did and where`(
    bytes: String, action: MouseEvent.Action, x: Int, y: Int
  ) {
    #expect(events(bytes) == [.mouse(MouseEvent(action, at: Point(x, y)))])
  }

  @Test(arguments: [
    "\u{1B}[<2;3;4M", "\u{1B}[<2;3;4m", "\u{1B}[<66;3;4M", "\u{1B}[<0;0;0M", "\u{1B}[<0;3M", "\u{1B}[<;;M",
    "\u{1B}[<0;99999999999999999999;4M", "\u{1B}[<128;1;1M",
  ])
  func `other buttons and rubbish do nothing`(bytes: String) {
    #expect(events(bytes + "q") == [.key("q")])
  }

  /// Random bytes, with what follows a silence: nothing traps, and the keyboard is never locked up.
  @Test(arguments: 0..<20)
  func `no bytes lock the keyboard up`(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    let likely = Array("\u{1B}\u{1B}[O]P_^X<;0123456789~MmA\r\u{7}\\q".utf8)
    var reader = KeyReader()
    for _ in 0..<3000 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      let byte =
        state & 3 == 0 ? UInt8(truncatingIfNeeded: state >> 8) : likely[Int(state >> 8) % likely.count]
      _ = reader.read([byte])
    }
    _ = reader.giveUp()
    #expect(reader.read("q".utf8) == [.key("q")])
  }

  private func events(_ bytes: String) -> [Event] {
    var reader = KeyReader()
    return reader.read(bytes.utf8) + reader.giveUp()
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
