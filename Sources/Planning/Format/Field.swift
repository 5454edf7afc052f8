/// One key of the profile format: its meaning, what it may hold, and where its value lives.
///
/// Reading, checking, saving, comparing, the JSON Schema and the list of assumptions are all made from these.
package struct Field: Sendable {
  /// Dotted path from the top of the file, such as `demand.concurrent_users`.
  package let path: String

  /// What the key means, as a short noun phrase.
  package let title: String
  package let kind: Kind
  package let presence: Presence

  /// The value in a profile, nil where the profile has none.
  package let value: @Sendable (Profile) -> FieldValue?

  /// Puts a value into a profile, creating its section; false when the value is of another kind.
  ///
  /// Nil takes the value out, and is false for a key that is never without one where its section is.
  package let set: @Sendable (inout Profile, FieldValue?) -> Bool

  /// The section that a profile may do without and that holds the key; nil where every profile has the section.
  package let optionalSection: OptionalSection?

  /// The value that a profile has when the file leaves the key out.
  package let defaultValue: FieldValue?

  /// What the key comes to where nobody says it and it follows from others; nil for every other key.
  package private(set) var derived: (@Sendable (Profile) -> FieldValue?)?

  /// The last part of the path.
  package let key: String

  /// Paths of all sections around the key, the nearest first; none for a key at the top.
  package let sections: [String]

  /// The path without its last part; empty at the top.
  package var section: String { sections.first ?? "" }

  /// A section whose presence alone says something, even when it is empty.
  package struct OptionalSection: Sendable {
    package let isPresent: @Sendable (Profile) -> Bool

    /// Puts the section with its defaults into a profile that does not have it.
    package let create: @Sendable (inout Profile) -> Void
    package let remove: @Sendable (inout Profile) -> Void

    fileprivate init<Part: Section>(_ section: any Path<Profile, Part?>) {
      isPresent = { $0[keyPath: section] != nil }
      create = { $0[keyPath: section] = $0[keyPath: section] ?? Part() }
      remove = { $0[keyPath: section] = nil }
    }
  }

  /// What a key may hold, with its bounds.
  package enum Kind: Hashable, Sendable {
    case text

    /// A version, which may stand as a number where every reader gives back its digits: `13.9`, but `"13.10"`.
    case version

    /// One of these words.
    case choice([String])

    /// Any word; these are known.
    case openChoice([String])
    case flag

    /// A time of the day, written `"18:00"`.
    case time

    /// A month, written `2026-12`.
    case month
    case count(ClosedRange<Int>)
    case number(Bounds)

    /// A number that may be a range, marked R in the format.
    case estimate(Bounds)
    case money
    case moneyRange
    case countRange(ClosedRange<Int>)
    case ports
    case texts

    /// A list of entries that all have the same keys.
    case records(RecordShape)

    /// A mapping of free words to numbers.
    case numbers(Bounds)

    /// A mapping of these words to per cents that come to 100.
    case shares([String])

    /// A mapping of these words to numbers.
    case numbersOf([String], Bounds)

    /// A mapping of months to numbers that may be ranges.
    case estimatesByMonth(Bounds)

    /// A mapping of free words to reasons.
    case reasons
  }

  /// Limits of a number.
  package struct Bounds: Hashable, Sendable {
    package let low: Double
    package let high: Double

    /// From a millionth: less is never meant, and a quotient by it is no number any more.
    package static func positive(to high: Double) -> Bounds { Bounds(low: 1e-6, high: high) }
    package static func from(_ low: Double, to high: Double) -> Bounds { Bounds(low: low, high: high) }
    package static let percent = Bounds.from(0, to: 100)
    package static let positivePercent = Bounds.positive(to: 100)

    package func contains(_ number: Double) -> Bool { (low...high).contains(number) }
  }

  /// Whether a file must have the key, and if not, what its absence means.
  package enum Presence: Hashable, Sendable {
    case required

    /// Required where its section is there.
    case requiredInSection

    /// A default, with the reason why it is what it is.
    case defaulted(reason: String)

    /// Follows from other keys, with the reason why.
    case derived(reason: String)

    /// Unknown or absent, never a made-up value.
    case optional

    /// Why the key is what it is where nobody says it; nil where it then is nothing.
    package var reason: String? {
      switch self {
      case .defaulted(let reason), .derived(let reason): reason
      case .required, .requiredInSection, .optional: nil
      }
    }
  }
}

