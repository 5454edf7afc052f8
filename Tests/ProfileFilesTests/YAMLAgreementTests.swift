import ProfileFiles
import Testing
import Yams

/// The guard before the library must never take for text what the library takes for more.
@Suite("The guard and the library")
struct YAMLAgreementTests {
  @Test(arguments: 1...400)
  func `agree on whatever can be written`(seed: UInt64) throws {
    var writer = YAMLWriter(seed: seed)
    let text = writer.document()
    #expect(problems(text) == [], "\(text)")
    #expect(try Content(libyaml: text).isInnocent, "\(text)")
  }

  @Test(arguments: 1...400)
  func `agree that spoilt text is innocent, or one of them refuses it`(seed: UInt64) throws {
    var writer = YAMLWriter(seed: seed)
    for _ in 0..<10 {
      let text = writer.spoilt(writer.document())
      guard problems(text).isEmpty else { continue }
      #expect(try Content(libyaml: text).isInnocent, "\(text)")
    }
  }

  private func problems(_ text: String) -> [YAMLProblem] {
    YAMLDocument(parsing: SourceText(Array(text.utf8))).problems
  }
}

/// What the library finds in a text that no guard has seen.
private struct Content {
  /// Anchors live as long as their parser.
  let parser: Parser
  let root: Node?

  init(libyaml text: String) throws {
    parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
    root = try parser.singleRoot()
  }

  /// Whether no value has an anchor or a tag, and every key is text.
  var isInnocent: Bool { root.map(isInnocent) ?? true }

  private func isInnocent(_ node: Node) -> Bool {
    guard node.anchor == nil else { return false }
    return switch node {
    case .scalar(let scalar):
      [Tag.Name.implicit.rawValue, Tag.Name.str.rawValue].contains(scalar.tag.description)
    case .sequence(let items): items.allSatisfy(isInnocent)
    case .mapping(let pairs):
      pairs.allSatisfy { $0.key.scalar != nil && isInnocent($0.key) && isInnocent($0.value) }
    case .alias: false
    }
  }
}
