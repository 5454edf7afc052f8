/// Makes a tree of libyaml's events, and refuses on the way what a profile may not hold.
struct YAMLTree: ~Copyable {
  /// How deep collections may stand within the outermost one; a profile needs four levels.
  static let depthLimit = 16

  var problems: [YAMLProblem] = []

  let source: SourceText
  private var events: YAMLEvents

  /// Where the last event ends; what is between it and the next one is no value.
  private(set) var reached: Int
  private(set) var isInDocument = false
  var open: [Collection] = []

  /// A key in braces without a value, which is told when what follows shows that no comma is missing.
  var keyAlone: YAMLProblem?

  /// A collection that is being read.
  struct Collection {
    let start: Int
    let style: YAMLNode.CollectionStyle
    var entries: [YAMLEntry] = []
    var places: [String: Int] = [:]

    /// The key that was read last.
    var key: String?
  }

  init(_ source: SourceText) {
    self.source = source
    events = YAMLEvents(source)
    reached = source.start
  }

  /// The value of the document; nil where it says nothing.
  ///
  /// The library stops at the first mistake of the syntax. The keys at the top that stand whole before it are read
  /// nevertheless, so that their mistakes are told with it.
  mutating func read() -> YAMLNode? {
    do throws(YAMLProblem) {
      return try readDocument()
    } catch {
      // What stands behind an open bracket was read as if it stood in it.
      problems.removeAll { $0.offset > error.offset }
      reportUntold(before: error.offset)
      // What was refused at the very place may be all that the library stumbled over.
      if !problems.contains(where: { $0.offset == error.offset }) { problems.append(error) }
      return Self.keys(before: error.offset, of: source)
    }
  }

  /// The keys at the top that stand whole before a place, read on their own: the library looks ahead, and does not tell
  /// of all that it has read when it fails.
  private static func keys(before offset: Int, of source: SourceText) -> YAMLNode? {
    let line = source.topLine(before: offset)
    guard line > source.start else { return nil }
    var tree = YAMLTree(SourceText(Array(source.bytes[..<line])))
    do throws(YAMLProblem) {
      return try tree.readDocument()
    } catch {
      return keys(before: error.offset, of: tree.source)
    }
  }

  private mutating func readDocument() throws(YAMLProblem) -> YAMLNode? {
    _ = try nextEvent()
    let start = try nextEvent()
    guard start.kind == .documentStart else { return nil }
    isInDocument = true
    reportDirectives(in: start.range)
    let root = try nextValue()
    let end = try nextEvent()
    isInDocument = false
    expectNothing(after: end)
    return root?.content == .null("") ? nil : root
  }

  private mutating func expectNothing(after documentEnd: YAMLEvent) {
    do throws(YAMLProblem) {
      let event = try nextEvent()
      if event.kind == .documentStart { report(.secondDocument, at: event.range.lowerBound) }
    } catch {
      let isSecond = documentEnd.kind == .documentEnd(isWritten: true)
      problems.append(isSecond ? YAMLProblem(offset: error.offset, path: [], kind: .secondDocument) : error)
    }
  }

  mutating func nextEvent() throws(YAMLProblem) -> YAMLEvent {
    do {
      let event = try events.next()
      switch event.kind {
      case .mapping where !event.hasProperty, .sequence where !event.hasProperty:
        reached = event.range.lowerBound
      default: reached = event.range.upperBound
      }
      if let problem = keyAlone.take() { problems.append(problem) }
      return event
    } catch {
      throw problem(of: error)
    }
  }
}
