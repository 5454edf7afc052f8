/// Something with one price: what a price book is asked for.
package enum PriceID: Hashable, Sendable {
  /// An hour of an EC2 instance On-Demand.
  case instance(String)

  /// An hour of an RDS instance class, which costs less with some engines than with others.
  case database(instanceClass: String, engine: String, Deployment)

  /// An hour of an ElastiCache node, which costs less with some engines than with others.
  case cacheNode(String, engine: CacheEngine)

  /// A thousand tokens of a model that speaks.
  case speech(model: String, Direction)

  /// What the price of a database covers: one node, a primary together with its standby in another zone, or one node of
  /// Aurora whose storage operations cost nothing.
  package enum Deployment: Hashable, CaseIterable, Sendable { case singleAZ, multiAZ, ioOptimized }

  /// Tokens of speech or of text, into the model or out of it.
  package enum Direction: Hashable, CaseIterable, Sendable { case input, output, textInput, textOutput }

  /// What a discount on it is agreed for.
  package var service: PricedService {
    switch self {
    case .instance: .ec2
    case .database: .rds
    case .cacheNode: .elasticache
    case .speech: .bedrock
    }
  }
}

extension PricedService {
  /// What AWS calls it.
  package var title: String {
    switch self {
    case .ec2: "EC2"
    case .ebs: "EBS"
    case .rds: "RDS"
    case .elasticache: "ElastiCache"
    case .loadBalancer: "load balancer"
    case .cloudfront: "CloudFront"
    case .dataTransfer: "data transfer"
    case .s3: "S3"
    case .vpc: "VPC"
    case .cloudwatch: "CloudWatch"
    case .waf: "WAF"
    case .shield: "Shield"
    case .bedrock: "Bedrock"
    case .support: "support"
    }
  }
}

extension PriceID {
  /// The key of the profile that names what is priced.
  var key: String {
    switch self {
    case .instance: "compute.instance_type"
    case .database: "database.instance_class"
    case .cacheNode: "cache.node_type"
    case .speech: "voice.model"
    }
  }

  /// The primary of a database, with its standby where it has one.
  static func primary(of database: Database) -> PriceID {
    .database(
      instanceClass: database.instanceClass, engine: database.engine,
      database.multiAZ ? .multiAZ : .singleAZ)
  }

  /// One node of a database without a standby: a read replica, or any node of Aurora, which costs more where its storage
  /// does not bill what it reads and writes.
  static func node(of database: Database) -> PriceID {
    .database(
      instanceClass: database.instanceClass, engine: database.engine,
      database.storage == .auroraIOOptimized ? .ioOptimized : .singleAZ)
  }

  static func node(of cache: Cache) -> PriceID { .cacheNode(cache.nodeType, engine: cache.engine) }
}

/// What a discount can be agreed on.
package enum PricedService: String, CaseIterable, Sendable {
  case ec2, ebs, rds, elasticache
  case loadBalancer = "load_balancer"
  case cloudfront
  case dataTransfer = "data_transfer"
  case s3, vpc, cloudwatch, waf, shield, bedrock, support
}

/// A price and who says so.
package struct SourcedPrice: Hashable, Sendable {
  package let price: Price
  package let origin: FactOrigin

  package init(_ price: Price, _ origin: FactOrigin) {
    self.price = price
    self.origin = origin
  }

  func discounted(by discount: Discount) -> SourcedPrice {
    SourcedPrice(price.discounted(by: discount), origin.discounted(by: discount))
  }
}
