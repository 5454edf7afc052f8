internal import Planning
internal import Typography

/// What wrk, ab, hey, oha and vegeta print for people.
struct TextReport {
  private let lines: [String]

  init(_ text: String) {
    lines = text.split(whereSeparator: \.isNewline).map(String.init)
  }

  func requests(of kind: MeasuredFile.Kind) -> MeasuredRequests? {
    switch kind {
    case .wrk, .wrk2: wrk
    case .ab: ab
    case .hey, .oha: hey
    case .vegetaText: vegeta
    default: nil
    }
  }

  /// What a report cannot be read without, for a message.
  static func needed(of kind: MeasuredFile.Kind) -> String {
    switch kind {
    case .wrk, .wrk2: "the lines Latency and N requests in T"
    case .ab: "the lines Complete requests, Time taken for tests and Time per request"
    case .hey, .oha: "the lines Total, Average and the status codes"
    default: "the lines Requests, Latencies and Bytes In"
    }
  }

  private func line(_ start: String) -> String? {
    lines.lazy.map(\.trimmed).first { $0.hasPrefix(start) }
  }

  private func rest(_ start: String) -> String? {
    line(start).map { $0.dropFirst(start.count).trimmed }
  }

  // MARK: wrk

  private var wrk: MeasuredRequests? {
    guard let latency = rest("Latency ")?.words.first.flatMap(Self.milliseconds),
      let line = lines.first(where: { $0.contains(" requests in ") }),
      case let words = line.words, words.count >= 5, let count = Double(words[0]),
      let seconds = Self.milliseconds(words[3].droppingComma), let bytes = Self.bytes(words[4])
    else { return nil }
    var requests = MeasuredRequests()
    requests.totals = RequestCounts(
      count, meanMilliseconds: latency, bytes: bytes,
      failed: rest("Non-2xx or 3xx responses:").flatMap(Double.init) ?? 0)
    if let errors = rest("Socket errors:") {
      requests.totals.failed += errors.split(separator: ",").compactMap { $0.split(separator: " ").last }
        .compactMap { Double($0) }.reduce(0, +)
    }
    requests.seconds = seconds / 1000
    requests.users = lines.lazy.map(\.words).first { $0.contains("connections") }.flatMap { words in
      words.firstIndex(of: "connections").flatMap { $0 > 0 ? Double(words[$0 - 1]) : nil }
    }
    return requests
  }

  // MARK: ab

  private var ab: MeasuredRequests? {
    func number(_ start: String) -> Double? { rest(start)?.words.first.flatMap(Double.init) }
    guard let count = number("Complete requests:"), let seconds = number("Time taken for tests:"),
      let mean = number("Time per request:"), let users = number("Concurrency Level:")
    else { return nil }
    var requests = MeasuredRequests()
    requests.totals = RequestCounts(count, meanMilliseconds: mean, bytes: number("Total transferred:"))
    // An answer of another length is none that failed.
    let failed = number("Failed requests:") ?? 0
    let ofLength = rest("(Connect:").flatMap { kinds in
      kinds.split(separator: ",").first { $0.contains("Length:") }
        .flatMap { $0.split(separator: " ").last }.flatMap { Double($0.filter(\.isNumber)) }
    }
    requests.totals.failed = max(0, failed - (ofLength ?? 0)) + (number("Non-2xx responses:") ?? 0)
    requests.seconds = seconds
    requests.users = users
    return requests
  }

  // MARK: hey and oha

