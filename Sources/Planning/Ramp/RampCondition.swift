internal import Typography

extension Ramp {
  /// A measure that must stay within a limit, or the test stops there.
  package struct Condition: Equatable, Sendable {
    package let measure: Measure
    package let limit: Double

    /// The profile's own alarm, or why the limit is what it is.
    package let origin: Origin

    package enum Measure: String, CaseIterable, Sendable {
      case cpuPercent = "cpu_percent"
      case memoryPercent = "memory_percent"
      case errorPercent = "error_percent"
      case responseSeconds = "response_seconds"
    }

    package enum Origin: Hashable, Sendable {
      case alarm
      case policy(reason: String)
    }

    /// What must hold, as one line: `errors stay within 5% of the requests`.
    package var text: String {
      let number = Numbers.readable(limit)
      return switch measure {
      case .cpuPercent: "CPU settles at \(number)% or below"
      case .memoryPercent: "memory stays at \(number)% or below"
      case .errorPercent: "at most \(number)% of the requests fail"
      case .responseSeconds: "responses take \(number) s or less"
      }
    }

    /// Why the limit is what it is.
    package var reason: String {
      switch origin {
      case .alarm: "the profile's alarm"
      case .policy(let reason): reason
      }
    }

    static func all(of plan: Plan) -> [Condition] {
      Measure.allCases.compactMap { measure in
        let alarm = plan.profile.monitoring?.alarms.first { $0.metric == measure.rawValue }
        if let alarm { return Condition(measure: measure, limit: alarm.above, origin: .alarm) }
        return withoutAlarm(measure, plan)
      }
    }

    private static func withoutAlarm(_ measure: Measure, _ plan: Plan) -> Condition? {
      let (limit, reason): (Double, String)
      switch measure {
      case .cpuPercent: (limit, reason) = (plan.profile.compute.targetCPUPercent, "the CPU target")
      case .responseSeconds:
        (limit, reason) = (
          plan.profile.demand.responseTimeMs.high / 1000, "the high end of the response time"
        )
      case .errorPercent: (limit, reason) = (1, "a load test with more errors measures the errors")
      case .memoryPercent: return nil
      }
      return Condition(measure: measure, limit: limit, origin: .policy(reason: reason))
    }
  }

  /// Alarms on the number of requests that the test itself sets off, with the first stage that does.
  package func alarmsSetOff(in plan: Plan) -> [(alarm: Alarm, stage: Stage)] {
    (plan.profile.monitoring?.alarms ?? [])
      .filter { $0.metric == "requests_per_minute" }
      .compactMap { alarm in
        stages.first { $0.requestsPerMinute.exceeds(alarm.above) }.map { (alarm, $0) }
      }
  }
}
