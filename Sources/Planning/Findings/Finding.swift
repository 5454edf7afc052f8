/// What a senior engineer would say about one value of a profile.
package struct Finding: Equatable, Sendable {
  /// The stable id of its rule, such as `HR303`.
  package let id: String
  package let severity: Severity
  package let title: String

  /// The key of the profile that it is about.
  package let subject: String

  /// What the subject says, and in brackets what that comes to where it does not speak for itself: `5 (150 s in all)`.
  package let evidence: String

  /// Why it matters, in one sentence with the numbers.
  package let message: String
  package let fix: Fix
  package let source: Source

  /// Where the subject was said; nil where nobody said it.
  package let place: Provenance.Place?

  /// Why the team accepts it; nil while it is open.
  package let acceptance: String?

  package enum Severity: String, CaseIterable, Comparable, Sendable {
    /// It cannot work, or it breaks at the load that the profile names.
    case error

    /// It works until something ordinary happens.
    case warning

    /// It works, but costs more or says less than it seems.
    case note

    /// Graver first.
    package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    private var rank: Int {
      switch self {
      case .error: 0
      case .warning: 1
      case .note: 2
      }
    }
  }

  /// What to do about it.
  package struct Fix: Equatable, Sendable {
    package let text: String

    /// The same as data, where new values for keys of the profile are the whole fix.
    package let changes: [ProfileChange]

    /// A command to run in a shell, where one is the fix.
    package let command: String?
  }

  /// Who says so, and when that was looked up.
  package struct Source: Hashable, Sendable {
    package let title: String

    /// Where to read it; nil where it is arithmetic on the profile itself.
    package let address: String?

    /// `2026-11-23`
    package let collected: String
  }
}
