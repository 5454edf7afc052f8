internal import Typography

/// What really runs on each instance.
extension Rule {
  static let webServer = [
    threadedSyncWorker, connectionsAreNotConcurrency, keepAliveBelowIdleTimeout, keepAliveNotStated,
    timeoutAboveIdleTimeout, restartsTogether, tooFewWorkersForTheTarget, tooManyWorkers, longQueueWhenFull,
  ]

  private static let threadedSyncWorker = Rule(
    "HR301", .warning, "A sync worker with threads is a gthread worker",
    check: "worker_class sync with more than one thread.",
    reason:
      "Gunicorn starts gthread workers then, silently: other timeouts, other keep-alive, other capacity than"
      + " the file says.",
    remedy: "Write what runs: worker_class gthread.",
    source: .gunicornSettings
  ) { plan in
    guard let gunicorn = plan.profile.compute.gunicorn, gunicorn.workerClass == "sync", gunicorn.threads > 1
    else { return [] }
    return [
      Observation(
        "compute.gunicorn.worker_class",
        "With \(gunicorn.threads) threads gunicorn runs gthread workers, whatever worker_class sync says.",
        fix: "Set worker_class to gthread.",
        changes: plan.change("compute.gunicorn.worker_class", .text("gthread")))
    ]
  }

  private static let connectionsAreNotConcurrency = Rule(
    "HR302", .note, "worker_connections does not raise concurrency",
    check: "worker_connections with worker_class sync.",
    reason:
      "A sync worker ignores it; a gthread worker accepts so many connections and still answers one request"
      + " for each thread.",
    remedy: "Plan with workers x threads, and take the setting out.",
    source: .gunicornSettings
  ) { plan in
    guard let gunicorn = plan.profile.compute.gunicorn, gunicorn.workerClass == "sync",
      plan.states("compute.gunicorn.worker_connections"), case let connections = gunicorn.workerConnections
    else { return [] }
    return [
      Observation(
        "compute.gunicorn.worker_connections",
        "\(gunicorn.workers) workers x \(gunicorn.threads) threads answer"
          + " \(whole(gunicorn.workers * gunicorn.threads)) requests at once, not the"
          + " \(whole(gunicorn.workers * connections)) that worker_connections suggests.",
        fix:
          "Take out worker_connections and plan with \(whole(gunicorn.workers * gunicorn.threads)) an instance."
      )
    ]
  }

  private static let keepAliveBelowIdleTimeout = Rule(
    "HR303", .warning, "Keep-alive shorter than the balancer's idle timeout",
    check: "Gunicorn's keep-alive against the balancer's idle timeout.",
    reason:
      "The balancer reuses a connection in the moment in which the server closes it, and a user gets a 502.",
    remedy: "Keep the server's connections open a few seconds longer than the balancer does.",
    source: .loadBalancerErrors
  ) { plan in
    guard let gunicorn = plan.profile.compute.gunicorn, gunicorn.keepsConnections,
      plan.states("compute.gunicorn.keep_alive_seconds")
    else { return [] }
    let keepAlive = gunicorn.keepAliveSeconds
    return plan.keepAliveFinding(
      keepAlive, "gunicorn closes idle connections after \(keepAlive) s")
  }

  private static let keepAliveNotStated = Rule(
    "HR304", .warning, "Gunicorn's own keep-alive is shorter than the balancer's idle timeout",
    check: "A stated web server that keeps connections and does not state keep_alive_seconds.",
    reason:
      "The balancer reuses a connection in the moment in which the server closes it, and a user gets a 502.",
    remedy: "State a keep-alive a few seconds above the balancer's idle timeout.",
    source: .gunicornSettings
  ) { plan in
    guard let gunicorn = plan.profile.compute.gunicorn, gunicorn.keepsConnections,
      !plan.states("compute.gunicorn.keep_alive_seconds")
    else { return [] }
    let keepAlive = gunicorn.keepAliveSeconds
    return plan.keepAliveFinding(
      keepAlive, "gunicorn closes idle connections after \(keepAlive) s when nobody says otherwise")
  }

