internal import Planning

/// The access log of an Application Load Balancer: a line a request.
struct BalancerLogReader: RowReader {
  private var tally = MinuteTally()
  private var ranges: [Range<Int>] = []
  private var lines = 1

  /// Type, time, balancer, client, target, three times, two codes, two sizes, and the request in quotes.
  private static let leastFields = 13

  mutating func read(_ line: UnsafeBufferPointer<UInt8>, at number: Int, _ mistakes: inout RowMistakes) {
    lines = number
    if line.isEmpty { return }
    // What stands behind the sizes is not looked at, which a request can write into.
    let row = RowFields(Self.head(of: line), delimiter: .space, reusing: ranges)
    ranges = []
    defer { ranges = row.ranges }
    guard row.count >= Self.leastFields - 1 else {
      return mistakes.report(.columns(found: row.count, expected: Self.leastFields), line: number)
    }
    if row[0].says("ws") || row[0].says("wss") { return }
    guard let seconds = mistakes.time(row, 1, "time", line: number) else { return }
    let code = row[8].number
    guard code != nil || row[8].says("-") else {
      return mistakes.report(
        .value(found: row.text(8), expected: "a status code or -"), line: number, key: "elb_status_code")
    }
    guard let time = row[6].number else {
      return mistakes.report(
        .value(found: row.text(6), expected: "seconds or -1"), line: number, key: "target_processing_time")
    }
    guard let bytes = mistakes.number(row, 11, "sent_bytes", line: number) else { return }
    let isFailure = code.map { $0 >= 500 } ?? true
    tally.add(atSeconds: seconds) {
      $0.add(time >= 0 ? 1000 * time : nil, isFailure: isFailure, bytes: bytes)
    }
  }

  private static func head(of line: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var spaces = 0
    for (offset, byte) in line.enumerated() where byte == .space {
      spaces += 1
      if spaces == leastFields - 1 { return UnsafeBufferPointer(rebasing: line[..<offset]) }
    }
    return line
  }

  mutating func finish(_ mistakes: inout RowMistakes) -> MeasuredFile.Content {
    tally.content(&mistakes, lastLine: lines)
  }
}

/// `simulation.log` of Gatling before 3.12, which is text.
struct GatlingReader: RowReader {
  private var tally = MinuteTally()
  private var ranges: [Range<Int>] = []
  private var lines = 1

  /// Users that came less those that went, as parts of the minute in which they did, and as whole users later.
  private var parts: [Int: Double] = [:]
  private var steps: [Int: Double] = [:]

  mutating func read(_ line: UnsafeBufferPointer<UInt8>, at number: Int, _ mistakes: inout RowMistakes) {
    lines = number
    let isRequest = line.begins(with: "REQUEST\t")
    guard isRequest || line.begins(with: "USER\t") else { return }
    let row = RowFields(line, delimiter: .tab, reusing: ranges)
    ranges = []
    defer { ranges = row.ranges }
    if isRequest { readRequest(row, number, &mistakes) } else { readUser(row, number, &mistakes) }
  }

  private mutating func readRequest(_ row: RowFields, _ number: Int, _ mistakes: inout RowMistakes) {
    guard let state = (4..<max(4, row.count)).first(where: { row[$0].says("OK") || row[$0].says("KO") })
    else {
      return mistakes.report(.columns(found: row.count, expected: 7), line: number)
    }
    guard let start = mistakes.time(row, state - 2, "start", line: number),
      let end = mistakes.time(row, state - 1, "end", line: number)
    else { return }
    let isFailure = row[state].says("KO")
    // As they are written, in milliseconds: seconds since 1970 lose their thousandths.
    let milliseconds = (row[state - 1].number ?? 1000 * end) - (row[state - 2].number ?? 1000 * start)
    tally.add(atSeconds: start) { $0.add(milliseconds, isFailure: isFailure, bytes: nil) }
  }

  private mutating func readUser(_ row: RowFields, _ number: Int, _ mistakes: inout RowMistakes) {
    guard let state = (2..<max(2, row.count)).first(where: { row[$0].says("START") || row[$0].says("END") }),
      row.count > state + 1
    else { return mistakes.report(.columns(found: row.count, expected: 4), line: number) }
    guard let time = mistakes.time(row, row.count - 1, "time", line: number) else { return }
    let change = row[state].says("START") ? 1.0 : -1.0
    let minute = Int(time) / 60
    guard steps.count <= MinuteTally.most else { return mistakes.report(.tooManyMinutes, line: number) }
    parts[minute, default: 0] += change * (Double(minute + 1) - time / 60)
    steps[minute + 1, default: 0] += change
  }

  mutating func finish(_ mistakes: inout RowMistakes) -> MeasuredFile.Content {
    guard case .requests(var requests) = tally.content(&mistakes, lastLine: lines) else { return .aside }
    guard let first = steps.keys.min(), let last = requests.minutes.keys.max(), last - first < 1_000_000,
      first - 1 <= last
    else { return .requests(requests) }
    var users = 0.0
    for minute in (first - 1)...last {
      users += steps[minute] ?? 0
      requests.minutes[minute]?.users = users + (parts[minute] ?? 0)
    }
    return .requests(requests)
  }
}

/// A result file of JMeter as XML, tag by tag.
struct JTLXMLReader: RowReader {
  private var tally = MinuteTally()
  private var levels = MinuteLevels()
  private var isClosed = false
  private var lines = 1

