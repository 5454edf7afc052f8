/// What one file of a load test, a log or CloudWatch says, as far as a plan is concerned.
package struct MeasuredFile: Sendable, Equatable {
  /// What messages and evidence call the file.
  package let name: String
  package let kind: Kind
  package var content: Content

  package init(name: String, kind: Kind, _ content: Content) {
    self.name = name
    self.kind = kind
    self.content = content
  }

  /// Kinds of files, known by their content.
  package enum Kind: String, CaseIterable, Sendable {
    case locustHistory = "locust_history"
    case locustStats = "locust_stats"
    case locustFailures = "locust_failures"
    case k6CSV = "k6_csv"
    case k6Summary = "k6_summary"
    case jtlCSV = "jtl_csv"
    case jtlXML = "jtl_xml"
    case gatlingLog = "gatling_log"
    case wrk, wrk2, ab, hey, oha, vegeta
    case vegetaText = "vegeta_text"
    case vegetaCSV = "vegeta_csv"
    case vegetaJSON = "vegeta_json"
    case albLog = "alb_log"
    case metricData = "metric_data"
    case metricStatistics = "metric_statistics"
    case metricQueries = "metric_queries"
    case costExplorer = "cost_explorer"

    /// Whether the tool sends on a schedule of its own, so that slow responses hold no request back.
    var isOpen: Bool {
      switch self {
      case .wrk2, .vegeta, .vegetaText, .vegetaCSV, .vegetaJSON: true
      default: false
      }
    }

    /// Whether the tool keeps to itself how many workers it had.
    var hidesWorkers: Bool { self == .hey || self == .oha }
  }

  package enum Content: Sendable, Equatable {
    case requests(MeasuredRequests)

    /// What another file says better, or what only names things.
    case aside

    /// Metrics of CloudWatch, joined over all files of a run.
    case metrics
    case costs([ServiceCost])
  }

  package var requests: MeasuredRequests? {
    if case .requests(let requests) = content { requests } else { nil }
  }
}

/// Requests that a tool sent or a balancer answered: minute by minute where the file knows when, else their totals.
package struct MeasuredRequests: Sendable, Equatable {
  /// By minutes since 1970; empty where the file has totals only.
  package var minutes: [Int: RequestCounts] = [:]
  package var totals = RequestCounts()

  /// Length of the test; nil where minutes say it or nobody does.
  package var seconds: Double?

  /// Users, or connections that are busy without a pause; nil where the tool prints none.
  package var users: Double?

  package init() {}
}

/// Counts of some requests.
package struct RequestCounts: Sendable, Equatable {
  package var requests = 0.0
  package var failed = 0.0

  /// Requests whose response time is known, and the sum of their times.
  package var timed = 0.0
  package var milliseconds = 0.0

  /// Requests whose size is known, and the sum of the bytes.
  package var sized = 0.0
  package var bytes = 0.0

  /// Mean users in the minute; nil where nobody says it.
  package var users: Double?

  package init() {}

  package static func + (left: RequestCounts, right: RequestCounts) -> RequestCounts {
    var sum = left
    sum.requests += right.requests
    sum.failed += right.failed
    sum.timed += right.timed
    sum.milliseconds += right.milliseconds
    sum.sized += right.sized
    sum.bytes += right.bytes
    sum.users = left.users.map { $0 + (right.users ?? 0) } ?? right.users
    return sum
  }

  /// Whether so many of them failed, and such a share, that they measure the errors.
  var measuresErrors: Bool {
    failed >= CalibrationPolicy.fewestFailures
      && 100 * failed > CalibrationPolicy.mostErrorsPercent * requests
  }

  var meanMilliseconds: Double? { timed > 0 ? milliseconds / timed : nil }
}

/// What a service cost in a stretch of days.
package struct ServiceCost: Sendable, Equatable {
  package let service: String
  package let start: Day
  package let end: Day
  package let usd: Double

  package init(service: String, start: Day, end: Day, usd: Double) {
    self.service = service
    self.start = start
    self.end = end
    self.usd = usd
  }
}
