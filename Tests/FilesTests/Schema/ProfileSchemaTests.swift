import Files
import Foundation
import Planning
import Testing

/// A real validator reads the schema in `.ci/schema`; these tests hold what it is made from.
@Suite("The JSON Schema")
struct ProfileSchemaTests {
  typealias Object = [String: Any]

  /// Read once for all of them, since it is the same for each key; nothing in it where it cannot be read.
  nonisolated(unsafe) private static let read: Object? = {
    let object = try? JSONSerialization.jsonObject(with: Data(ProfileSchema.text().utf8))
    return object as? Object
  }()

  let schema: Object

  init() throws { schema = try #require(Self.read) }

  /// The part of the schema that describes a dotted path.
  func node(at path: String) -> Object? {
    path.split(separator: ".").reduce(schema as Object?) { part, key in
      (part?["properties"] as? Object)?[String(key)] as? Object
    }
  }

  @Test(arguments: Catalog.fields.map(\.path))
  func `describes every key with its meaning`(path: String) throws {
    let part = try #require(node(at: path))
    #expect(part["title"] as? String == Catalog[path].title)
    #expect((part["description"] as? String)?.isEmpty == false)
  }

  @Test(arguments: Catalog.sections.sorted())
  func `names every section and lets no unknown key into it`(path: String) throws {
    let part = try #require(node(at: path))
    #expect((part["title"] as? String)?.isEmpty == false)
    #expect(part["additionalProperties"] as? Bool == false)
  }

  @Test func `gives a default with its reason`() throws {
    let part = try #require(node(at: "demand.mean_load_percent"))
    #expect(part["default"] as? Double == 60)
    #expect(
      part["description"] as? String
        == "A number or a range such as 0.2..0.3, from 0.000001 to 100. Default 60: assumed monthly mean over peak of a day curve."
    )
    #expect(node(at: "demand.response_kb")?["default"] as? String == "5..10..20")
  }

  @Test func `bounds a number on the side that the program does`() throws {
    let load = try #require(node(at: "demand.mean_load_percent"))
    #expect(load["minimum"] as? Double == 1e-6)
    #expect(load["exclusiveMinimum"] == nil)
    #expect(load["maximum"] as? Double == 100)
    let hits = try #require(node(at: "cache.hit_percent"))
    #expect(hits["minimum"] as? Double == 0)
  }

  @Test(arguments: [
    ("0.2..0.3", true), ("0.2..0.25..0.3", true), ("1..2", true), ("0.2", false), ("0.2..", false),
    ("0.2...0.3", false), ("0.2-0.3", false), ("0.2 .. 0.3", false), ("01..2", false), ("1..2..3..4", false),
  ])
  func `tells a range from other text`(text: String, isRange: Bool) throws {
    let pattern = try #require(node(at: "demand.response_kb")?["pattern"] as? String)
    #expect(try text.contains(Regex(pattern)) == isRange)
  }

  @Test func `asks for required keys only where a profile builds on no other`() throws {
    #expect(schema["required"] as? [String] == ["format"])
    let otherwise = try #require(schema["else"] as? Object)
    #expect(otherwise["required"] as? [String] == ["name", "region", "demand", "compute"])
    let sections = try #require(otherwise["properties"] as? Object)
    #expect((sections["cache"] as? Object)?["required"] as? [String] == ["node_type"])
    let compute = try #require(sections["compute"] as? Object)
    #expect(
      compute["required"] as? [String]
        == ["instance_type", "instances", "requests_per_instance_per_minute"])
  }

  @Test func `offers the types of the price book without asking for them`() throws {
    let type = try #require(node(at: "compute.instance_type"))
    #expect((type["examples"] as? [String])?.contains("c6i.2xlarge") == true)
    #expect(type["enum"] == nil)
  }

  @Test func `is the same text each time`() {
    #expect(ProfileSchema.text() == ProfileSchema.text())
  }
}