  /// Open samples, the outermost first, and whether each only sums others up.
  private var open: [Bool] = []

  /// Reads a piece of the file up to a `>`.
  mutating func read(_ line: UnsafeBufferPointer<UInt8>, at number: Int, _ mistakes: inout RowMistakes) {
    lines = number
    guard let start = line.lastIndex(of: UInt8(ascii: "<")) else { return }
    let tag = UnsafeBufferPointer(rebasing: line[start...])
    if tag.begins(with: "</testResults") {
      isClosed = true
    } else if tag.begins(with: "</httpSample") || tag.begins(with: "</sample") {
      if !open.isEmpty { open.removeLast() }
    } else if tag.begins(with: "<httpSample") || tag.begins(with: "<sample ") {
      readSample(Attributes(tag), number, &mistakes)
      if tag.last != UInt8(ascii: "/") {
        let message = Attributes(tag).text("rm")
        open.append(message.hasPrefix(JMeterSample.transaction.description))
        if open.count > 64 { mistakes.report(.longLine, line: number) }
      }
    }
  }

  private mutating func readSample(_ sample: Attributes, _ number: Int, _ mistakes: inout RowMistakes) {
    // A nested sample repeats the one around it, unless that one only sums up.
    guard !open.contains(false), !sample.text("rm").hasPrefix(JMeterSample.transaction.description) else {
      return
    }
    guard let seconds = sample.bytes("ts").flatMap(Timestamp.seconds),
      let milliseconds = sample.bytes("t").flatMap(\.number)
    else {
      return mistakes.report(
        .value(found: sample.text("ts"), expected: "a sample with ts and t"), line: number)
    }
    let isFailure = sample.text("s") == "false"
    let size = sample.bytes("by").flatMap(\.number)
    tally.add(atSeconds: seconds) { $0.add(milliseconds, isFailure: isFailure, bytes: size) }
    if let users = sample.bytes("na").flatMap(\.number) { levels.add(users, atSeconds: seconds) }
  }

  mutating func finish(_ mistakes: inout RowMistakes) -> MeasuredFile.Content {
    if !isClosed { mistakes.report(.endsEarly(expected: "</testResults>"), line: lines) }
    guard case .requests(var requests) = tally.content(&mistakes, lastLine: lines) else { return .aside }
    levels.give(to: &requests)
    return .requests(requests)
  }
}

/// The attributes of one tag of XML.
private struct Attributes {
  let tag: UnsafeBufferPointer<UInt8>

  init(_ tag: UnsafeBufferPointer<UInt8>) { self.tag = tag }

  /// What stands in the quotes behind ` name=`.
  func bytes(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
    var offset = 0
    let length = name.utf8CodeUnitCount
    while offset < tag.count {
      // Past the values, which may hold anything but their own quote.
      let byte = tag[offset]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        offset = (tag[(offset + 1)...].firstIndex(of: byte) ?? tag.count) + 1
        continue
      }
      if byte == .space || byte.isLineEnd || byte == .tab, offset + length + 2 < tag.count,
        UnsafeBufferPointer(rebasing: tag[(offset + 1)...]).begins(with: name),
        tag[offset + 1 + length] == UInt8(ascii: "=")
      {
        let quote = tag[offset + 2 + length]
        let start = offset + 3 + length
        guard start <= tag.count, let end = tag[start...].firstIndex(of: quote) else { return nil }
        return UnsafeBufferPointer(rebasing: tag[start..<end])
      }
      offset += 1
    }
    return nil
  }

  func text(_ name: StaticString) -> String { bytes(name).map { String(decoding: $0, as: UTF8.self) } ?? "" }
}

/// `vegeta encode --to json`: an object a line.
struct VegetaJSONReader: RowReader {
  private var tally = MinuteTally()
  private var lines = 1

  mutating func read(_ line: UnsafeBufferPointer<UInt8>, at number: Int, _ mistakes: inout RowMistakes) {
    lines = number
    if line.allSatisfy({ $0.isBlank }) { return }
    let root: JSONNode
    do throws(JSONProblem) {
      root = try JSONReader.read(SourceText(Array(line)), valueLimit: 10_000)
    } catch {
      return mistakes.report(
        .value(found: error.kind.text, expected: "an object of `vegeta encode`"), line: number,
        column: error.offset + 1)
    }
    guard let seconds = root["timestamp"]?.string.flatMap(Timestamp.seconds),
      let code = root["code"]?.double, let nanoseconds = root["latency"]?.double
    else {
      return mistakes.report(
        .value(found: "an object", expected: "timestamp, code and latency in it"), line: number)
    }
    let bytes = root["bytes_in"]?.double
    tally.add(atSeconds: seconds) {
      $0.add(nanoseconds / 1e6, isFailure: !(200..<400).contains(code), bytes: bytes)
    }
  }

  mutating func finish(_ mistakes: inout RowMistakes) -> MeasuredFile.Content {
    tally.content(&mistakes, lastLine: lines)
  }
}

extension JSONNode {
  /// The number; nil for anything else.
  var double: Double? {
    if case .number(let text) = content { Double(text).flatMap { $0.isFinite ? $0 : nil } } else { nil }
  }

  var string: String? { if case .text(let text) = content { text } else { nil } }

  var items: [JSONNode]? { if case .array(let items) = content { items } else { nil } }
}
