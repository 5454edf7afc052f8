internal import Synchronization

extension FactOrigin {
  /// The origin that the rows of the tables call by a short word, made when a row of it is first asked for.
  static func table(_ row: PriceTable.Row, _ column: Int) -> FactOrigin? {
    let id = row.text(column)
    guard !id.isEmpty else { return nil }
    return tableOrigins.withLock { made in
      if let origin = made[id] { return origin }
      guard let row = PriceTable.origins[id].first else {
        preconditionFailure("the tables of prices do not say what origin \(id) is")
      }
      let origin = FactOrigin(
        source: names(of: row.rest(from: 3)), confidence: agreement(row.text(1)), collected: row.text(2))
      made[id] = origin
      return origin
    }
  }

  private static let tableOrigins = Mutex<[String: FactOrigin]>([:])

  /// `AWSPRICE+COROOT` by the names of both; what is no list of short names stays as it is.
  private static func names(of sources: String) -> String {
    let parts = sources.split(separator: "+")
    let names = parts.compactMap { part in
      let isScaled = part.hasSuffix("~")
      let name = PriceTable.sources[String(isScaled ? part.dropLast() : part)].first?.text(1)
      return name.map { isScaled ? "\($0) scaled from another size" : $0 }
    }
    return names.count == parts.count ? names.joined(separator: ", ") : sources
  }

  /// How many sources agree; where nobody counted, how sure it is.
  private static func agreement(_ text: String) -> String {
    Int(text).map { $0 == 1 ? "1 source" : "\($0) sources agree" } ?? text
  }
}
