/// A model or an engine that its maker stops serving.
package struct EndOfLife: Sendable {
  package let name: String
  let day: Day
  let successor: String
  package let source: Finding.Source

  /// The ends that `behaviour.json` knows.
  package static var known: [EndOfLife] { Behaviour.endsOfLife }
}
