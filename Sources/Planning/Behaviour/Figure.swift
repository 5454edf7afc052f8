internal import Typography

/// A figure that somebody published about a part of the fleet; `behaviour.json` says what it is, who says so and when.
package enum Figure: String, CaseIterable, Sendable {
  case gunicornTimeout = "gunicorn_timeout"
  case workersPerVCPU = "workers_per_vcpu"
  case poolTimeout = "pool_timeout"
  case detailedMetrics = "detailed_metrics"
  case cacheClientsOfMicro = "cache_clients_of_micro"
  case cacheClientsOfSmall = "cache_clients_of_small"
  case databaseMemoryPerConnection = "database_memory_per_connection"
  case databaseConnectionsAtMost = "database_connections_at_most"
  case mysqlMemoryPerConnection = "mysql_memory_per_connection"
  case mariadbMemoryPerConnection = "mariadb_memory_per_connection"
  case mariadbConnectionsAtMost = "mariadb_connections_at_most"
  case auroraSmallStep = "aurora_small_step"
  case auroraSmallBase = "aurora_small_base"
  case auroraLargeStep = "aurora_large_step"
  case auroraLargeBase = "aurora_large_base"
  case databaseMemoryForConnections = "database_memory_for_connections"
  case reservedConnections = "reserved_connections"
  case memoryPerVCPUOfR = "memory_per_vcpu_of_r"
  case memoryPerVCPUOfM = "memory_per_vcpu_of_m"
  case memoryPerVCPUOfC = "memory_per_vcpu_of_c"
  case cacheClientsPerNode = "cache_clients_per_node"
  case cacheReservedMemory = "cache_reserved_memory"
  case valkeySinceRedis = "valkey_since_redis"
  case rateRuleWindows = "rate_rule_windows"
  case voiceConnection = "voice_connection"
  case trackingScaleIn = "tracking_scale_in"
  case trackingPointsOut = "tracking_points_out"
  case trackingPointsIn = "tracking_points_in"
  case basicPoint = "basic_point"
  case spotNotice = "spot_notice"
  case healthCheckInterval = "health_check_interval"
  case unhealthyChecks = "unhealthy_checks"
  case balancerNewConnections = "balancer_new_connections"
  case balancerActiveConnections = "balancer_active_connections"
  case balancerGigabytes = "balancer_gigabytes"
  case portHTTP = "port_http"
  case portHTTPS = "port_https"
  case portApplication = "port_application"
  case portPostgreSQL = "port_postgresql"
  case portMySQL = "port_mysql"
  case portRedis = "port_redis"
  case portMemcached = "port_memcached"
  case zonesToSpread = "zones_to_spread"
  case keepAliveMargin = "keep_alive_margin"
  case restartJitter = "restart_jitter"
  case scaleInShare = "scale_in_share"
  case emergencyStep = "emergency_step"
  case openQuotaRequests = "open_quota_requests"
  case futureReservation = "future_reservation"
  case loadTest = "load_test"
  case otherType = "other_type"
  case planDiscounts = "plan_discounts"
  case calibrationRequests = "calibration_requests"
  case calibrationErrorOfTotals = "calibration_error_of_totals"
  case calibrationWaiting = "calibration_waiting"
  case calibrationWindows = "calibration_windows"
  case calibrationRatioWindows = "calibration_ratio_windows"
  case calibrationDays = "calibration_days"
  case calibrationHighestCPU = "calibration_highest_cpu"
  case calibrationLoadRatio = "calibration_load_ratio"
  case calibrationErrors = "calibration_errors"
  case calibrationReach = "calibration_reach"
  case calibrationSeen = "calibration_seen"
  case calibrationFailures = "calibration_failures"
  case calibrationFailedWindows = "calibration_failed_windows"
  case calibrationKnee = "calibration_knee"
  case calibrationKneeParts = "calibration_knee_parts"
  case calibrationKneeWindows = "calibration_knee_windows"
  case calibrationWide = "calibration_wide"
  case calibrationBusiest = "calibration_busiest"
  case calibrationErrorOfADay = "calibration_error_of_a_day"
  case calibrationErrorOfAWeek = "calibration_error_of_a_week"
  case calibrationLikeness = "calibration_likeness"
  case calibrationBeyond = "calibration_beyond"
  case calibrationLongestLaunch = "calibration_longest_launch"
  case backtestPlainNumber = "backtest_plain_number"
  case backtestCost = "backtest_cost"
  case backtestShape = "backtest_shape"
  case guessRequestsPerInstance = "guess_requests_per_instance"
  case guessMeanLoad = "guess_mean_load"
  case guessCacheHits = "guess_cache_hits"
  case guessReads = "guess_reads"
  case guessLogSize = "guess_log_size"
  case settledLoad = "settled_load"
}

extension Figure {
  /// The share of its target below which target tracking shrinks a group.
  static var trackingShrinks: Double { trackingScaleIn.values.last ?? 1 }

  /// The figure, or the lowest of several.
  package var value: Double { values[0] }

  /// The figures where there are several, in order.
  package var values: [Double] { published.values }

  /// A figure that counts something.
  package var count: Int { Int(value) }

  /// A figure in per cent as a share.
  var share: Double { value / 100 }

  package var unit: String { published.unit }

  /// What the figure is, in words that go on in a sentence.
  package var meaning: String { published.meaning }
  package var source: Finding.Source { published.source }

  /// The figure as a sentence says it: `65,000`.
  var text: String { Numbers.readable(value) }

  /// Several figures as a sentence lists them: `60, 120, 300 or 600`.
  func list(_ conjunction: String) -> String {
    values.map { Numbers.readable($0) }.listed(conjunction: conjunction)
  }

  /// Who says so, for an explanation.
  var origin: Origin {
    .fact(
      FactOrigin(
        source: "\(source.title): \(meaning)", confidence: "documented", collected: source.collected))
  }

  private var published: PublishedFigure { Behaviour.figure(self) }
}

/// What `behaviour.json` says of a figure.
struct PublishedFigure: Sendable {
  let values: [Double]
  let unit: String
  let meaning: String
  let source: Finding.Source
}