  private static let timeoutAboveIdleTimeout = Rule(
    "HR305", .warning, "A worker timeout above what anybody waits",
    check:
      "Gunicorn's worker timeout against the balancer's idle timeout and the time that a CDN waits for the origin.",
    reason:
      "The user has been answered 504 while the worker still works on the request; with threads the timeout is a"
      + " heartbeat that ends no slow request at all.",
    remedy:
      "Give up on a request before the balancer and the CDN do; with threads limit it in the application.",
    source: .gunicornConfig
  ) { plan in
    let (cdn, idle) = (plan.profile.cdn, plan.profile.loadBalancer.idleTimeoutSeconds)
    let patience = cdn.enabled ? min(idle, cdn.originTimeoutSeconds) : idle
    guard let gunicorn = plan.profile.compute.gunicorn, case let timeout = gunicorn.timeoutSeconds,
      timeout > patience
    else { return [] }
    let who = patience < idle ? "The CDN" : "The balancer"
    let isPlain = gunicorn.workerClass == "sync" && gunicorn.threads == 1
    let shorter = min(Figure.gunicornTimeout.count, patience)
    return [
      Observation(
        "compute.gunicorn.timeout_seconds",
        isPlain
          ? "\(who) gives up on a request after \(patience) s and the worker timeout is \(timeout) s, so a worker goes"
            + " on for a user who has long been answered 504."
          : "\(who) gives up on a request after \(patience) s; the worker timeout of \(timeout) s is a heartbeat and"
            + " ends no slow request.",
        fix: isPlain
          ? "Set timeout_seconds to \(shorter)." : "Limit the time of a request in the application.",
        changes: isPlain ? plan.change("compute.gunicorn.timeout_seconds", .count(shorter)) : [],
        severity: isPlain ? .warning : .note)
    ]
  }

  private static let restartsTogether = Rule(
    "HR306", .warning, "All workers restart at the same time",
    check: "max_requests without max_requests_jitter.",
    reason: "Workers share the load evenly, reach the limit together and leave the instance with none.",
    remedy: "Add a jitter of \(Figure.restartJitter.text)% of max_requests.",
    source: .gunicornSettings
  ) { plan in
    let compute = plan.profile.compute
    guard let gunicorn = compute.gunicorn, let limit = gunicorn.maxRequests, limit > 0,
      (gunicorn.maxRequestsJitter ?? 0) == 0
    else { return [] }
    let minutes = Double(limit * gunicorn.workers) / compute.requestsPerInstancePerMinute
    let jitter = max(1, limit * Figure.restartJitter.count / 100)
    return [
      Observation(
        "compute.gunicorn.max_requests_jitter",
        "After \(whole(limit)) requests each, about every \(Numbers.readable(minutes, places: 0)) minutes, all"
          + " \(gunicorn.workers) workers of an instance restart together.",
        fix: "Set max_requests_jitter to \(whole(jitter)).",
        changes: plan.change("compute.gunicorn.max_requests_jitter", .count(jitter)))
    ]
  }

  private static let tooFewWorkersForTheTarget = Rule(
    "HR307", .warning, "The workers cannot bring the CPU to its target",
    check: "Workers as a share of the vCPUs against the CPU target.",
    reason:
      "A Python process computes on one vCPU at a time; with few of them the CPU never reaches the target,"
      + " the group never grows, and requests queue.",
    remedy: "Run at least one worker for each vCPU.",
    source: .gunicornDesign
  ) { plan in
    let compute = plan.profile.compute
    guard let gunicorn = compute.gunicorn, let vcpus = plan.facts.hardware.vcpus(of: compute.instanceType)
    else { return [] }
    let reachable = 100 * Double(gunicorn.workers) / Double(vcpus)
    guard compute.targetCPUPercent.exceeds(reachable) else { return [] }
    return [
      Observation(
        "compute.gunicorn.workers",
        "\(gunicorn.workers) workers on \(vcpus) vCPUs reach \(Numbers.readable(reachable, places: 0))%"
          + " CPU at most, below the target of \(Numbers.readable(compute.targetCPUPercent))%, so the group never grows.",
        fix: "Set workers to \(vcpus).",
        changes: plan.change("compute.gunicorn.workers", .count(vcpus)))
    ]
  }

