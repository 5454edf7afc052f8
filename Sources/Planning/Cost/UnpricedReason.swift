internal import Typography

/// Why nobody can price a line.
package struct UnpricedReason: Hashable, Error, Sendable {
  /// As it goes on in a sentence.
  package let text: String

  /// The key of the profile to look at.
  package let key: String

  /// What would price the line.
  package let remedy: String

  private init(
    _ text: String, key: String,
    remedy: String = "Give a price file that has it; `headroom prices --template` writes one to fill in."
  ) {
    self.text = text
    self.key = key
    self.remedy = remedy
  }

  package static func region(_ region: String) -> UnpricedReason {
    if Region(region) != nil { return UnpricedReason("no price is known in \(region)", key: "region") }
    let nearest = Nearest.word(to: region, among: Region.all.map(\.code))
    return UnpricedReason(
      "\(region) is not a Region that is known" + (nearest.map { "; did you mean \($0)?" } ?? ""),
      key: "region", remedy: "Name the Region as AWS does, or give a price file for it.")
  }

  /// The reason where a Region has no price of a whole service.
  static func service(_ service: String, region: String, key: String) -> UnpricedReason {
    UnpricedReason("no \(service) price in \(region)", key: key)
  }

  /// The reason where a Region has prices of a service and none of this type, class or node.
  static func name(
    _ name: String, of service: String, region: String, key: String, nearest: String?
  ) -> UnpricedReason {
    UnpricedReason(
      "no \(service) price of \(name) in \(region)"
        + (nearest.map { "; the nearest name with one is \($0)" } ?? ""),
      key: key)
  }

  package static func instanceType(_ type: String) -> UnpricedReason {
    UnpricedReason(
      "the price book does not know the instance type \(type)", key: "compute.instance_type")
  }

  package static func instanceClass(_ instanceClass: String) -> UnpricedReason {
    UnpricedReason(
      "the price book does not know the database instance class \(instanceClass)",
      key: "database.instance_class")
  }

  package static let noDatabase = UnpricedReason(
    "the fleet has no database that the quote could be scaled to", key: "quotes.database.usd_per_month",
    remedy: "State the database, or take the quote out.")

  package static let noCache = UnpricedReason(
    "the fleet has no cache that the quote could be scaled to", key: "quotes.cache.usd_per_month",
    remedy: "State the cache, or take the quote out.")

  package static func databaseEngine(_ engine: String) -> UnpricedReason {
    UnpricedReason("the price book does not know the database engine \(engine)", key: "database.engine")
  }

  package static func nodeType(_ type: String, engine: CacheEngine) -> UnpricedReason {
    UnpricedReason(
      "the price book does not know the cache node type \(type) with \(engine.rawValue)",
      key: "cache.node_type")
  }

  package static func voiceModel(_ model: String) -> UnpricedReason {
    UnpricedReason("the price book does not know the voice model \(model)", key: "voice.model")
  }

  package static let voiceModelNotStated = UnpricedReason(
    "the profile does not name the voice model", key: "voice.model", remedy: "Name the model.")

  package static let voiceTokensNotStated = UnpricedReason(
    "the profile does not say how many speech tokens a minute of voice takes",
    key: "voice.speech_input_tokens_per_minute",
    remedy: "Measure and state speech_input_tokens_per_minute and speech_output_tokens_per_minute.")

  /// Aurora bills what it reads and writes, and nobody can guess it.
  static let ioNotStated = UnpricedReason(
    "the profile does not say how much the database reads and writes", key: "database.io_million_per_month",
    remedy: "State io_million_per_month as the bill counts it.")

  /// A key that the storage of the database cannot do without.
  static func notStated(_ key: String, of storage: Database.StorageType) -> UnpricedReason {
    UnpricedReason("\(storage.rawValue) storage needs \(key)", key: key, remedy: "State \(key).")
  }

  static func vcpus(of type: String, key: String) -> UnpricedReason {
    UnpricedReason("nobody knows the vCPUs of \(type)", key: key)
  }

  static func viewers(_ region: String) -> UnpricedReason {
    UnpricedReason(
      "nobody says where the viewers of \(region) are", key: "cdn.viewers", remedy: "State cdn.viewers.")
  }

  static func aboveAllowance(_ plan: ContentDelivery.Plan) -> UnpricedReason {
    UnpricedReason(
      "the month is above what the \(plan.rawValue) plan of CloudFront includes", key: "cdn.plan",
      remedy: "Take a larger plan, or pay as you go.")
  }

  static func notInPlan(_ plan: ContentDelivery.Plan, _ key: String) -> UnpricedReason {
    UnpricedReason("nobody says what \(key) costs under the \(plan.rawValue) plan of CloudFront", key: key)
  }

  /// The reason for a tariff, by what it charges for as it goes on in a sentence.
  package static func tariff(_ name: String, region: String) -> UnpricedReason {
    UnpricedReason("the price book has no price of \(name) in \(region)", key: "region")
  }
}
