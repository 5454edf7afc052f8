/// What files of an account say of a fleet, in the keys of a profile.
package struct FoundFleet: Equatable, Sendable {
  /// What was chosen on the way, by the option that would choose another: `asg`, `cache`.
  package var chosen: [Choice] = []

  /// In the order in which a profile is best written.
  package var values: [FoundValue] = []
  package var notes: [FoundNote] = []

  /// What AWS has as a profile has it without a word, and what is therefore compared but not written.
  package var usual: [FoundValue] = []

  /// Keys of what the files surely tell all of, and AWS has none of; the values stand for nothing.
  package var gone: [FoundValue] = []

  /// Keys that a profile must say and no file does, and a limit that only the database knows.
  package var missing: [String] = []

  /// A profile of what was found, with what a person would offer for the rest.
  package func profile(over offers: Profile = Profile()) -> Profile {
    var profile = offers
    for value in values { profile.take(value) }
    return profile
  }

  /// The one key with a default of its own that is asked for: only the database knows it.
  package static let connectionLimit = "database.connection_limit"

  package init() {}

  /// Takes what somebody says in the place of what was found.
  package mutating func say(_ key: String, _ value: FieldValue, option: String) {
    missing.removeAll { $0 == key }
    values.removeAll { $0.key == key }
    let order = Catalog.fields.map(\.path)
    let place = order.firstIndex(of: key) ?? 0
    let next =
      values.firstIndex { order.firstIndex(of: $0.key).map { $0 > place } ?? true } ?? values.endIndex
    values.insert(FoundValue(key, value, file: nil, path: option), at: next)
  }

  package struct Choice: Equatable, Sendable {
    package let option: String
    package let name: String

    package init(_ option: String, _ name: String) {
      self.option = option
      self.name = name
    }
  }

  package subscript(key: String) -> FoundValue? { values.first { $0.key == key } }

  /// What AWS has of a key, also where a profile has it so without a word; nil for what no file tells.
  package func value(of key: String) -> FieldValue? {
    (self[key] ?? usual.first { $0.key == key })?.value
  }
}

/// The value of a key, and where in a file it stands.
package struct FoundValue: Equatable, Sendable {
  /// Dotted path in the catalog; of a quota `quotas.` and its service and code.
  package let key: String
  package var value: FieldValue

  /// The name of the file without its folder; nil for a value that an option says.
  package let file: String?

  /// The way through the file, such as `AutoScalingGroups[0].MinSize`, or the option.
  package let path: String

  /// The arithmetic between what stands there and the value; nil where it is taken as it stands.
  package let how: String?

  /// The way to each entry of a list.
  package let entries: [String]

  /// Whether AWS holds the key without a team having to say it: it is compared only with a profile that states it.
  package let isComparedWhereStated: Bool

  package init(
    _ key: String, _ value: FieldValue, file: String?, path: String, how: String? = nil,
    entries: [String] = [], isComparedWhereStated: Bool = false
  ) {
    self.key = key
    self.value = value
    self.file = file
    self.path = path
    self.how = how
    self.entries = entries
    self.isComparedWhereStated = isComparedWhereStated
  }

  /// The key of the catalog that holds the value.
  package var field: Field { Catalog.field(at: key) ?? Catalog["quotas"] }

  /// The quota that the value is of; nil for every other key.
  package var quota: QuotaCode? {
    key.hasPrefix(Self.quotaPrefix) ? QuotaCode(key.dropFirst(Self.quotaPrefix.count)) : nil
  }

  package init(
    _ quota: QuotaCode, _ limit: Double, file: String?, path: String
  ) {
    self.init(
      Self.quotaPrefix + quota.text, .number(limit), file: file, path: path, isComparedWhereStated: true)
  }

  static let quotaPrefix = "quotas."
}

/// Something in the files that a profile cannot say, or that somebody should know before believing it.
package struct FoundNote: Hashable, Sendable {
  package let id: String

  /// What it is about, by its name in the account.
  package let subject: String
  package let text: String

  package init(_ id: String, _ subject: String, _ text: String) {
    self.id = id
    self.subject = subject
    self.text = text
  }
}

extension Profile {
  /// The profile with a value that was found.
  package mutating func take(_ found: FoundValue) {
    if let quota = found.quota {
      quotas[quota] = Double(found.value)
    } else {
      _ = found.field.set(&self, found.value)
    }
  }
}