  private static let tooManyWorkers = Rule(
    "HR308", .note, "More workers than the CPU can use",
    check: "Workers against \(Gunicorn.advice).",
    reason: "Each further process takes memory and database connections and only waits for a vCPU.",
    remedy: "Start within \(Gunicorn.advice) and measure.",
    source: .gunicornDesign
  ) { plan in
    let compute = plan.profile.compute
    guard let gunicorn = compute.gunicorn, let vcpus = plan.facts.hardware.vcpus(of: compute.instanceType),
      case let most = Gunicorn.advisedWorkers(onVCPUs: vcpus), gunicorn.workers > most
    else { return [] }
    return [
      Observation(
        "compute.gunicorn.workers",
        "\(gunicorn.workers) workers share \(vcpus) vCPUs; gunicorn's own advice ends at \(most).",
        fix: "Set workers to \(most) and measure.",
        changes: plan.change("compute.gunicorn.workers", .count(most)))
    ]
  }

  private static let longQueueWhenFull = Rule(
    "HR309", .note, "A full instance answers very late",
    check:
      "Requests at once / what an instance answers a second, against twice the response time and \(Threshold.patience.text)"
      + " s.",
    reason: "Whoever is let in waits behind all the others; most of them have gone when they are answered.",
    remedy:
      "Let in fewer at once, so that the balancer or the queue before it turns away what cannot be answered.",
    source: .profile, thresholds: [.patience]
  ) { plan in
    let throughput = plan.throughput
    guard let atOnce = throughput.requestsAtOnce, let path = plan.profile.compute.concurrency?.growthKey,
      plan.profile.compute.concurrentRequestsPerInstance != nil
        || plan.profile.compute.gunicorn?.isAsynchronous == false
        || plan.states("compute.gunicorn.worker_connections")
    else { return [] }
    let seconds = 60 * Double(atOnce) / throughput.answered
    let response = plan.profile.demand.responseTimeMs.likely / 1000
    let patience = max(Threshold.patience.value, 2 * response)
    guard seconds.exceeds(patience) else { return [] }
    let answeredInTime = max(1, (throughput.answered * patience / 60).wholeUnitsDown)
    return [
      Observation(
        path,
        "With \(whole(atOnce)) at once an instance, full, answers after \(whole(seconds)) s.",
        fix: "Let in fewer at once: \(whole(answeredInTime)) are answered in time."
      )
    ]
  }
}

extension Gunicorn {
  /// Whether the worker keeps connections open between requests: a plain sync worker never does.
  fileprivate var keepsConnections: Bool { workerClass != "sync" || threads > 1 }

  /// Gunicorn's own advice on the number of workers.
  fileprivate static let advice = "\(Figure.workersPerVCPU.list("to")) x cores"

  fileprivate static func advisedWorkers(onVCPUs vcpus: Int) -> Int {
    Int(Figure.workersPerVCPU.values.last ?? 1) * vcpus
  }
}

extension Plan {
  fileprivate func keepAliveFinding(_ keepAlive: Int, _ what: String) -> [Observation] {
    let idle = profile.loadBalancer.idleTimeoutSeconds
    guard keepAlive <= idle else { return [] }
    let longer = idle + Figure.keepAliveMargin.count
    return [
      Observation(
        "compute.gunicorn.keep_alive_seconds",
        "The balancer reuses connections for \(idle) s and \(what), so now and then a user gets a 502.",
        fix: "Set keep_alive_seconds to \(longer).",
        changes: change("compute.gunicorn.keep_alive_seconds", .count(longer)))
    ]
  }
}
