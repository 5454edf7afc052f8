/// What every entry of a list in a profile has: its keys in the order in which they are best written.
package struct RecordShape: Hashable, Sendable {
  package let keys: [Key]

  /// Such a list as a message expects it, with an example.
  package let expectation: String

  package struct Key: Hashable, Sendable {
    package let name: String
    package let kind: Field.Kind

    /// What an entry has that does not say it, and does not write; nil for a key that every entry must have.
    package let defaultValue: FieldValue?

    /// What a sentence says before the value.
    fileprivate let lead: String

    /// Whether an entry may do without it.
    package let isOptional: Bool

    init(
      _ name: String, _ kind: Field.Kind, lead: String = "", isOptional: Bool = false,
      unless defaultValue: FieldValue? = nil
    ) {
      self.name = name
      self.kind = kind
      self.lead = lead
      self.isOptional = isOptional || defaultValue != nil
      self.defaultValue = defaultValue
    }
  }
}

/// One entry of a list, whatever it describes.
package struct Record: Hashable, Sendable {
  package let entries: [Entry]

  /// The entry as a sentence says it.
  package let phrase: String

  package struct Entry: Hashable, Sendable {
    package let key: String
    package let value: FieldValue
  }

  /// Nil where a key that every entry has is without a value; what an entry has anyway is not written.
  package init?(_ shape: RecordShape, _ values: [String: FieldValue]) {
    var entries: [Entry] = []
    var phrase = ""
    for key in shape.keys {
      guard let value = values[key.name] ?? key.defaultValue else {
        if key.isOptional { continue }
        return nil
      }
      if value == key.defaultValue { continue }
      entries.append(Entry(key: key.name, value: value))
      phrase += key.lead + value.text
    }
    self.entries = entries
    self.phrase = phrase
  }

  subscript(key: String) -> FieldValue? { entries.first { $0.key == key }?.value }
}

/// A type whose values are entries of a list in a profile.
protocol FieldRecord: FieldElement {
  static var shape: RecordShape { get }

  /// Nil where a value is of another kind than its key.
  init?(_ record: Record)
  var values: [String: FieldValue] { get }
}

extension FieldRecord {
  package static func elements(_ value: FieldValue) -> [Self]? {
    guard case .records(let records) = value else { return nil }
    let elements = records.compactMap { Self($0) }
    return elements.count == records.count ? elements : nil
  }

  package static func fieldValue(_ elements: [Self]) -> FieldValue {
    .records(elements.compactMap { Record(shape, $0.values) })
  }
}
