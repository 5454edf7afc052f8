internal import Planning

/// The first bytes of a file, which tell its kind.
struct MeasuredFileHead {
  let bytes: [UInt8]

  /// So many of them tell every kind.
  static let length = 1 << 16

  enum Verdict {
    /// Read line by line.
    case rows(any RowReader, MeasuredFile.Kind, LineSplitter)

    /// Read as a whole: JSON, of which the keys tell the kind.
    case json

    /// Read as a whole: what a tool prints for people.
    case report(MeasuredFile.Kind)
    case refused(MeasurementMistake)
  }

  var verdict: Verdict {
    if let packer = packer { return .refused(packer) }
    if isBinaryGatling { return .refused(.binaryGatling) }
    // Some shells write what a program prints as UTF-16, and no tool writes a log so.
    if ByteOrder(of: bytes) != nil { return .json }
    let text = Array(bytes.withoutMarkOfUTF8.drop { $0.isBlank || $0.isLineEnd })
    switch text.first {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      let line = text.prefix { $0 != .lineFeed }
      return isResult(line) ? .rows(VegetaJSONReader(), .vegetaJSON, LineSplitter()) : .json
    case UInt8(ascii: "<"):
      return String(decoding: text.prefix(4096), as: UTF8.self).contains("<testResults")
        ? .rows(JTLXMLReader(), .jtlXML, LineSplitter(end: UInt8(ascii: ">"))) : unknown(text)
    default: return lines(text)
    }
  }

  private func lines(_ text: [UInt8]) -> Verdict {
    let line = text.prefix { !$0.isLineEnd }
    let first = String(decoding: line, as: UTF8.self)
    if first.hasPrefix("This is ApacheBench") { return .report(.ab) }
    if first.hasPrefix("Running "), first.contains(" test @ ") {
      return .report(says("Thread calibration:") ? .wrk2 : .wrk)
    }
    if first.hasPrefix("Summary:") { return .report(says("Success rate:") ? .oha : .hey) }
    if first.hasPrefix("Requests "), first.contains("[total, rate") { return .report(.vegetaText) }
    if first.hasPrefix("RUN\t") || first.hasPrefix("ASSERTION\t") {
      return .rows(GatlingReader(), .gatlingLog, LineSplitter())
    }
    let columns = Array(line).withUnsafeBufferPointer(CSVColumns.init)
    let csv = LineSplitter(mindsQuotes: true)
    if columns.has("Timestamp", "User Count", "Type", "Name") {
      return .rows(LocustHistoryReader(), .locustHistory, csv)
    }
    if columns.has("Type", "Name", "Request Count") { return .rows(LocustStatsReader(), .locustStats, csv) }
    if columns.has("Method", "Name", "Error") { return .rows(AsideReader(), .locustFailures, csv) }
    if columns.has("metric_name", "timestamp", "metric_value") { return .rows(K6Reader(), .k6CSV, csv) }
    if columns.has("timeStamp", "elapsed") { return .rows(JTLReader(), .jtlCSV, csv) }
    return rowsWithoutHeader(first) ?? unknown(text)
  }

  private func rowsWithoutHeader(_ line: String) -> Verdict? {
    let words = line.split(separator: " ", maxSplits: 2)
    if words.count == 3, ["http", "https", "h2", "grpcs", "ws", "wss"].contains(words[0]),
      Timestamp.seconds(String(words[1])) != nil
    {
      return .rows(BalancerLogReader(), .albLog, LineSplitter())
    }
    let fields = line.split(separator: ",", omittingEmptySubsequences: false)
    if fields.count >= 6, fields[0].count == 19, Int(fields[0]) != nil, Int(fields[1]) != nil,
      Int(fields[2]) != nil
    {
      return .rows(VegetaCSVReader(), .vegetaCSV, LineSplitter())
    }
    return nil
  }

  private func unknown(_ text: [UInt8]) -> Verdict {
    let line = text.prefix { !$0.isLineEnd }
    return .refused(.unknownKind(String(decoding: line.prefix(200), as: UTF8.self)))
  }

  private func says(_ words: String) -> Bool { String(decoding: bytes, as: UTF8.self).contains(words) }

  /// One result of `vegeta encode`, and no report.
  private func isResult(_ line: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: line, as: UTF8.self)
    return ["\"latency\":", "\"timestamp\":", "\"code\":"].allSatisfy(text.contains)
  }

  private var packer: MeasurementMistake? {
    let kinds: [([UInt8], String, String)] = [
      ([0x1F, 0x8B], "gzip", "zcat"), ([0x28, 0xB5, 0x2F, 0xFD], "zstd", "zstdcat"),
      ([0x42, 0x5A, 0x68], "bzip2", "bzcat"), ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "xz", "xzcat"),
      ([0x50, 0x4B, 0x03, 0x04], "zip", "unzip -p"),
    ]
    return kinds.first { bytes.starts(with: $0.0) }.map { .packed(by: $0.1, unpacking: $0.2) }
  }

  /// A run record: its kind 0, then the version of Gatling behind its length.
  private var isBinaryGatling: Bool {
    guard bytes.count > 8, bytes[0..<4].allSatisfy({ $0 == 0 }), (3...20).contains(bytes[4]),
      bytes.count > 5 + Int(bytes[4])
    else { return false }
    return bytes[5..<(5 + Int(bytes[4]))].allSatisfy { $0 > 0x20 && $0 < 0x7F }
  }
}
