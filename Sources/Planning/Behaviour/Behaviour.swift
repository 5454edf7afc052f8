internal import FoundationEssentials

/// How the parts of a fleet really behave, as `behaviour.json` says it: figures, families of types, ends of life and
/// the lines that rules draw, each with who says so and the day on which that was read.
///
/// Code names them; only the file has their values, so that a correction is a change of data.
enum Behaviour {
  static func source(_ id: String) -> Finding.Source { known(id, in: file.sources) }
  static func figure(_ figure: Figure) -> PublishedFigure { known(figure.rawValue, in: file.figures) }
  static func threshold(_ id: String) -> Threshold { known(id, in: file.thresholds) }
  static func families(_ id: String) -> InstanceFamilies { known(id, in: file.families) }
  static var endsOfLife: [EndOfLife] { file.endsOfLife }

  private static func known<Fact>(_ id: String, in facts: [String: Fact]) -> Fact {
    guard let fact = facts[id] else { preconditionFailure("behaviour.json has no \(id)") }
    return fact
  }

  private static let file: File = {
    do {
      return try JSONDecoder().decode(File.self, from: Data(PackageResources.behaviour_json))
    } catch {
      preconditionFailure("the built-in behaviour does not read: \(error)")
    }
  }()
}

/// The file, with every fact beside its source.
private struct File: Decodable {
  let sources: [String: Finding.Source]
  let figures: [String: PublishedFigure]
  let thresholds: [String: Threshold]
  let families: [String: InstanceFamilies]
  let endsOfLife: [EndOfLife]

  init(from decoder: any Decoder) throws {
    let rows = try Rows(from: decoder)
    let sources = Dictionary(
      uniqueKeysWithValues: rows.sources.map { row in
        (row.id, Finding.Source(title: row.title, address: row.address, collected: row.collected))
      })
    func source(_ id: String) throws -> Finding.Source {
      guard let source = sources[id] else { throw Mistake.unknownSource(id) }
      return source
    }
    self.sources = sources
    figures = try Dictionary(
      uniqueKeysWithValues: rows.figures.map { row in
        let values = row.values ?? row.value.map { [$0] } ?? []
        guard !values.isEmpty else { throw Mistake.noValue(row.id) }
        return (
          row.id,
          PublishedFigure(
            values: values, unit: row.unit, meaning: row.says, source: try source(row.source))
        )
      })
    thresholds = try Dictionary(
      uniqueKeysWithValues: rows.thresholds.map { row in
        (
          row.id,
          Threshold(
            name: row.name, value: row.value, unit: row.unit, reason: row.reason,
            source: try source(row.source))
        )
      })
    families = try Dictionary(
      uniqueKeysWithValues: rows.families.map { row in
        (
          row.id,
          InstanceFamilies(
            letters: Set(row.letters ?? []), afterGeneration: row.afterGeneration?.utf8.first,
            names: row.names ?? [], source: try source(row.source))
        )
      })
    endsOfLife = try rows.endsOfLife.map { row in
      guard let day = Day(row.day) else { throw Mistake.noDay(row.day) }
      return EndOfLife(
        name: row.name, day: day, successor: row.successor, source: try source(row.source))
    }
  }

  private enum Mistake: Error {
    case unknownSource(String)
    case noValue(String)
    case noDay(String)
  }
}

/// The rows as the file writes them.
private struct Rows: Decodable {
  let sources: [Source]
  let figures: [Figure]
  let thresholds: [Threshold]
  let families: [Families]
  let endsOfLife: [EndOfLife]

  enum CodingKeys: String, CodingKey {
    case sources, figures, thresholds, families
    case endsOfLife = "ends_of_life"
  }

  struct Source: Decodable {
    let id, title: String
    let address: String?
    let collected: String
  }

  struct Figure: Decodable {
    let id, unit, source, says: String
    let value: Double?
    let values: [Double]?
  }

  struct Threshold: Decodable {
    let id, name, unit, reason, source: String
    let value: Double
  }

  struct Families: Decodable {
    let id, source: String
    let letters, names: [String]?
    let afterGeneration: String?

    enum CodingKeys: String, CodingKey {
      case id, source, letters, names
      case afterGeneration = "after_generation"
    }
  }

  struct EndOfLife: Decodable {
    let name, day, successor, source: String
  }
}
