/// The figures of the bill's lines, looked up once in the facts.
extension BillingFacts {
  static let volumeIOPS = count("block_storage_included.iops")
  static let volumeThroughput = count("block_storage_included.mb_per_second")
  static let detailedMetrics = count("detailed_metrics_per_instance.value")
  static let logCompression = figure("log_compression.value")
  static let proxyMinimumVCPUs = count("proxy_minimum_vcpus.value")
  static let cacheSides = count("cross_zone_sides.cache")
  static let databaseSides = count("cross_zone_sides.database")
  static let cacheSupportPercent = count("cache_extended_support_percent_of_on_demand.years_1_2")
  static let cacheSupportThirdYearPercent = count("cache_extended_support_percent_of_on_demand.year_3")
  static let voiceDollarsPerMinute = figure("voice_usd_per_minute.value")

  /// What gp3 storage of a database includes below and from the size at which it is striped.
  static let oneVolume = includedStorage("one_volume")
  static let striped = includedStorage("striped")
  static let stripedFromGB = count("database_gp3_included.striped_from_gb")

  private static func includedStorage(_ size: String) -> (iops: Int, throughput: Int) {
    (count("database_gp3_included.\(size).iops"), count("database_gp3_included.\(size).mb_per_second"))
  }

  /// What I/O comes to as a share of a database's line, where nobody says how much it is.
  static let auroraIOShareOfDatabase = Estimate(
    low: figure("aurora_io_share_of_database.low"), likely: figure("aurora_io_share_of_database.likely"),
    high: figure("aurora_io_share_of_database.high"))

  /// Per cent of a voice session's price that is text.
  static let voiceTextPercent = figure("not_counted.voice_text_percent")

  /// Kilobytes of files that a request brings with it, where nobody says how many.
  static let fileKilobytesPerRequest = figure("not_counted.static_kb_a_request")

  /// Gigabytes a month through NAT for an instance besides logs and speech, at its ends.
  static let natGigabytesPerInstance = ends("not_counted.nat_gb_an_instance")

  /// Per cent of the total that the services come to which no line counts, at its ends.
  static let smallServicesPercent = ends("not_counted.small_services_percent")

  /// Requests a month that a flat-rate plan of CloudFront includes.
  static func requestsAllowed(by plan: ContentDelivery.Plan) -> Double {
    figure("cdn_plan_allowance.\(plan.rawValue).million_requests") * 1e6
  }

  /// Gigabytes a month that a flat-rate plan of CloudFront includes.
  static func gigabytesAllowed(by plan: ContentDelivery.Plan) -> Double {
    figure("cdn_plan_allowance.\(plan.rawValue).gb")
  }

  /// The areas whose edge locations serve under a price class; the viewers of all others pay like the area of others.
  static func areas(of priceClass: PriceClass) -> Set<ViewerArea> {
    areasOfClasses[priceClass] ?? Set(ViewerArea.allCases)
  }

  private static let areasOfClasses = Dictionary(
    uniqueKeysWithValues: PriceClass.allCases.compactMap { priceClass in
      text("price_class.\(priceClass.rawValue)").map { fact in
        (priceClass, Set(fact.value.split(separator: " ").compactMap { ViewerArea(rawValue: String($0)) }))
      }
    })

  static let areaOfOthers: ViewerArea = {
    guard let area = text("price_class.outside_pays").flatMap({ ViewerArea(rawValue: $0.value) }) else {
      preconditionFailure("the facts do not say what viewers outside a price class pay")
    }
    return area
  }()

  /// How many times as long speech is in the events that carry it: base64 has four letters for three bytes.
  static let speechEncoding: Double = {
    let parts = text("speech.base64")?.value.split(separator: "/").compactMap { Double($0) } ?? []
    precondition(parts.count == 2, "the facts do not say how speech is encoded")
    return parts[0] / parts[1]
  }()

  /// A figure that a line cannot do without.
  static func figure(_ path: String) -> Double {
    guard let fact = number(path) else { preconditionFailure("the facts have no \(path)") }
    return fact.value
  }

  private static func ends(_ path: String) -> (low: Double, high: Double) {
    (figure("\(path).low"), figure("\(path).high"))
  }

  private static func count(_ path: String) -> Int { Int(figure(path)) }
}
