internal import Planning

/// Turns the text of a price file into an overlay, and tells every mistake in it at once.
struct PriceReader {
  let layer: Layer
  var overlay: PriceOverlay
  var problems: [Mistake] = []

  /// Long names of sources, by the short ones that rows use.
  var sources: [String: String] = [:]

  /// The lines that rows begin in, by section and what they are of.
  var rowLines: [String: Int] = [:]

  static func read(_ layer: Layer, sha256: String) throws(Rejection) -> PriceOverlay {
    var reader = PriceReader(layer)
    reader.read(sha256: sha256)
    guard reader.problems.isEmpty else {
      throw Rejection(
        reader.problems.sorted { ($0.place.line, $0.place.column) < ($1.place.line, $1.place.column) },
        untold: 0, chain: [layer.name])
    }
    return reader.overlay
  }

  private init(_ layer: Layer) {
    self.layer = layer
    overlay = PriceOverlay(PriceOverlay.Identity(file: layer.name, sha256: "", source: "", collected: ""))
  }

  private mutating func read(sha256: String) {
    if let flaw = layer.text.flaw { return report(flaw.what, at: flaw.offset) }
    let problems = layer.document?.problems ?? []
    for problem in problems {
      report(.yaml(problem.kind), at: problem.offset, key: problem.path.joined(separator: "."))
    }
    guard let root = layer.document?.root else {
      if problems.isEmpty { report(.prices(.empty), at: layer.source.start) }
      return
    }
    guard let file = row(root, at: "", keys: Self.head + Self.sections), readsFormat(of: file) else { return }
    readHead(of: file, sha256: sha256)
    for node in rows("instances", of: file) { readInstance(node) }
    for node in rows("databases", of: file) { readDatabase(node) }
    for node in rows("cache_nodes", of: file) { readCacheNode(node) }
    for node in rows("voice_models", of: file) { readVoiceModel(node) }
    for node in rows("tariffs", of: file) { readTariff(node) }
  }

  private static let head =
    ["format", "region", "currency", "collected", "source", "sources", "note", "discounts"]
  private static let sections = ["instances", "databases", "cache_nodes", "voice_models", "tariffs"]

  /// False when the file is another one, and its keys mean nothing here.
  private mutating func readsFormat(of file: Row) -> Bool {
    guard let node = file.node("format") else {
      report(.prices(.missing(expected: PriceFile.format)), at: file.offset, key: "format")
      return true
    }
    guard case .scalar(let format, _) = node.content, format != PriceFile.format else { return true }
    report(.prices(.wrongFormat(format)), at: node.range.lowerBound, key: "format")
    return false
  }

  private mutating func readHead(of file: Row, sha256: String) {
    _ = value("currency", .choice(["USD"]), of: file)
    _ = longText("note", of: file)
    require("source", "who says so, such as an agreement", of: file)
    require("collected", "the day on which the prices were read, such as 2026-11-23", of: file)
    if Self.sections.contains(where: { file.node($0) != nil }), file.node("region") == nil {
      report(.prices(.needsRegion), at: file.offset, key: "region")
    }
    overlay.region = text("region", of: file)
    overlay.identity = PriceOverlay.Identity(
      file: layer.name, sha256: sha256, source: longText("source", of: file) ?? "",
      collected: day("collected", of: file) ?? "")
    readSources(of: file)
    readDiscounts(of: file)
  }

  private mutating func readSources(of file: Row) {
    guard let node = file.node("sources"), let names = row(node, at: "sources", keys: nil) else { return }
    for name in names.keys { sources[name] = longText(name, of: names) }
  }

  private mutating func readDiscounts(of file: Row) {
    let services = PricedService.allCases.map(\.rawValue)
    guard let node = file.node("discounts"), let row = row(node, at: "discounts", keys: services) else {
      return
    }
    for service in PricedService.allCases {
      guard case .number(let percent) = value(service.rawValue, .number(.percent), of: row) else { continue }
      overlay.discounts[service] = Discount(
        percent: percent, source: overlay.identity.source, collected: overlay.identity.collected,
        place: row.node(service.rawValue).map { place(of: $0.range.lowerBound) })
    }
  }
}
