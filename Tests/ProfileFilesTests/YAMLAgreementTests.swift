import ProfileFiles
import Testing
import Yams

/// The reader and libyaml must never understand the same bytes differently.
@Suite("Reading YAML")
struct YAMLAgreementTests {
  @Test(arguments: 1...400)
  func `agrees with libyaml on whatever can be written`(seed: UInt64) throws {
    var writer = YAMLWriter(seed: seed)
    let text = writer.document()
    let document = YAMLDocument(parsing: SourceText(Array(text.utf8)))
    try #require(document.problems.isEmpty, "\(document.problems) in\n\(text)")
    #expect(try Tree(document.root) == Tree(libyaml: text), "\(text)")
  }

  @Test(arguments: 1...400)
  func `agrees with libyaml on spoilt text, or refuses it`(seed: UInt64) throws {
    var writer = YAMLWriter(seed: seed)
    for _ in 0..<10 {
      let text = writer.spoilt(writer.document())
      let document = YAMLDocument(parsing: SourceText(Array(text.utf8)))
      guard document.problems.isEmpty, let root = document.root else { continue }
      #expect(try Tree(root) == Tree(libyaml: text), "\(text)")
    }
  }
}

/// What a document says, however it is written.
private indirect enum Tree: Equatable {
  case nothing
  case text(String)
  case list([Tree])
  case mapping([String: Tree])

  init(_ node: YAMLNode?) throws {
    self =
      switch node?.content {
      case .null, nil: .nothing
      case .scalar(let text, _): .text(text)
      case .sequence(let items, _): .list(try items.map(Tree.init))
      case .mapping(let entries, _):
        .mapping(try Dictionary(uniqueKeysWithValues: entries.map { ($0.key, try Tree($0.value)) }))
      case .unreadable: throw Unreadable()
      }
  }

  init(libyaml text: String) throws {
    try self.init(try Parser(yaml: text, encoding: .utf8).singleRoot())
  }

  private init(_ node: Node?) throws {
    self =
      switch node {
      case .scalar(let scalar): scalar.meansNothing ? .nothing : .text(scalar.string)
      case .sequence(let items): .list(try items.map { try Tree($0) })
      case .mapping(let pairs):
        .mapping(
          try Dictionary(uniqueKeysWithValues: pairs.map { ($0.key.string ?? "", try Tree($0.value)) }))
      case .alias: throw Unreadable()
      case nil: .nothing
      }
  }

  private struct Unreadable: Error {}
}

extension Node.Scalar {
  fileprivate var meansNothing: Bool {
    style == .plain && ["", "~", "null", "Null", "NULL"].contains(string)
  }
}
