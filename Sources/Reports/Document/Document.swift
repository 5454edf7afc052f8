/// A report as it is meant, before any format: title, blocks, and what it was made from.
package struct Document: Sendable {
  /// What kind of report this is, before its name on a page: `Quotas`.
  let kind: String?

  /// What the report is of.
  let name: String

  /// Facts in a few words, which stand beside the title where a report is lines of text.
  var remark: Text

  /// Facts in a sentence, below the title.
  var facts: String

  var blocks: [Block]

  /// What the report was made from, one line each.
  var origin: [String]

  /// What a bot finds its own comment on a pull request by; Markdown then is the body of that comment.
  var commentTag: String?

  /// What the page of a browser is called.
  var title: String { kind.map { "\($0): \(name)" } ?? name }

  init(
    kind: String? = nil, name: String, remark: Text = "", facts: String = "", origin: [String] = [],
    commentTag: String? = nil, _ blocks: [Block] = []
  ) {
    self.kind = kind
    self.name = name
    self.remark = remark
    self.facts = facts
    self.origin = origin
    self.commentTag = commentTag
    self.blocks = blocks
  }
}

/// A piece of a document.
indirect enum Block: Sendable {
  /// The answer before everything else, under its question where it has one; the ink of the answer is its tone.
  case verdict(question: String?, answer: Text, sentences: [String])

  case heading(String, remark: Text = "")
  case paragraph(Text)
  case list([Text], ListStyle = .plain)
  case table(Table)
  case picture(Picture)

  /// The few figures to remember, each with its label.
  case figures([(value: String, label: String)])

  /// Shell commands, each to be pasted as it stands.
  case commands([String])

  case entries([Entry])

  /// A part that opens when somebody wants it, where a format can fold.
  case folded(String, [Block])

  /// What lines of text show of what a page shows whole.
  case brief([Block], whole: [Block])
}

enum ListStyle {
  case plain

  /// Steps that lead to the line above.
  case steps

  /// Things to tick off.
  case checks
}

/// Something that was found, with what to do about it.
struct Entry: Sendable {
  /// How bad it is.
  let mark: Text
  let id: String
  let title: String
  let message: String

  /// Which value of the profile it is about.
  let about: Text

  /// What to do, after the word that says so: `Fix`.
  let remedy: (word: Text, text: String)
  let command: String?
  let source: String
}

/// A picture, drawn as finely as a format can: in lines, in character cells, or as the figures behind it.
struct Picture: Sendable {
  let caption: String
  var drawing: Drawing?
  var cells: [Text] = []
  var figures: Table?
}