extension Field.Kind {
  /// Whether a number lies within the bounds of the key; other kinds allow what they can hold.
  package func allows(_ value: FieldValue) -> Bool {
    switch (self, value) {
    case (.count(let bounds), .count(let count)): bounds.contains(count)
    case (.number(let bounds), .number(let number)): bounds.contains(number)
    case (.estimate(let bounds), .estimate(let estimate)):
      bounds.contains(estimate.low) && bounds.contains(estimate.high)
    default: true
    }
  }
}

extension Field {
  typealias Path<Root, Value> = WritableKeyPath<Root, Value> & Sendable

  init<Value: FieldConvertible>(
    _ path: String, _ location: any Path<Profile, Value>, _ kind: Kind, _ presence: Presence, _ title: String
  ) {
    self.init(
      at: path, title: title, kind: kind, presence: presence,
      value: { $0[keyPath: location].fieldValue },
      set: { profile, value in
        guard let value = value.flatMap(Value.init) else { return false }
        profile[keyPath: location] = value
        return true
      })
  }

  init<Value: FieldConvertible>(
    _ path: String, _ location: any Path<Profile, Value?>, _ kind: Kind, _ presence: Presence, _ title: String
  ) {
    self.init(
      at: path, title: title, kind: kind, presence: presence,
      value: { $0[keyPath: location]?.fieldValue },
      set: { profile, value in
        guard let value else {
          profile[keyPath: location] = nil
          return true
        }
        guard let value = Value(value) else { return false }
        profile[keyPath: location] = value
        return true
      })
  }

  init<Part: Section, Value: FieldConvertible>(
    _ path: String, in section: any Path<Profile, Part?>, _ location: any Path<Part, Value>, _ kind: Kind,
    _ presence: Presence, _ title: String
  ) {
    self.init(
      at: path, title: title, kind: kind, presence: presence,
      value: { $0[keyPath: section]?[keyPath: location].fieldValue },
      set: { profile, value in
        guard let value = value.flatMap(Value.init) else { return false }
        profile[keyPath: section, default: Part()][keyPath: location] = value
        return true
      },
      optionalSection: OptionalSection(section), defaultValue: Part()[keyPath: location].fieldValue)
  }

  init<Part: Section, Value: FieldConvertible>(
    _ path: String, in section: any Path<Profile, Part?>, _ location: any Path<Part, Value?>, _ kind: Kind,
    _ presence: Presence, _ title: String
  ) {
    self.init(
      at: path, title: title, kind: kind, presence: presence,
      value: { $0[keyPath: section]?[keyPath: location]?.fieldValue },
      set: { profile, value in
        guard let value else {
          profile[keyPath: section]?[keyPath: location] = nil
          return true
        }
        guard let value = Value(value) else { return false }
        profile[keyPath: section, default: Part()][keyPath: location] = value
        return true
      },
      optionalSection: OptionalSection(section))
  }

  private init(
    at path: String, title: String, kind: Kind, presence: Presence,
    value: @escaping @Sendable (Profile) -> FieldValue?,
    set: @escaping @Sendable (inout Profile, FieldValue?) -> Bool, optionalSection: OptionalSection? = nil,
    defaultValue: FieldValue? = nil
  ) {
    let steps = path.split(separator: ".")
    self.path = path
    key = String(steps.last ?? "")
    sections = (1..<max(steps.count, 1)).reversed().map { steps.prefix($0).joined(separator: ".") }
    self.title = title
    self.kind = kind
    self.presence = presence
    self.value = value
    self.set = set
    self.optionalSection = optionalSection
    self.defaultValue =
      switch presence {
      case .defaulted: defaultValue ?? value(Profile())
      case .required, .requiredInSection, .derived, .optional: nil
      }
  }

  /// The same key with what it comes to where nobody says it.
  func following<Value: FieldConvertible>(_ value: @escaping @Sendable (Profile) -> Value?) -> Field {
    var field = self
    field.derived = { value($0)?.fieldValue }
    return field
  }

  /// What a plan of a profile reads: what somebody says, or the default, or what follows from other keys.
  package func effectiveValue(_ profile: Profile) -> FieldValue? { value(profile) ?? derived?(profile) }
}

extension Profile {
  fileprivate subscript<Part: Section>(keyPath section: WritableKeyPath<Profile, Part?>, default blank: Part)
    -> Part
  {
    get { self[keyPath: section] ?? blank }
    set { self[keyPath: section] = newValue }
  }
}
