internal import Planning

/// A file that describes AWS, with what is found wrong and what is found worth saying while it is read.
final class InventoryFile {
  let text: FileText
  let dialect: Dialect

  /// The name without its folder, as sources quote it.
  let name: String
  private(set) var mistakes: MistakeList
  private(set) var notes: [FoundNote] = []
  private var refused: Set<String> = []

  enum Dialect {
    case cli
    case terraform(TerraformPlan)
    case cloudFormation(Template)
  }

  /// Whether it is an answer of AWS, which says what is there, and neither a plan nor a template.
  var isAnswer: Bool { if case .cli = dialect { true } else { false } }

  init(_ text: FileText, dialect: Dialect, mistakes: MistakeList? = nil) {
    self.text = text
    self.dialect = dialect
    name = text.name.lastComponent
    self.mistakes = mistakes ?? MistakeList(in: text)
  }

  /// Each place is refused once, however often it is asked for.
  func refuse(_ node: JSONNode, at path: String, expected: String) {
    guard refused.insert(path).inserted else { return }
    mistakes.report(
      .aws(.wrongNode(Mistake.NodeKind(node.content), expected: expected)), at: node.offset, key: path)
  }

  /// Each place is noted once, however often it is asked for.
  func noteUnresolved(_ item: Item) {
    let note = FoundNote(
      "unresolved", item.path, "only AWS can compute this; the key stays open until somebody says it")
    if !notes.contains(note) { notes.append(note) }
  }
}

/// Why a file that describes AWS was refused, besides what makes it no JSON or YAML.
package enum AWSMistake: Hashable, Sendable {
  case wrongNode(Mistake.NodeKind, expected: String)

  /// No top-level keys of a plan or of a state.
  case noPlan(Mistake.NodeKind)

  /// No resources of a template.
  case noTemplate(Mistake.NodeKind)
}
