/// How a number came about: the formula with the plan's own figures, and where each of its inputs was said.
package struct Explanation: Equatable, Sendable {
  /// One line of arithmetic; `25 | 50 | 100` are the values at min, desired and max, or at floor, low and high.
  package let formula: String
  package let inputs: [Input]

  /// One value that goes into a formula.
  package struct Input: Hashable, Sendable {
    /// A key of the profile, or the name of a fact.
    package let name: String
    package let value: String
    package let origin: Origin
  }
}

/// Who said a value.
package enum Origin: Hashable, Sendable {
  case profile(Provenance.Place)

  /// Said by a file, with a measurement that agrees behind it.
  case measured(Provenance.Measured, Provenance.Place)

  /// Changed since the file was read, and not saved.
  case edited
  case assumed(reason: String)

  /// Nobody said it, and there is no default.
  case unstated
  case fact(FactOrigin)
  case policy(reason: String)
}

extension Origin {
  /// Whether the value is a guess, which every reason of one begins with.
  package var isGuess: Bool {
    if case .assumed(let reason) = self { reason.hasPrefix("assumed") } else { false }
  }

  /// Who said it, as a phrase.
  package var words: String {
    switch self {
    case .profile(let place): "\(place.file):\(place.line)"
    case .measured(let measured, let place):
      "\(place.file):\(place.line), measured\(measured.day.map { " \($0.text)" } ?? "") from \(measured.evidence)"
    case .edited: "changed here, not saved"
    case .assumed(let reason): "default: \(reason)"
    case .unstated: "not stated"
    case .fact(let fact): fact.text
    case .policy(let reason): reason
    }
  }
}

extension Plan {
  /// Where the value of a key of the profile comes from.
  package func origin(of path: String) -> Origin {
    if provenance.edited.contains(path) { return .edited }
    if let place = provenance.places[path] {
      return provenance.measured[path].map { .measured($0, place) } ?? .profile(place)
    }
    let field = Catalog[path]
    switch field.presence {
    case .defaulted(let reason) where field.value(profile) == field.defaultValue:
      return .assumed(reason: reason)
    case .derived(let reason) where field.value(profile) == nil: return .assumed(reason: reason)
    default: return field.value(profile) == nil ? .unstated : .edited
    }
  }

  func input(_ path: String) -> Explanation.Input {
    Explanation.Input(
      name: path, value: Catalog[path].effectiveValue(profile)?.text ?? "not stated", origin: origin(of: path)
    )
  }

  func inputs(_ paths: String...) -> [Explanation.Input] { inputs(paths) }

  func inputs(_ paths: [String]) -> [Explanation.Input] { paths.map(input) }

  /// Every default that the plan rests on, in the order of the catalog.
  package var assumptions: [Assumption] {
    Catalog.fields.compactMap { field in
      guard case .assumed(let reason) = origin(of: field.path), let value = field.effectiveValue(profile)
      else {
        return nil
      }
      return Assumption(key: field.path, value: value.text, reason: reason)
    }
  }
}

/// A value that nobody chose for this fleet.
package struct Assumption: Equatable, Sendable {
  package let key: String
  package let value: String

  /// `default`: the format's own value. New sources may be added.
  package let source = "default"
  package let reason: String
}