  private var hey: MeasuredRequests? {
    guard let total = rest("Total:").flatMap(Self.seconds), let mean = rest("Average:").flatMap(Self.seconds)
    else { return nil }
    var count = 0.0
    var failed = 0.0
    for line in lines.map(\.trimmed) where line.hasPrefix("[") {
      guard let end = line.firstIndex(of: "]"),
        let first = Double(line[line.index(after: line.startIndex)..<end])
      else { continue }
      let words = String(line[line.index(after: end)...]).words
      if words.count == 2, words[1] == "responses", let responses = Double(words[0]) {
        count += responses
        if !(200..<400).contains(first) { failed += responses }
      } else {
        count += first
        failed += first
      }
    }
    guard count > 0 else { return nil }
    var requests = MeasuredRequests()
    let data = rest("Total data:").map(\.words).flatMap { words -> Double? in
      guard words.count >= 2 else { return words.first.flatMap(Self.bytes) }
      return words[1] == "bytes" ? Double(words[0]) : Self.bytes(words[0] + words[1])
    }
    requests.totals = RequestCounts(count, meanMilliseconds: 1000 * mean, bytes: data, failed: failed)
    requests.seconds = total
    return requests
  }

  /// `20.0772 secs`, `10001.2 ms`.
  private static func seconds(_ text: String) -> Double? {
    let words = text.words
    guard let first = words.first else { return nil }
    guard words.count > 1, let number = Double(first) else { return milliseconds(first).map { $0 / 1000 } }
    switch words[1] {
    case "secs", "sec", "s": return number
    case "ms": return number / 1000
    case "us", "µs": return number / 1e6
    case "min": return number * 60
    default: return nil
    }
  }

  // MARK: vegeta

  private var vegeta: MeasuredRequests? {
    guard let counts = columns("Requests"), let latencies = columns("Latencies"),
      let count = counts["total"].flatMap(Double.init),
      let mean = latencies["mean"].flatMap(Self.milliseconds)
    else { return nil }
    var requests = MeasuredRequests()
    requests.totals = RequestCounts(
      count, meanMilliseconds: mean, bytes: columns("Bytes In")?["total"].flatMap(Double.init))
    if let share = columns("Success")?["ratio"].flatMap({ Double($0.filter { $0 != "%" }) }) {
      requests.totals.failed = (1 - share / 100) * count
    }
    requests.seconds = columns("Duration")?["total"].flatMap(Self.milliseconds).map { $0 / 1000 }
    return requests
  }

  /// `Latencies [mean, 50, max]  1ms, 2ms, 3ms` by the names in brackets.
  private func columns(_ start: String) -> [String: String]? {
    guard let line = line(start + " "), let open = line.firstIndex(of: "["),
      let close = line.firstIndex(of: "]"),
      open < close
    else { return nil }
    let names = line[line.index(after: open)..<close].split(separator: ",").map { $0.trimmed }
    let values = line[line.index(after: close)...].split(separator: ",").map { $0.trimmed }
    return Dictionary(zip(names, values), uniquingKeysWith: { first, _ in first })
  }

  // MARK: Units

  /// `61.78ms`, `1.07s`, `1m2s`, in milliseconds.
  static func milliseconds(_ text: String) -> Double? {
    let units: [(String, Double)] = [
      ("ns", 1e-6), ("us", 1e-3), ("µs", 1e-3), ("ms", 1), ("h", 3_600_000), ("m", 60_000), ("s", 1000),
    ]
    var rest = Substring(text)
    var sum = 0.0
    guard !rest.isEmpty else { return nil }
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isNumber || $0 == "." }
      guard let number = Double(digits) else { return nil }
      rest = rest.dropFirst(digits.count)
      guard let (unit, factor) = units.first(where: { rest.hasPrefix($0.0) }) else { return nil }
      rest = rest.dropFirst(unit.count)
      sum += number * factor
    }
    return sum
  }

  /// `3.42MB`, in units of 1,024.
  static func bytes(_ text: String) -> Double? {
    let digits = text.prefix { $0.isNumber || $0 == "." }
    guard let number = Double(digits) else { return nil }
    return switch text.dropFirst(digits.count).uppercased() {
    case "B", "": number
    case "KB", "KIB": number * 1024
    case "MB", "MIB": number * 1_048_576
    case "GB", "GIB": number * 1_073_741_824
    case "TB", "TIB": number * 1_099_511_627_776
    default: nil
    }
  }
}

extension String {
  fileprivate var words: [String] { split { $0.isWhitespace }.map(String.init) }

  fileprivate var droppingComma: String { hasSuffix(",") ? String(dropLast()) : self }
}
