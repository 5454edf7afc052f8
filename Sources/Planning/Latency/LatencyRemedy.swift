internal import Typography

/// One number of a fleet a quarter better, and what 95 of 100 responses keep then.
package struct LatencyRemedy: Equatable, Sendable {
  /// What is better, as a sentence begins: `a quarter more instances`.
  package let title: String
  package let p95Ms: Double
  package let isAtLeast: Bool
}

extension Plan {
  /// What would lower the p95 at the target most, the best first; what would not lower it is left out.
  package func latencyRemedies(at size: FleetSize) -> [LatencyRemedy] {
    let model = walledFleet.latency()
    let load = demand.requestsAtOrigin.likely / 60
    let instances = Double(profile.compute.instances[size])
    let now = model.percentile(.p95, load: load, instances: instances)
    let remedies = model.remedies.map { remedy in
      let then = remedy.model.percentile(.p95, load: load, instances: instances * remedy.instances)
      return LatencyRemedy(title: remedy.title, p95Ms: then.milliseconds, isAtLeast: then.isAtLeast)
    }
    return
      remedies
      .filter { ($0.isAtLeast ? 1 : 0, $0.p95Ms) < (now.isAtLeast ? 1 : 0, now.milliseconds * 0.999) }
      .sorted { ($0.isAtLeast ? 1 : 0, $0.p95Ms) < ($1.isAtLeast ? 1 : 0, $1.p95Ms) }
  }
}

extension LatencyModel {
  /// The same with one number a quarter better at a time.
  fileprivate var remedies: [(title: String, model: LatencyModel, instances: Double)] {
    let (less, more) = (0.75, 1.25)
    var remedies: [(String, LatencyModel, Double)] = [
      ("a quarter more instances", self, more),
      (
        "responses a quarter faster alone",
        changing(service: max(service * less, queue.processors?.seconds ?? 0)), 1
      ),
      ("a quarter less spread of the response time", changing(spread: spread * less), 1),
    ]
    if let processors = queue.processors {
      let lighter = InstanceQueue(
        slots: queue.slots, processors: .init(count: processors.count, seconds: processors.seconds * less))
      remedies.append(("a quarter less CPU a request", changing(queue: lighter), 1))
    }
    if let slots = queue.slots {
      let wider = InstanceQueue(
        slots: max(slots + 1, Int(saturating: Double(slots) * more)), processors: queue.processors)
      remedies.append(("a quarter more requests at once on an instance", changing(queue: wider), 1))
    }
    for index in stations.indices {
      var faster = stations
      faster[index] = faster[index].faster(by: less)
      remedies.append(("a quarter less time at \(stations[index].name)", changing(stations: faster), 1))
    }
    return remedies
  }

  private func changing(
    service: Double? = nil, spread: Double? = nil, queue: InstanceQueue? = nil,
    stations: [StationBehind]? = nil
  ) -> LatencyModel {
    LatencyModel(
      service: service ?? self.service, spread: spread ?? self.spread, queue: queue ?? self.queue,
      stations: stations ?? self.stations)
  }
}

extension StationBehind {
  fileprivate func faster(by factor: Double) -> StationBehind {
    StationBehind(
      id: id, name: name, servers: servers, seconds: seconds * factor, visits: visits,
      busyPerRequest: busyPerRequest * factor, factor: self.factor)
  }
}
