/// Text in a markup language, written as string literals: what stands in the literal is markup, and every string that
/// is interpolated is escaped. So nothing that came from a file can become an instruction.
package struct Markup<Language: MarkupLanguage>: Equatable, Sendable {
  package let source: String

  /// Takes the source as markup, without escaping.
  package init(raw source: String) { self.source = source }

  package static func + (left: Markup, right: Markup) -> Markup { Markup(raw: left.source + right.source) }
  package static func += (left: inout Markup, right: Markup) { left = left + right }
}

package protocol MarkupLanguage: SendableMetatype {
  /// The text as it reads, with nothing in it that the language would act on.
  static func escaped(_ text: String) -> String
}

extension Sequence {
  package func joined<Language>(separator: String = "") -> Markup<Language>
  where Element == Markup<Language> {
    Markup(raw: map(\.source).joined(separator: separator))
  }
}

extension Markup: ExpressibleByStringInterpolation {
  package init(stringLiteral source: String) { self.init(raw: source) }
  package init(stringInterpolation: StringInterpolation) { self.init(raw: stringInterpolation.source) }

  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var source = ""

    package init(literalCapacity: Int, interpolationCount: Int) {}

    package mutating func appendLiteral(_ markup: String) { source += markup }
    package mutating func appendInterpolation(_ text: some StringProtocol) {
      source += Language.escaped(String(text))
    }
    package mutating func appendInterpolation(_ number: Int) { source += String(number) }
    package mutating func appendInterpolation(_ markup: Markup) { source += markup.source }
  }
}
