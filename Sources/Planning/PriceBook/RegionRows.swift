/// What the tables inside the program say of one Region.
struct RegionRows: Sendable {
  let region: String
  private let ec2: PriceTable
  private let rds: PriceTable
  private let elasticache: PriceTable
  private let bedrock: PriceTable
  private let tariffs: PriceTable

  init(_ region: String) {
    self.region = region
    ec2 = PriceTable.ec2[region]
    rds = PriceTable.rds[region]
    elasticache = PriceTable.elasticache[region]
    bedrock = PriceTable.bedrock[region]
    tariffs = PriceTable.tariffs[region]
  }

  /// Whether the tables have no price in the Region at all.
  var isEmpty: Bool { ec2.isEmpty && rds.isEmpty && elasticache.isEmpty && tariffs.isEmpty }

  func price(_ id: PriceID) -> SourcedPrice? {
    switch id {
    case .instance(let type): ec2[region, type].first?.sourced(2)
    case .database(let instanceClass, let engine, let deployment):
      rds[region, instanceClass, engine].first?.sourced(deployment.column)
    case .cacheNode(let type, let engine): elasticache[region, type, engine.rawValue].first?.sourced(3)
    case .speech(let model, let direction): bedrock[region, model, direction.column].first?.sourced(3)
    }
  }

  /// Types with an On-Demand price, and the price.
  var instances: [(type: String, price: SourcedPrice)] {
    ec2.compactMap { row in row.sourced(2).map { (row.text(1), $0) } }
  }

  /// Everything in the Region that has one price, by its service and name.
  var everyID: [PriceID] {
    let databases = rds.flatMap { row in
      PriceID.Deployment.allCases.filter { !row[$0.column].isEmpty }.map { deployment in
        PriceID.database(instanceClass: row.text(1), engine: row.text(2), deployment)
      }
    }
    let nodes = elasticache.compactMap { row in
      CacheEngine(rawValue: row.text(2)).map { PriceID.cacheNode(row.text(1), engine: $0) }
    }
    let speech = bedrock.compactMap { row in
      PriceID.Direction.allCases.first { $0.column == row.text(2) }.map { direction in
        PriceID.speech(model: row.text(1), direction)
      }
    }
    return ec2.filter { !$0[2].isEmpty }.map { .instance($0.text(1)) } + databases + nodes + speech
  }

  /// The days on which the prices of the Region's own rows were read, each once.
  var days: Set<String> {
    let columns = [(ec2, [3]), (rds, [4, 6, 8]), (elasticache, [4]), (bedrock, [4]), (tariffs, [5])]
    var origins: Set<FactOrigin> = []
    for (rows, columns) in columns {
      for row in rows { origins.formUnion(columns.compactMap { FactOrigin.table(row, $0) }) }
    }
    return Set(origins.map(\.collected))
  }

  /// What an instance costs that is reserved or Spot; nil where nobody recorded it.
  func rates(ofInstance type: String) -> InstanceRates? {
    ec2[region, type].first.flatMap(InstanceRates.init)
  }

  /// Names of a service that have a price.
  func names(of service: PricedService) -> Set<String> {
    switch service {
    case .ec2: Set(ec2.filter { !$0[2].isEmpty }.map { $0.text(1) })
    case .rds: Set(rds.map { $0.text(1) })
    case .elasticache: Set(elasticache.map { $0.text(1) })
    case .bedrock: Set(bedrock.map { $0.text(1) })
    default: []
    }
  }

  /// Whether a class of RDS has a price with any engine.
  func knows(databaseClass: String) -> Bool { !rds[region, databaseClass].isEmpty }

  func tariff(_ id: Tariff.ID, _ area: ViewerArea?) -> Tariff? {
    let rows = tariffs[region, id.rawValue]
    return Tariff(id, area: nil, rows.isEmpty ? Self.everywhere(id, area) : rows)
  }

  /// What holds in every Region: by the area of the viewers, or whatever it is.
  private static func everywhere(_ id: Tariff.ID, _ area: ViewerArea?) -> PriceTable {
    guard id.dependsOnViewers else { return PriceTable.tariffs["everywhere", id.rawValue] }
    return PriceTable.tariffs["everywhere", id.rawValue, area?.rawValue ?? "nowhere"]
  }
}

extension PriceBook {
  /// Classes of RDS that have a price in any Region.
  package static var databaseClasses: [String] { Set(PriceTable.rds.map { $0.text(1) }).sorted() }

  /// Node types of ElastiCache that have a price in any Region.
  package static var cacheNodeTypes: [String] { Set(PriceTable.elasticache.map { $0.text(1) }).sorted() }
}

extension Tariff.ID {
  /// Whether it depends on where the viewers are.
  package var dependsOnViewers: Bool { Self.dependingOnViewers.contains(self) }

  private static let dependingOnViewers = Set(
    PriceTable.tariffs["everywhere"].filter { !$0[2].isEmpty }.map { Tariff.ID($0.text(1)) })
}

extension PriceTable.Row {
  /// The price in a column, with the origin in the next one.
  func sourced(_ column: Int) -> SourcedPrice? {
    guard let price = price(column), let origin = FactOrigin.table(self, column + 1) else { return nil }
    return SourcedPrice(price, origin)
  }
}

extension PriceID.Deployment {
  fileprivate var column: Int {
    switch self {
    case .singleAZ: 3
    case .multiAZ: 5
    case .ioOptimized: 7
    }
  }
}

extension PriceID.Direction {
  fileprivate var column: String {
    switch self {
    case .input: "speech_input"
    case .output: "speech_output"
    case .textInput: "text_input"
    case .textOutput: "text_output"
    }
  }
}

extension Tariff {
  /// The tariff of some rows, one a step; nil where there is none.
  fileprivate convenience init?(_ id: ID, area: ViewerArea?, _ rows: PriceTable) {
    guard let kind = TariffKind(id) else { return nil }
    let steps = rows.compactMap { row -> (from: Double, price: SourcedPrice)? in
      guard let from = row.number(3), let price = row.sourced(4) else { return nil }
      return (from, price)
    }.sorted { $0.from < $1.from }
    guard let first = steps.first else { return nil }
    let ends = steps.dropFirst().map { Double?($0.from) } + [nil]
    self.init(
      id: id, kind: kind, free: kind.free,
      steps: zip(steps, ends).map { Step(upTo: $1, price: $0.price.price) }, minimum: kind.minimum,
      origin: steps.map(\.price.origin).min { $0.oldestDay < $1.oldestDay } ?? first.price.origin)
  }
}

extension TariffKind {
  /// What the tables say that a tariff charges for; nil for an unknown one.
  package init?(_ id: Tariff.ID) {
    guard let row = PriceTable.kinds[id.rawValue].first else { return nil }
    self.init(row)
  }

  private init?(_ row: PriceTable.Row) {
    guard let service = PricedService(rawValue: row.text(1)) else { return nil }
    self.init(
      name: row.text(4), unit: row.rest(from: 5), service: service, free: row.number(2) ?? 0,
      minimum: Money(decimal: row.text(3)))
  }

  /// What each known tariff charges for.
  package static let all = Dictionary(
    uniqueKeysWithValues: PriceTable.kinds.compactMap { row in
      TariffKind(row).map { (Tariff.ID(row.text(0)), $0) }
    })
}
