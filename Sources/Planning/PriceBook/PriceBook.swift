/// On-Demand list prices and the facts of instance and node types, in one Region.
///
/// The built-in book was collected from public copies; nothing in it was read from AWS live. A type that it does not
/// know has an unknown price, never a guessed one.
package struct PriceBook: Sendable {
  package var region: String

  /// The day on which the prices were collected, `2026-11-23`.
  package var collected: String
  package var instances: [String: InstanceFacts]
  package var databases: [String: DatabaseFacts]
  package var cacheNodes: [CacheNodeID: CacheNodeFacts]
  package var voiceModels: [String: VoiceModelFacts]
  package internal(set) var tariffs: [Tariff.ID: Tariff]

  /// - Precondition: the book has the tariff, as the built-in one and every book made from it does.
  package func tariff(_ id: Tariff.ID) -> Tariff {
    guard let tariff = tariffs[id] else { preconditionFailure("the price book has no tariff \(id.rawValue)") }
    return tariff
  }
}

/// An EC2 instance type: its price for an hour and its size.
package struct InstanceFacts: Sendable {
  package var type: String
  package var hourly: Price
  package var vcpus: Int
  package var memoryGiB: Double
  package var origin: FactOrigin

  /// The part before the dot, such as `c6i`.
  package var family: String { String(type.prefix { $0 != "." }) }

  package init(type: String, hourly: Price, vcpus: Int, memoryGiB: Double, origin: FactOrigin) {
    self.type = type
    self.hourly = hourly
    self.vcpus = vcpus
    self.memoryGiB = memoryGiB
    self.origin = origin
  }
}

/// An RDS instance class: its price for an hour with and without a standby.
package struct DatabaseFacts: Sendable {
  package var instanceClass: String
  package var engine: String
  package var singleAZ: Price
  package var multiAZ: Price
  package var vcpus: Int
  package var memoryGiB: Double
  package var origin: FactOrigin

  package init(
    instanceClass: String, engine: String, singleAZ: Price, multiAZ: Price, vcpus: Int, memoryGiB: Double,
    origin: FactOrigin
  ) {
    self.instanceClass = instanceClass
    self.engine = engine
    self.singleAZ = singleAZ
    self.multiAZ = multiAZ
    self.vcpus = vcpus
    self.memoryGiB = memoryGiB
    self.origin = origin
  }
}

/// A cache node type costs less with some engines than with others.
package struct CacheNodeID: Hashable, Sendable {
  package var nodeType: String
  package var engine: CacheEngine

  package init(nodeType: String, engine: CacheEngine) {
    self.nodeType = nodeType
    self.engine = engine
  }
}

/// An ElastiCache node type with one engine.
package struct CacheNodeFacts: Sendable {
  package var hourly: Price
  package var memoryGiB: Double
  package var origin: FactOrigin

  package init(hourly: Price, memoryGiB: Double, origin: FactOrigin) {
    self.hourly = hourly
    self.memoryGiB = memoryGiB
    self.origin = origin
  }
}

/// What a speech model charges for a thousand tokens.
package struct VoiceModelFacts: Sendable {
  package var speechInput: Price
  package var speechOutput: Price
  package var origin: FactOrigin

  package init(speechInput: Price, speechOutput: Price, origin: FactOrigin) {
    self.speechInput = speechInput
    self.speechOutput = speechOutput
    self.origin = origin
  }
}
