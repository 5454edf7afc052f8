package import Planning

/// Files of load tests, logs and CloudWatch, known by their content.
///
/// Rows are read as they come, so that a log of any size takes the memory of its minutes; documents are held whole.
package struct MeasuredFileReader {
  package private(set) var files: [MeasuredFile] = []
  package private(set) var collector = MetricCollector()

  package init() {}

  /// Reads the file at a path, or standard input for `-`.
  package mutating func read(_ path: String) throws(InputFileError) {
    let isStandardInput = path == ProfileFile.standardInput
    let name = isStandardInput ? InputFile.standardInputName : path
    var stream = MeasuredStream(name: name)
    do {
      try InputFile.stream(isStandardInput ? nil : path) { stream.take($0) }
    } catch {
      throw .cannotRead(name, error, .measurements)
    }
    try finish(&stream)
  }

  /// Reads the bytes of a file.
  package mutating func read(_ bytes: [UInt8], name: String) throws(Rejection) {
    var stream = MeasuredStream(name: name)
    for start in stride(from: 0, to: bytes.count, by: 1 << 16) {
      if !stream.take(Array(bytes[start..<min(start + (1 << 16), bytes.count)])) { break }
    }
    try add(&stream)
  }

  private mutating func finish(_ stream: inout MeasuredStream) throws(InputFileError) {
    do {
      try add(&stream)
    } catch {
      throw .wrong(error)
    }
  }

  private mutating func add(_ stream: inout MeasuredStream) throws(Rejection) {
    files.append(try stream.finish(&collector))
  }

  /// All that was read.
  package func measurements(
    users: Int? = nil, instances: Int? = nil, warmUpMinutes: Int = 1
  ) throws(Rejection) -> Measurements {
    Measurements(
      files: files, metrics: try collector.metrics(), users: users, instances: instances,
      warmUpMinutes: warmUpMinutes)
  }
}

/// One file on its way.
private struct MeasuredStream {
  let name: String
  private var head: [UInt8] = []
  private var state: State
  private var mistakes: RowMistakes

  private enum State {
    case open
    case rows(any RowReader, MeasuredFile.Kind, LineSplitter)
    case whole(MeasuredFile.Kind?)
    case refused
  }

  init(name: String) {
    self.name = name
    state = .open
    mistakes = RowMistakes(name: name)
  }

  /// - Returns: whether more is wanted.
  mutating func take(_ chunk: [UInt8]) -> Bool {
    switch state {
    case .open:
      head += chunk
      if head.count >= MeasuredFileHead.length { decide() }
    case .rows(var reader, let kind, var lines):
      // One owner, so that the reader grows in place.
      state = .refused
      Self.read(chunk, &reader, &lines, &mistakes)
      state = .rows(reader, kind, lines)
      if lines.isTooLong { return false }
    case .whole:
      head += chunk
      return head.count <= FileKind.measurements.sizeLimit
    case .refused: return false
    }
    return true
  }

  private mutating func decide() {
    switch MeasuredFileHead(bytes: Array(head.prefix(MeasuredFileHead.length))).verdict {
    case .rows(var reader, let kind, var lines):
      let first = head
      head = []
      Self.read(Array(first.withoutMarkOfUTF8), &reader, &lines, &mistakes)
      state = .rows(reader, kind, lines)
    case .json: state = .whole(nil)
    case .report(let kind): state = .whole(kind)
    case .refused(let mistake):
      mistakes.report(mistake, line: 1)
      head = []
      state = .refused
    }
  }

  private static func read(
    _ chunk: [UInt8], _ reader: inout any RowReader, _ lines: inout LineSplitter,
    _ mistakes: inout RowMistakes
  ) {
    readRows(chunk, &reader, &lines, &mistakes)
  }

  /// The loop over the rows for one kind of reader.
  private static func readRows(
    _ chunk: [UInt8], _ reader: inout any RowReader, _ lines: inout LineSplitter,
    _ mistakes: inout RowMistakes
  ) {
    func loop<Reader: RowReader>(_ concrete: Reader) -> any RowReader {
      var concrete = concrete
      chunk.withUnsafeBufferPointer { bytes in
        lines.take(bytes) { concrete.read($0, at: $1, &mistakes) }
      }
      return concrete
    }
    reader = loop(reader)
  }

  mutating func finish(_ collector: inout MetricCollector) throws(Rejection) -> MeasuredFile {
    if case .open = state { decide() }
    switch state {
    case .rows(var reader, let kind, var lines):
      if lines.isTooLong { mistakes.report(.longLine, line: lines.number) }
      lines.finish { reader.read($0, at: $1, &mistakes) }
      let content = reader.finish(&mistakes)
      try mistakes.throwIfAny()
      return MeasuredFile(name: name, kind: kind, content)
    case .whole(let kind): return try whole(kind, &collector)
    case .open, .refused:
      try mistakes.throwIfAny()
      throw Rejection([], untold: 1, chain: [name])
    }
  }

  private func whole(
    _ kind: MeasuredFile.Kind?, _ collector: inout MetricCollector
  ) throws(Rejection) -> MeasuredFile {
    let text = FileText(head, of: .measurements, name: name)
    var mistakes = MistakeList(in: text)
    try mistakes.throwIfAny()
    if let kind {
      let report = TextReport(text.source.text(text.source.start..<text.source.bytes.count))
      if let requests = report.requests(of: kind) {
        return MeasuredFile(name: name, kind: kind, .requests(requests))
      }
      mistakes.report(
        .measurement(.endsEarly(expected: TextReport.needed(of: kind))), at: text.source.bytes.count)
      try mistakes.throwIfAny()
    }
    let root: JSONNode
    do throws(JSONProblem) {
      root = try JSONReader.read(text.source)
    } catch {
      mistakes.report(.json(error.kind), at: error.offset, key: error.path)
      throw mistakes.rejection
    }
    let file = document(root, text, &mistakes, &collector)
    try mistakes.throwIfAny()
    guard let file else { throw mistakes.rejection }
    return file
  }

  private func document(
    _ root: JSONNode, _ text: FileText, _ mistakes: inout MistakeList, _ collector: inout MetricCollector
  ) -> MeasuredFile? {
    let report = JSONReport(root: root)
    guard let kind = report.kind else {
      mistakes.report(.measurement(.unknownKind(Mistake.NodeKind(root.content).text)), at: root.offset)
      return nil
    }
    switch kind {
    case .metricData: collector.readData(root, text, &mistakes)
    case .metricStatistics: collector.readStatistics(root, text, &mistakes)
    case .metricQueries: collector.readQueries(report.queries ?? [])
    case .costExplorer:
      var reader = CostExplorerReader()
      reader.read(root, &mistakes)
      return MeasuredFile(name: name, kind: kind, .costs(reader.costs))
    default:
      guard let requests = report.requests(of: kind) else {
        mistakes.report(
          .measurement(
            .wrongNode(Mistake.NodeKind(root.content), expected: JSONReport.needed(of: kind))),
          at: root.offset)
        return nil
      }
      return MeasuredFile(name: name, kind: kind, .requests(requests))
    }
    return MeasuredFile(name: name, kind: kind, .metrics)
  }
}
