/// On-Demand list prices and the facts of instance and node types, in one Region.
///
/// The built-in book was collected from public copies; nothing in it was read from AWS live. A type that it does not
/// know has an unknown price, never a guessed one, and no price of another Region is in it.
package struct PriceBook: Sendable {
  package var region: String

  /// The oldest day on which one of the prices was collected, `2026-11-23`.
  package var collected: String
  package var instances: [String: InstanceFacts]
  package var databases: [DatabaseID: DatabaseFacts]
  package var cacheNodes: [CacheNodeID: CacheNodeFacts]
  package var voiceModels: [String: VoiceModelFacts]
  package internal(set) var tariffs: [Tariff.ID: Tariff]

  /// What nodes are made of, priced in this Region or not, by EC2 type, RDS class and ElastiCache node type.
  package internal(set) var sizes: [String: NodeSize]

  /// The private price files whose prices are in it, in the order in which they were laid over it.
  package internal(set) var overlays: [PriceOverlay.Identity] = []

  package func database(_ database: Database) -> DatabaseFacts? {
    databases[DatabaseID(instanceClass: database.instanceClass, engine: database.engine)]
  }

  package func cacheNode(_ cache: Cache) -> CacheNodeFacts? {
    cacheNodes[CacheNodeID(nodeType: cache.nodeType, engine: cache.engine)]
  }
}

/// What a node is made of, the same in every Region and with every engine.
package struct NodeSize: Hashable, Sendable {
  /// Nil where nobody said.
  package var vcpus: Int?
  package var memoryGiB: Double
  package var origin: FactOrigin

  package init(vcpus: Int?, memoryGiB: Double, origin: FactOrigin) {
    self.vcpus = vcpus
    self.memoryGiB = memoryGiB
    self.origin = origin
  }
}

/// An EC2 instance type: its price for an hour and its size.
package struct InstanceFacts: Hashable, Sendable {
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

/// An RDS instance class costs less with some engines than with others.
package struct DatabaseID: Hashable, Sendable {
  package var instanceClass: String
  package var engine: String

  package init(instanceClass: String, engine: String) {
    self.instanceClass = instanceClass
    self.engine = engine
  }
}

/// An RDS instance class with one engine: its price for an hour with and without a standby.
package struct DatabaseFacts: Hashable, Sendable {
  package var singleAZ: Price
  package var multiAZ: Price
  package var origin: FactOrigin

  package init(singleAZ: Price, multiAZ: Price, origin: FactOrigin) {
    self.singleAZ = singleAZ
    self.multiAZ = multiAZ
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
package struct CacheNodeFacts: Hashable, Sendable {
  package var hourly: Price
  package var origin: FactOrigin

  package init(hourly: Price, origin: FactOrigin) {
    self.hourly = hourly
    self.origin = origin
  }
}

/// What a speech model charges for a thousand tokens.
package struct VoiceModelFacts: Hashable, Sendable {
  package var speechInput: Price
  package var speechOutput: Price
  package var origin: FactOrigin

  package init(speechInput: Price, speechOutput: Price, origin: FactOrigin) {
    self.speechInput = speechInput
    self.speechOutput = speechOutput
    self.origin = origin
  }
}
