internal import CYAML

/// What libyaml finds in a text, piece by piece.
struct YAMLEvents: ~Copyable {
  /// The library keeps a pointer into itself, so that it may not move.
  private let parser: UnsafeMutablePointer<yaml_parser_t>

  /// A copy of the text, since the library keeps a pointer to it.
  private let text: UnsafeMutableBufferPointer<UInt8>
  private let source: SourceText

  /// A place in both counts: the library's, in Unicode scalars, and ours, in bytes.
  private var last: (index: Int, offset: Int)

  /// Reads text that is UTF-8.
  init(_ source: SourceText) {
    self.source = source
    last = (0, source.start)
    text = .allocate(capacity: source.bytes.count - source.start)
    _ = text.initialize(fromContentsOf: source.bytes[source.start...])
    parser = .allocate(capacity: 1)
    precondition(yaml_parser_initialize(parser) == 1, "there is no memory left")
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, text.baseAddress, text.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
    text.deallocate()
  }

  mutating func next() throws(YAMLFailure) -> YAMLEvent {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw failure() }
    defer { yaml_event_delete(&event) }
    return YAMLEvent(
      event, range: offset(of: event.start_mark)..<offset(of: event.end_mark))
  }

  private mutating func failure() -> YAMLFailure {
    let (failed, context) = (parser.pointee, parser.pointee.context.map { String(cString: $0) })
    let offset = offset(of: failed.problem_mark)
    return YAMLFailure(
      message: failed.problem.map { String(cString: $0) } ?? "", context: context ?? "",
      start: context == nil ? offset : self.offset(of: failed.context_mark), offset: offset)
  }

  /// Marks come in the order of the text but for a few, so that the way from the last one is short.
  private mutating func offset(of mark: yaml_mark_t) -> Int {
    let index = Int(mark.index)
    if index < last.index { last = (0, source.start) }
    last = (index, source.offset(adding: index - last.index, to: last.offset))
    return last.offset
  }
}

/// A piece of a text, and the bytes that it stands on.
struct YAMLEvent {
  let range: Range<Int>
  let kind: Kind

  /// Whether an anchor or a tag stands before the value.
  let hasProperty: Bool

  /// The tag before the value, such as `!Ref`.
  let tag: String?

  enum Kind: Equatable {
    /// The beginning or the end of the text.
    case stream
    case documentStart

    /// `isWritten` where three dots say so.
    case documentEnd(isWritten: Bool)
    case alias
    case scalar(String, YAMLNode.ScalarStyle)
    case sequence(isFlow: Bool)
    case mapping(isFlow: Bool)
    case collectionEnd
  }

  fileprivate init(_ event: yaml_event_t, range: Range<Int>) {
    self.range = range
    let data = event.data
    let word: UnsafeMutablePointer<yaml_char_t>? =
      switch event.type {
      case YAML_SCALAR_EVENT: data.scalar.tag
      case YAML_SEQUENCE_START_EVENT: data.sequence_start.tag
      case YAML_MAPPING_START_EVENT: data.mapping_start.tag
      default: nil
      }
    tag = word.map { String(cString: $0) }
    switch event.type {
    case YAML_DOCUMENT_START_EVENT: (kind, hasProperty) = (.documentStart, false)
    case YAML_DOCUMENT_END_EVENT:
      (kind, hasProperty) = (.documentEnd(isWritten: data.document_end.implicit == 0), false)
    case YAML_ALIAS_EVENT: (kind, hasProperty) = (.alias, false)
    case YAML_SCALAR_EVENT:
      let scalar = data.scalar
      let text = String(
        decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      kind = .scalar(text, YAMLNode.ScalarStyle(scalar.style))
      hasProperty = scalar.anchor != nil || scalar.tag != nil
    case YAML_SEQUENCE_START_EVENT:
      let start = data.sequence_start
      kind = .sequence(isFlow: start.style == YAML_FLOW_SEQUENCE_STYLE)
      hasProperty = start.anchor != nil || start.tag != nil
    case YAML_MAPPING_START_EVENT:
      let start = data.mapping_start
      kind = .mapping(isFlow: start.style == YAML_FLOW_MAPPING_STYLE)
      hasProperty = start.anchor != nil || start.tag != nil
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: (kind, hasProperty) = (.collectionEnd, false)
    default: (kind, hasProperty) = (.stream, false)
    }
  }
}

/// Why libyaml reads no further.
struct YAMLFailure: Error {
  let message: String

  /// What it was reading, and where that began.
  let context: String
  let start: Int

  /// Where it failed.
  let offset: Int
}

extension YAMLNode.ScalarStyle {
  fileprivate init(_ style: yaml_scalar_style_t) {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: self = .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: self = .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: self = .literal
    case YAML_FOLDED_SCALAR_STYLE: self = .folded
    default: self = .plain
    }
  }
}
