internal import Planning

extension PriceReader {
  mutating func readInstance(_ node: YAMLNode) {
    guard
      let row = row(node, of: "instances", named: "type", keys: ["usd_per_hour", "vcpu", "memory_gib"]),
      let type = text("type", of: row), expectFirst("instances.\(type)", at: row)
    else { return }
    let origin = origin(of: row)
    readSize(of: type, row, origin)
    let isSized = row.node("vcpu") != nil && row.node("memory_gib") != nil
    if HardwareBook.builtIn[type]?.vcpus == nil, !isSized {
      report(.prices(.needsSize), at: row.offset, key: row.path)
    }
    guard statesPrice(row, in: ["usd_per_hour"]) else { return }
    require("usd_per_hour", PriceMistake.price, of: row)
    if let hourly = price("usd_per_hour", of: row) {
      overlay.prices[.instance(type)] = SourcedPrice(hourly, origin)
    }
  }

  mutating func readDatabase(_ node: YAMLNode) {
    let prices = ["single_az", "multi_az", "io_optimized"]
    let keys = ["engine"] + prices + ["vcpu", "memory_gib"]
    guard let row = row(node, of: "databases", named: "class", keys: keys),
      let instanceClass = text("class", of: row)
    else { return }
    let engine = text("engine", of: row)
    guard expectFirst("databases.\(instanceClass) \(engine ?? "")", at: row) else { return }
    readSize(of: instanceClass, row, origin(of: row))
    guard statesPrice(row, in: prices) else { return }
    require("engine", "an engine such as postgresql", of: row)
    require("single_az", "the price without a standby, such as `{usd_per_hour: 0.9}`", of: row)
    // A standby of Aurora is a node like the others.
    if engine?.hasPrefix("aurora-") != true {
      require("multi_az", "the price with a standby, such as `{usd_per_hour: 1.8}`", of: row)
    }
    for (key, deployment) in zip(prices, [PriceID.Deployment.singleAZ, .multiAZ, .ioOptimized]) {
      let price = nestedPrice(key, "usd_per_hour", of: row)
      guard let engine else { continue }
      overlay.prices[.database(instanceClass: instanceClass, engine: engine, deployment)] = price
    }
  }

  mutating func readCacheNode(_ node: YAMLNode) {
    guard
      let row = row(
        node, of: "cache_nodes", named: "node_type", keys: ["engines", "usd_per_hour", "memory_gib"]),
      let type = text("node_type", of: row)
    else { return }
    let origin = origin(of: row)
    readSize(of: type, row, origin)
    guard statesPrice(row, in: ["usd_per_hour", "engines"]) else { return }
    require("engines", "the engines that cost this, such as [redis]", of: row)
    require("usd_per_hour", PriceMistake.price, of: row)
    let hourly = price("usd_per_hour", of: row)
    let kind = Field.Kind.choice(CacheEngine.allCases.map(\.rawValue))
    for node in rows("engines", of: row) {
      guard let engine = value(node, kind, at: row.path(of: "engines")).flatMap(CacheEngine.init),
        expectFirst("cache_nodes.\(type) \(engine)", at: row), let hourly
      else { continue }
      overlay.prices[.cacheNode(type, engine: engine)] = SourcedPrice(hourly, origin)
    }
  }

  mutating func readVoiceModel(_ node: YAMLNode) {
    let keys = ["speech_input", "speech_output", "text_input", "text_output"]
    guard let row = row(node, of: "voice_models", named: "model", keys: keys),
      let model = text("model", of: row), expectFirst("voice_models.\(model)", at: row)
    else { return }
    for key in keys.prefix(2) { require(key, "a price, such as `{usd_per_1000_tokens: 0.003}`", of: row) }
    let prices = keys.map { nestedPrice($0, "usd_per_1000_tokens", of: row) }
    for (direction, price) in zip([PriceID.Direction.input, .output, .textInput, .textOutput], prices) {
      overlay.prices[.speech(model: model, direction)] = price
    }
  }

  mutating func readTariff(_ node: YAMLNode) {
    guard
      let row = row(
        node, of: "tariffs", named: "id",
        keys: ["area", "name", "service", "unit", "free", "minimum", "steps"]),
      let id = tariffID(of: row)
    else { return }
    let areas = Field.Kind.choice(ViewerArea.allCases.map(\.rawValue))
    let area = value("area", areas, of: row).flatMap(String.init).flatMap(ViewerArea.init)
    if area != nil, !id.dependsOnViewers {
      report(.prices(.needsNoArea), at: row.offset, key: row.path(of: "area"))
    }
    guard expectFirst("tariffs.\(id.rawValue) \(area?.rawValue ?? "")", at: row) else { return }
    require("steps", "prices by quantity, such as `[{up_to: 10240, usd: 0.09}, {usd: 0.07}]`", of: row)
    let steps = steps(of: row)
    let free = number("free", .from(0, to: 1e15), of: row)
    let minimum = price("minimum", of: row)?.times(1)
    guard let kind = kind(of: id, row), !steps.isEmpty else { return }
    overlay.tariffs[Tariff.Key(id, area: area)] = Tariff(
      id: id, kind: kind, free: free ?? kind.free, steps: steps, minimum: minimum ?? kind.minimum,
      origin: origin(of: row))
  }

