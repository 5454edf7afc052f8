/// One profile of a check: held to its gates, or not readable.
package struct CheckedProfile: Sendable {
  /// What people call the file.
  package let name: String
  private let outcome: Outcome

  private enum Outcome: Sendable {
    case checked(Check)
    case unreadable(String)
  }

  package init(_ name: String, _ check: Check) {
    self.name = name
    outcome = .checked(check)
  }

  /// - Parameters:
  ///   - name: what people call the file.
  ///   - message: why it does not read.
  package init(unreadable name: String, message: String) {
    self.name = name
    outcome = .unreadable(message)
  }

  package var check: Check? { if case .checked(let check) = outcome { check } else { nil } }
  package var problem: String? { if case .unreadable(let message) = outcome { message } else { nil } }
  package var isMet: Bool { check?.isMet ?? false }
}
