/// What AWS is paid for answering questions.
package struct Support: Equatable, Sendable {
  package var plan = Plan.basic

  package init() {}

  package enum Plan: String, CaseIterable, Sendable {
    case basic, developer, business
    case businessPlus = "business_plus"
    case enterprise
  }
}
