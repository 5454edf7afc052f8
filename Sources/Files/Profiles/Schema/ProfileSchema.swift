internal import Planning
internal import Typography

/// The JSON Schema of the profile format, for editors that complete and check profiles.
///
/// Draft-07, since editors' YAML servers know that one best. It never refuses a profile that the program accepts; what
/// a schema cannot see (a range that runs backwards, min above max, a number such as `010`) only the program tells.
package enum ProfileSchema {
  /// The name that the schema is best saved under.
  package static let fileName = "headroom.schema.json"

  /// The first line of a profile whose editor should check it.
  package static let editorLine = "# yaml-language-server: $schema=\(fileName)"

  /// The schema as text; Regions, instance and node types are offered as examples.
  package static func text() -> String { schema.text() }

  private static var schema: JSONValue {
    .object([
      .init("$schema", "http://json-schema.org/draft-07/schema#"),
      .init("$id", "urn:headroom:profile:1"),
      .init("$comment", .string("Save as \(fileName) and begin a profile with: \(editorLine)")),
      .init("title", .string("Fleet profile, format \(Catalog.format)")),
      .init("description", "What a fleet is and what is asked of it; what is left out has a named default."),
      .init("type", "object"),
      .init("additionalProperties", false),
      .init("properties", .object(header + properties(of: ""))),
      .init("required", ["format"]),
      .init("if", ["required": ["extends"]]),
      .init("then", [:]),
      .init("else", .object(completeness(of: ""))),
    ])
  }

  private static let header: [JSONValue.Member] = [
    .init(
      "format",
      [
        "title": "Format of this file", "description": "Required in every file.",
        "const": .string(Catalog.format),
      ]),
    .init(
      "extends",
      [
        "title": "Profile that this one builds on",
        "description":
          "A path relative to this file, in its folder or its git repository. What stands here replaces what stands there.",
        "type": "string", "minLength": 1,
      ]),
  ]

  private static func properties(of section: String) -> [JSONValue.Member] {
    Catalog.children(of: section).map { path in
      .init(path.lastKey, .object(Catalog.field(at: path)?.schema ?? self.section(path)))
    }
  }

  /// A section may be there and empty, which is not the same as absent.
  private static func section(_ path: String) -> [JSONValue.Member] {
    [
      .init("title", .string(Catalog.title(ofSection: path))),
      .init("type", ["object", "null"]),
      .init("additionalProperties", false),
      .init("properties", .object(properties(of: path))),
    ]
  }

  /// Which keys must be there in a file that builds on no other; nothing for a section that needs none.
  private static func completeness(of section: String) -> [JSONValue.Member] {
    let children = Catalog.children(of: section)
    let required = children.filter(isRequired)
    let sections: [JSONValue.Member] = children.compactMap { path in
      let members = completeness(of: path)
      return members.isEmpty ? nil : .init(path.lastKey, .object(members))
    }
    var members: [JSONValue.Member] = []
    if !required.isEmpty {
      members.append(.init("type", "object"))
      members.append(.init("required", .array(required.map { .string($0.lastKey) })))
    }
    if !sections.isEmpty { members.append(.init("properties", .object(sections))) }
    return members
  }

  /// Whether a key must be there where its section is.
  private static func isRequired(_ path: String) -> Bool {
    guard let field = Catalog.field(at: path) else {
      return Catalog.fields.contains { $0.path.hasPrefix("\(path).") && $0.presence == .required }
    }
    return field.presence == .required || field.presence == .requiredInSection
  }
}
