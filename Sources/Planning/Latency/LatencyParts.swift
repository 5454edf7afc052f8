internal import Typography

/// A part of a mean response: how long it takes, by which formula, and where the numbers come from.
package struct LatencyPart: Equatable, Sendable {
  package let title: String
  package let milliseconds: Double
  package let explanation: Explanation
}

extension Plan {
  /// What a mean response at the target consists of: a request's own work, the waits for processors and for a slot, and
  /// one part for everything behind the instances.
  package func latencyParts(at size: FleetSize) -> [LatencyPart] {
    let model = walledFleet.latency()
    let instances = Double(profile.compute.instances[size])
    let load = model.said(load: demand.requestsAtOrigin.likely / 60, instances: instances).load
    let response = model.response(load: load, instances: instances)
    return [
      servicePart(model), cpuPart(model, response, rate: load / instances),
      slotPart(model, response, at: size),
    ] + model.stations.map { behindPart($0, load: load) }
  }

  /// Everything that a latency follows from, each once.
  var latencyInputs: [Explanation.Input] {
    latencyParts(at: .desired).flatMap(\.explanation.inputs).withoutRepeats
  }

  private func servicePart(_ model: LatencyModel) -> LatencyPart {
    let demand = profile.demand
    let (stated, alone) = (demand.responseTimeMs.likely, 1000 * model.service)
    let spread = "a standard deviation of \(Numbers.readable(model.spread, places: 2)) times that"
    let formula =
      if alone > stated {
        "its CPU alone, more than the \(Figures.milliseconds(stated)) that it is said to answer in; \(spread)"
      } else if demand.responseMeasuredAtPercent > 0 {
        "\(Figures.milliseconds(stated)) at \(Numbers.readable(demand.responseMeasuredAtPercent))% of"
          + " \(Numbers.readable(profile.compute.requestsPerInstancePerMinute)) requests/min, without what it waits"
          + " there; \(spread)"
      } else {
        "\(Figures.milliseconds(stated)), as if measured alone; \(spread)"
      }
    return LatencyPart(
      title: "service", milliseconds: alone,
      explanation: Explanation(
        formula: formula,
        inputs: inputs("demand.response_time_ms", "demand.response_measured_at_percent", demand.spreadKey)))
  }

  private func cpuPart(_ model: LatencyModel, _ response: ResponseTime, rate: Double) -> LatencyPart {
    let compute = profile.compute
    var rows = inputs(
      "compute.requests_per_instance_per_minute", "compute.target_cpu_percent", "compute.instance_type")
    guard let processors = model.queue.processors else {
      return LatencyPart(
        title: "CPU", milliseconds: 0,
        explanation: Explanation(
          formula: Wall.Unknown.unknownInstanceType(compute.instanceType).text, inputs: rows))
    }
    if let hardware = instanceHardware {
      rows.append(
        Explanation.Input(
          name: "\(compute.instanceType) vCPUs", value: "\(processors.count)", origin: .fact(hardware.origin))
      )
    }
    let busy = 100 * rate * processors.seconds / Double(processors.count)
    return LatencyPart(
      title: "CPU", milliseconds: 1000 * response.cpuWait,
      explanation: Explanation(
        formula: "\(Numbers.readable(compute.targetCPUPercent))% x \(processors.count) vCPUs x 60 s /"
          + " \(Numbers.readable(compute.requestsPerInstancePerMinute)) requests/min ="
          + " \(Figures.milliseconds(1000 * processors.seconds)) of CPU, which takes"
          + " \(Numbers.readable(100 * response.waiting.stretch, places: 1))% longer while others have the"
          + " processors, \(Numbers.readable(busy, places: 1))% busy",
        inputs: rows + inputs("demand.concurrent_users", "demand.requests_per_user_per_minute")))
  }

  private func slotPart(_ model: LatencyModel, _ response: ResponseTime, at size: FleetSize) -> LatencyPart {
    let rows = inputs("compute.instances.\(size.rawValue)")
    guard let slots = model.queue.slots else {
      return LatencyPart(
        title: "slots", milliseconds: 0,
        explanation: Explanation(
          formula: "nothing that is stated bounds the requests that an instance works on at once",
          inputs: rows)
      )
    }
    return LatencyPart(
      title: "slots", milliseconds: 1000 * response.slotWait,
      explanation: Explanation(
        formula: "\(Numbers.readable(100 * response.waiting.full, places: 2))% of the requests find all of"
          + " \(Numbers.grouped(slots)) slots taken, x \(Figures.milliseconds(1000 * response.waiting.slotSeconds))"
          + " that they wait then",
        inputs: (profile.compute.concurrency?.factors.map { input($0.key) } ?? []) + rows))
  }

  private func behindPart(_ station: StationBehind, load: Double) -> LatencyPart {
    let (chance, seconds) = station.visit(at: load)
    return LatencyPart(
      title: "behind: \(station.name)", milliseconds: 1000 * station.wait(at: load).mean,
      explanation: Explanation(
        formula: "\(Numbers.readable(station.visits, places: 2)) visits a request x"
          + " \(Numbers.readable(100 * chance, places: 2))% that wait x"
          + " \(Numbers.readable(1000 * seconds, places: 3)) ms that they wait then;"
          + " \(Numbers.readable(100 * station.utilisation(at: load), places: 1))% busy",
        inputs: inputs(keys(of: station.id)) + facts(of: station.id)))
  }

  private func keys(of id: Wall.ID) -> [String] {
    switch id {
    case .databaseLoad:
      [
        "database.query_ms", "database.queries_per_request", "database.read_percent",
        "database.read_replicas",
      ]
        + (profile.cache == nil ? [] : ["cache.hit_percent"]) + ["database.instance_class"]
    case .databaseConnections:
      ["database.held_ms_per_request"]
        + (profile.database?.connectionLimit == nil
          ? ["database.instance_class"] : ["database.connection_limit"])
        + ["database.reserved_connections"]
    default: ["cache.operations_per_request", "cache.operations_per_second_per_shard", "cache.shards"]
    }
  }

  private func facts(of id: Wall.ID) -> [Explanation.Input] {
    guard id == .databaseLoad, let type = profile.database?.instanceClass,
      let hardware = facts.hardware[type],
      let vcpus = hardware.vcpus
    else { return [] }
    return [
      Explanation.Input(name: "\(type) vCPUs", value: "\(vcpus)", origin: .fact(hardware.origin))
    ]
  }
}
