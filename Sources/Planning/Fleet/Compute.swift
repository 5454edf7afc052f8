/// The auto scaling group and what runs on each instance.
package struct Compute: Equatable, Sendable {
  package var instanceType = ""
  package var instances = InstanceCounts(min: 1, desired: 1, max: 1)

  /// Requests that one instance answers a minute at the CPU target.
  package var instanceRequests = Estimate(0)
  package var targetCPUPercent = 70.0
  package var scaleOutCooldownSeconds = 300
  package var scaleInCooldownSeconds = 300
  package var availabilityZones = 3
  package var bootSeconds = 120
  package var rootVolumeGB = 20
  package var rootVolumeIOPS = 3000
  package var rootVolumeMBPerSecond = 125

  /// Nil means the default of the family.
  package var cpuCredits: CPUCredits?
  package var purchase = Purchase()

  /// Nil where nothing is said of gunicorn, as for a server that is not Python.
  package var gunicorn: Gunicorn?

  /// Requests that one instance works on at once, in any language; wins over gunicorn.
  package var concurrentRequestsPerInstance: Int?

  /// Nil where no stopped instances stand by.
  package var warmPool: WarmPool?
  package var healthCheckType = HealthCheckType.ec2

  /// Speed of a vCPU against this fleet's own, by instance type or family; 1 where nothing is said.
  package var relativeSpeeds: [String: Double] = [:]

  package init() {}
}

extension Compute {
  /// The likely requests of an instance, which every plan reads; only draws read the range.
  package var requestsPerInstancePerMinute: Double {
    get { instanceRequests.likely }
    set { instanceRequests = Estimate(newValue) }
  }
}

/// The sizes that auto scaling moves between, always min <= desired <= max.
package struct InstanceCounts: Hashable, Sendable {
  package var min: Int
  package var desired: Int
  package var max: Int

  package init(min: Int, desired: Int, max: Int) {
    self.min = min
    self.desired = desired
    self.max = max
  }

  package subscript(size: FleetSize) -> Int {
    get {
      switch size {
      case .min: min
      case .desired: desired
      case .max: max
      }
    }
    set {
      switch size {
      case .min: min = newValue
      case .desired: desired = newValue
      case .max: max = newValue
      }
    }
  }
}

/// The web server on each instance, with gunicorn's own defaults.
package struct Gunicorn: Section {
  package var workers = 1
  package var threads = 1
  package var workerClass = "sync"
  package var workerConnections = 1000
  package var maxRequests: Int?
  package var maxRequestsJitter: Int?
  package var timeoutSeconds = 30
  package var keepAliveSeconds = 2

  package init() {}
}

/// Instances that are made and stopped beforehand.
package struct WarmPool: Section {
  package var instances = 0

  /// From the start of such an instance to the first health check.
  package var startSeconds = 60

  package init() {}
}

/// Whose checks replace an instance.
package enum HealthCheckType: String, CaseIterable, Sendable { case ec2, elb }

/// Instances that are replaced by new ones, some at a time.
package struct Deployment: Section {
  package var minHealthyPercent = 90.0
  package var maxHealthyPercent = 100.0

  package init() {}
}

/// The Application Load Balancer and its health check.
package struct LoadBalancer: Equatable, Sendable {
  package var healthCheckPath = "/"
  package var healthCheckIntervalSeconds = 30
  package var healthyThreshold = 5
  package var unhealthyThreshold = 2
  package var idleTimeoutSeconds = 60
  package var healthCheckAsksDatabase = false

  /// Balancers of the fleet; none for workers that answer nobody.
  package var count = 1

  /// Listener rules that a request may be tried against.
  package var rules = 1

  /// Capacity units that are paid whether used or not.
  package var reservedUnits = 0

  package init() {}
}

/// Whether a burstable type pays for CPU above its baseline.
package enum CPUCredits: String, CaseIterable, Sendable { case unlimited, standard }
