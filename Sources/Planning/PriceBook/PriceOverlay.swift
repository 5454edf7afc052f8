/// Prices that one organization pays: facts that replace those of a price book, and discounts on the rest.
package struct PriceOverlay: Equatable, Sendable {
  package var identity: Identity

  /// The Region that the prices are for; nil for discounts alone, which hold in every Region.
  package var region: String?
  package var discounts: [PricedService: Discount] = [:]
  package var instances: [String: InstancePrice] = [:]
  package var databases: [DatabaseID: DatabaseFacts] = [:]
  package var cacheNodes: [CacheNodeID: CacheNodeFacts] = [:]
  package var voiceModels: [String: VoiceModelFacts] = [:]
  package var tariffs: [Tariff.ID: Tariff] = [:]

  /// What nodes are made of, by EC2 type, RDS class and ElastiCache node type.
  package var sizes: [String: NodeSize] = [:]

  package init(_ identity: Identity, region: String? = nil) {
    self.identity = identity
    self.region = region
  }

  /// Which file the prices are from.
  package struct Identity: Hashable, Sendable {
    package let file: String
    package let sha256: String
    package let source: String
    package let collected: String

    package init(file: String, sha256: String, source: String, collected: String) {
      self.file = file
      self.sha256 = sha256
      self.source = source
      self.collected = collected
    }
  }

  /// What an EC2 instance type costs an hour.
  package struct InstancePrice: Hashable, Sendable {
    package let hourly: Price
    package let origin: FactOrigin

    package init(hourly: Price, origin: FactOrigin) {
      self.hourly = hourly
      self.origin = origin
    }
  }
}

/// What a discount can be agreed on.
package enum PricedService: String, CaseIterable, Sendable {
  case ec2, ebs, rds, elasticache
  case loadBalancer = "load_balancer"
  case cloudfront
  case dataTransfer = "data_transfer"
  case cloudwatch, waf, bedrock
}

extension Tariff.ID {
  package var service: PricedService {
    switch self {
    case .blockStorage: .ebs
    case .databaseStorageSingleAZ, .databaseStorageMultiAZ: .rds
    case .loadBalancerHour, .loadBalancerUnit: .loadBalancer
    case .internetTransfer: .dataTransfer
    case .cdnTransfer, .cdnRequests: .cloudfront
    case .metric, .alarm, .log: .cloudwatch
    case .firewallACL, .firewallRule, .firewallRequests: .waf
    }
  }

  /// Whether the price depends on where the users are and not on the Region of the fleet.
  var isGlobal: Bool { service == .cloudfront }
}
