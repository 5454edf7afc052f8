internal import FoundationEssentials

extension PriceBook {
  /// The book inside the binary, from `prices.json`.
  package static let builtIn = {
    do {
      return try PriceBook(JSONDecoder().decode(PricesFile.self, from: Data(PackageResources.prices_json)))
    } catch {
      preconditionFailure("the built-in price book does not read: \(error)")
    }
  }()

  private init(_ file: PricesFile) throws {
    let origin = { (fact: any SourcedRow) in
      FactOrigin(
        source: file.sources[fact.source] ?? fact.source, confidence: fact.confidence,
        collected: file.collected)
    }
    region = file.region
    collected = file.collected
    instances = Dictionary(
      uniqueKeysWithValues: file.instances.map { row in
        let facts = InstanceFacts(
          type: row.type, hourly: row.usdPerHour.price, vcpus: row.vcpu, memoryGiB: row.memoryGib,
          origin: origin(row))
        return (row.type, facts)
      })
    databases = Dictionary(
      uniqueKeysWithValues: file.databases.map { row in
        let facts = DatabaseFacts(
          singleAZ: row.singleAz.usdPerHour.price, multiAZ: row.multiAz.usdPerHour.price,
          origin: origin(row.singleAz))
        return (DatabaseID(instanceClass: row.class, engine: row.engine), facts)
      })
    cacheNodes = Dictionary(
      uniqueKeysWithValues: file.cacheNodes.flatMap { row in
        row.engines.map { engine in
          let facts = CacheNodeFacts(hourly: row.usdPerHour.price, origin: origin(row))
          return (CacheNodeID(nodeType: row.nodeType, engine: engine), facts)
        }
      })
    voiceModels = Dictionary(
      uniqueKeysWithValues: file.voiceModels.map { row in
        let facts = VoiceModelFacts(
          speechInput: row.speechInput.usdPer1000Tokens.price,
          speechOutput: row.speechOutput.usdPer1000Tokens.price,
          origin: origin(row.speechOutput))
        return (row.model, facts)
      })
    tariffs = Dictionary(
      uniqueKeysWithValues: file.tariffs.map { row in
        let steps = row.steps.map { Tariff.Step(upTo: $0.upTo, price: $0.usd.price) }
        return (row.id, Tariff(id: row.id, unit: row.unit, free: row.free, steps: steps, origin: origin(row)))
      })
    sizes = Dictionary(
      file.instances.map { ($0.type, NodeSize(vcpus: $0.vcpu, memoryGiB: $0.memoryGib, origin: origin($0))) }
        + file.databases.map {
          ($0.class, NodeSize(vcpus: $0.vcpu, memoryGiB: $0.memoryGib, origin: origin($0.singleAz)))
        }
        + file.cacheNodes.map {
          ($0.nodeType, NodeSize(vcpus: nil, memoryGiB: $0.memoryGib, origin: origin($0)))
        }, uniquingKeysWith: { first, _ in first })
  }
}

/// The rows of `prices.json`; prices are decimal text so that they stay exact.
private struct PricesFile: Decodable {
  var region: String
  var collected: String
  var sources: [String: String]
  var instances: [Instance]
  var databases: [Database]
  var cacheNodes: [CacheNode]
  var voiceModels: [VoiceModel]
  var tariffs: [TariffRow]

  enum CodingKeys: String, CodingKey {
    case region, collected, sources, instances, databases, tariffs
    case cacheNodes = "cache_nodes"
    case voiceModels = "voice_models"
  }

  struct Instance: Decodable, SourcedRow {
    var type: String
    var usdPerHour: DecimalPrice
    var vcpu: Int
    var memoryGib: Double
    var source: String
    var confidence: String

    enum CodingKeys: String, CodingKey {
      case type, vcpu, source, confidence
      case usdPerHour = "usd_per_hour"
      case memoryGib = "memory_gib"
    }
  }

  struct Database: Decodable {
    var `class`: String
    var engine: String
    var vcpu: Int
    var memoryGib: Double
    var singleAz: Hourly
    var multiAz: Hourly

    enum CodingKeys: String, CodingKey {
      case `class`, engine, vcpu
      case memoryGib = "memory_gib"
      case singleAz = "single_az"
      case multiAz = "multi_az"
    }
  }

  struct Hourly: Decodable, SourcedRow {
    var usdPerHour: DecimalPrice
    var source: String
    var confidence: String

    enum CodingKeys: String, CodingKey {
      case source, confidence
      case usdPerHour = "usd_per_hour"
    }
  }

  struct CacheNode: Decodable, SourcedRow {
    var nodeType: String
    var engines: [CacheEngine]
    var usdPerHour: DecimalPrice
    var memoryGib: Double
    var source: String
    var confidence: String

    enum CodingKeys: String, CodingKey {
      case engines, source, confidence
      case nodeType = "node_type"
      case usdPerHour = "usd_per_hour"
      case memoryGib = "memory_gib"
    }
  }

  struct VoiceModel: Decodable {
    var model: String
    var speechInput: Tokens
    var speechOutput: Tokens

    enum CodingKeys: String, CodingKey {
      case model
      case speechInput = "speech_input"
      case speechOutput = "speech_output"
    }
  }

  struct Tokens: Decodable, SourcedRow {
    var usdPer1000Tokens: DecimalPrice
    var source: String
    var confidence: String

    enum CodingKeys: String, CodingKey {
      case source, confidence
      case usdPer1000Tokens = "usd_per_1000_tokens"
    }
  }

  struct TariffRow: Decodable, SourcedRow {
    var id: Tariff.ID
    var unit: String
    var free: Double
    var steps: [Step]
    var source: String
    var confidence: String

    struct Step: Decodable {
      var upTo: Double?
      var usd: DecimalPrice

      enum CodingKeys: String, CodingKey {
        case usd
        case upTo = "up_to"
      }
    }
  }
}

private protocol SourcedRow {
  var source: String { get }
  var confidence: String { get }
}

private struct DecimalPrice: Decodable {
  var price: Price

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let price = Price(decimal: text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(text) is not a price")
    }
    self.price = price
  }
}

extension Tariff.ID: Decodable {}
extension CacheEngine: Decodable {}
