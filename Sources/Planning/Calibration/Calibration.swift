/// Everything that was measured of one fleet, and what the one who measured knows besides.
package struct Measurements: Sendable {
  package var files: [MeasuredFile]
  package var metrics: FleetMetrics

  /// Users at the same time then; nil where nobody says.
  package var users: Int?

  /// Instances that served a load test; nil where nobody says.
  package var instances: Int?

  /// Minutes of a tool's file that are left out after its first one.
  package var warmUpMinutes: Int

  package init(
    files: [MeasuredFile], metrics: FleetMetrics = FleetMetrics(), users: Int? = nil, instances: Int? = nil,
    warmUpMinutes: Int = 1
  ) {
    self.files = files
    self.metrics = metrics
    self.users = users
    self.instances = instances
    self.warmUpMinutes = warmUpMinutes
  }
}

/// The values of a profile as a measurement has them, each with its error and what it rests on, or why it has none.
package struct Calibration: Sendable {
  package let plan: Plan
  package let measurements: Measurements
  package let files: [FileSummary]

  /// In the order of the catalog.
  package let values: [CalibratedValue]
  package let line: CPULine?
  package let shown: Shown

  /// What one file came to.
  package struct FileSummary: Sendable, Equatable {
    package let name: String
    package let kind: MeasuredFile.Kind
    package let windows: Int

    /// Nil where the file holds none.
    package let requests: Double?
    package let failed: Double?
  }

  package init(_ plan: Plan, _ measurements: Measurements) {
    var fit = CalibrationFit(plan, measurements)
    fit.fit()
    self.plan = plan
    self.measurements = measurements
    files = measurements.files.map { file in
      let test = fit.tests.first { $0.file == file.name && $0.kind == file.kind }
      let counts = test.map { $0.kept.isEmpty ? $0.totals : $0.kept.map(\.counts).reduce(RequestCounts(), +) }
      return FileSummary(
        name: file.name, kind: file.kind, windows: test?.kept.count ?? 0,
        requests: counts?.requests ?? file.requests?.totals.requests,
        failed: counts?.failed ?? file.requests?.totals.failed)
    }
    let order = Dictionary(uniqueKeysWithValues: Catalog.fields.enumerated().map { ($1.path, $0) })
    values = fit.values.sorted { order[$0.key, default: 0] < order[$1.key, default: 0] }
    line = fit.line
    shown = Shown(fit)
  }

  /// The values that were measured, in the order of the catalog.
  package var measured: [(key: String, value: MeasuredValue)] {
    values.compactMap { value in value.measured.map { (value.key, $0) } }
  }

  /// What goes into the profile.
  package var changes: [ProfileChange] { measured.map { ProfileChange($0.key, $0.value.fieldValue) } }

  /// The profile with everything that was measured.
  package var profile: Profile { plan.profile.applying(changes) }

  /// What people and programs want to see that is no key of the profile.
  package struct Shown: Sendable, Equatable {
    /// Share of their time that a test's users waited for responses.
    package var waitingShares: [OfFile] = []

    /// Requests that one of a test's users sent a minute: the script's own, and no user's.
    package var scriptRates: [OfFile] = []

    /// Users over the day by quarters of an hour; nil where requests were counted over no whole day.
    package var dayCurve: DayCurve?

    /// Whether requests were counted over time at all.
    package var hasRequestCounts = false
    package var busySessionsPerThousandRequests: Double?
    package var databaseConnectionsPeak: Double?
    package var units: LoadBalancerUse?

    /// What one file says.
    package struct OfFile: Sendable, Equatable {
      package let file: String
      package let value: Double
    }
  }
}

/// Capacity units of the balancer by what was measured, an hour.
package struct LoadBalancerUse: Sendable, Equatable {
  package let newConnections: Double?
  package let activeConnections: Double?
  package let bytes: Double?

  /// What AWS billed; nil where nobody asked.
  package let consumed: Double?

  /// The dimension that decides, as JSON names it.
  package var dominates: String? {
    [("new_connections", newConnections), ("active_connections", activeConnections), ("bytes", bytes)]
      .compactMap { name, units in units.map { (name, $0) } }.max { $0.1 < $1.1 }?.0
  }
}

/// Users over a day of UTC: for each quarter of an hour the median over the whole days.
package struct DayCurve: Sendable, Equatable {
  package let days: Int
  package let points: [Point]

  package struct Point: Sendable, Equatable {
    package let minute: Int
    package let users: Int
  }
}
