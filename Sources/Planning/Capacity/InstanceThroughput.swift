/// What one instance answers a minute: by its CPU, and by the requests that it works on at once.
package struct InstanceThroughput: Equatable, Sendable {
  /// Requests that it works on at once; nil where nobody says.
  package let requestsAtOnce: Int?

  /// Requests that its concurrency lets through; infinite where nobody says how many it works on at once.
  package let byConcurrency: Double

  /// Requests at the CPU target.
  package let atTarget: Double
  package let targetCPUPercent: Double

  /// What an instance answers that works so long on a request.
  package init(_ compute: Compute, responseSeconds: Double) {
    requestsAtOnce = compute.concurrency?.requests
    byConcurrency = requestsAtOnce.map { 60 * Double($0) / responseSeconds } ?? .infinity
    atTarget = compute.requestsPerInstancePerMinute
    targetCPUPercent = compute.targetCPUPercent
  }

  /// Requests that leave no CPU.
  package var atFullCPU: Double { atTarget * 100 / targetCPUPercent }

  /// The most that it answers.
  package var answered: Double { min(atFullCPU, byConcurrency) }

  /// What a plan counts on.
  package var planned: Double { min(atTarget, byConcurrency) }

  /// Where its CPU stands when it answers the most.
  package var cpuPercentWhenFull: Double { min(100, targetCPUPercent * byConcurrency / atTarget) }
}

extension Profile {
  package var throughput: InstanceThroughput {
    InstanceThroughput(compute, responseSeconds: demand.responseTimeMs.likely / 1000)
  }
}

/// How many requests an instance works on at once, and which keys say so.
package struct Concurrency: Equatable, Sendable {
  /// Nil for a worker class that nobody here knows.
  package let requests: Int?

  /// What the number is made of, in the order of the multiplication.
  let factors: [Factor]

  /// The key that raises it.
  package var growthKey: String { factors.last?.key ?? "compute.concurrent_requests_per_instance" }

  struct Factor: Equatable, Sendable {
    let count: Int
    let unit: String
    let key: String
  }

  fileprivate init(_ factors: [Factor], isKnown: Bool = true) {
    self.factors = factors
    requests = isKnown ? factors.reduce(1) { $0 * $1.count } : nil
  }
}

extension Compute {
  /// Nil where the profile says nothing of a web server.
  package var concurrency: Concurrency? {
    if let requests = concurrentRequestsPerInstance {
      return Concurrency([
        .init(count: requests, unit: " requests at once", key: "compute.concurrent_requests_per_instance")
      ])
    }
    return gunicorn?.concurrency
  }
}

extension Gunicorn {
  /// A class with threads runs one request a thread, whatever it is called; a green one as many as it may connect.
  fileprivate var concurrency: Concurrency {
    let processes = Concurrency.Factor(count: workers, unit: " workers", key: "compute.gunicorn.workers")
    switch workerClass {
    case "sync" where threads == 1, "tornado": return Concurrency([processes])
    case "sync", "gthread":
      return Concurrency([
        processes, .init(count: threads, unit: " threads", key: "compute.gunicorn.threads"),
      ])
    case "gevent", "eventlet":
      return Concurrency([
        processes,
        .init(count: workerConnections, unit: " connections", key: "compute.gunicorn.worker_connections"),
      ])
    default: return Concurrency([processes], isKnown: false)
    }
  }

  /// Whether a worker holds one request a thread, so that threads bound what it opens.
  package var runsThreads: Bool { workerClass == "sync" || workerClass == "gthread" }

  /// Whether a worker switches between requests by itself.
  package var isAsynchronous: Bool { workerClass == "gevent" || workerClass == "eventlet" }
}