  /// A tariff that the built-in book knows, or any other one that says what it charges for.
  private mutating func tariffID(of row: Row) -> Tariff.ID? {
    let names = TariffKind.all.keys.map(\.rawValue).sorted()
    let isNew = row.node("name") != nil && row.node("service") != nil
    return value("id", isNew ? .text : .choice(names), of: row).flatMap(String.init).map { Tariff.ID($0) }
  }

  private mutating func kind(of id: Tariff.ID, _ row: Row) -> TariffKind? {
    let builtIn = TariffKind(id)
    let services = Field.Kind.choice(PricedService.allCases.map(\.rawValue))
    let service = value("service", services, of: row).flatMap(String.init).flatMap(PricedService.init)
    guard let service = service ?? builtIn?.service else { return nil }
    return TariffKind(
      name: text("name", of: row) ?? builtIn?.name ?? id.rawValue,
      unit: text("unit", of: row) ?? builtIn?.unit ?? id.rawValue, service: service,
      free: builtIn?.free ?? 0, minimum: builtIn?.minimum)
  }

  private mutating func steps(of row: Row) -> [Tariff.Step] {
    let nodes = rows("steps", of: row)
    if nodes.isEmpty, let node = row.node("steps"), case .sequence = node.content {
      report(.prices(.noStep), at: node.range.lowerBound, key: row.path(of: "steps"))
    }
    var steps: [Tariff.Step] = []
    var begin = 0.0
    for (index, node) in nodes.enumerated() {
      guard let step = self.row(node, at: row.path(of: "steps"), keys: ["up_to", "usd"]) else { continue }
      require("usd", PriceMistake.price, of: step)
      let end = end(of: step, after: begin, isLast: index == nodes.count - 1)
      begin = end ?? begin
      if let price = price("usd", of: step) { steps.append(Tariff.Step(upTo: end, price: price)) }
    }
    return steps
  }

  private mutating func end(of step: Row, after begin: Double, isLast: Bool) -> Double? {
    guard let node = step.node("up_to") else {
      if !isLast { report(.prices(.needsEnd), at: step.offset, key: step.path(of: "up_to")) }
      return nil
    }
    guard let end = number("up_to", .positive(to: 1e15), of: step) else { return nil }
    if isLast { report(.prices(.needsNoEnd), at: node.range.lowerBound, key: step.path(of: "up_to")) }
    if end <= begin {
      let before = FieldValue.number(begin).text
      report(.prices(.endNotAbove(before)), at: node.range.lowerBound, key: step.path(of: "up_to"))
    }
    return end
  }
}

extension PriceReader {
  /// What a node is made of; what a row leaves out stays as it is known.
  private mutating func readSize(of type: String, _ row: Row, _ origin: FactOrigin) {
    let known = HardwareBook.builtIn[type]
    let vcpus = count("vcpu", of: row)
    let memory = number("memory_gib", .positive(to: 1e6), of: row)
    guard vcpus != nil || memory != nil, let memoryGiB = memory ?? known?.memoryGiB else { return }
    overlay.hardware[type] = Hardware(
      vcpus: vcpus ?? known?.vcpus, memoryGiB: memoryGiB, architecture: known?.architecture,
      isCurrentGeneration: known?.isCurrentGeneration, origin: origin)
  }

  /// Whether a price is to be read: a row may state the size of a node alone.
  private func statesPrice(_ row: Row, in keys: [String]) -> Bool {
    let isSized = row.node("vcpu") != nil || row.node("memory_gib") != nil
    return !isSized || keys.contains { row.node($0) != nil }
  }

  /// A price in a mapping of its own, which may name its own source.
  private mutating func nestedPrice(
    _ key: String, _ unit: String, of row: Row
  ) -> SourcedPrice? {
    guard let node = row.node(key),
      let inner = self.row(node, at: row.path(of: key), keys: [unit, "source", "confidence"])
    else { return nil }
    require(unit, PriceMistake.price, of: inner)
    return price(unit, of: inner).map {
      SourcedPrice($0, origin(of: inner.node("source") == nil ? row : inner))
    }
  }

  /// What a row says of its source, or else what the file says.
  private mutating func origin(of row: Row) -> FactOrigin {
    let source = longText("source", of: row)
    return FactOrigin(
      source: source.map { sources[$0] ?? $0 } ?? overlay.identity.source,
      confidence: text("confidence", of: row) ?? "as the file states",
      collected: overlay.identity.collected, place: place(of: row.offset))
  }
}
