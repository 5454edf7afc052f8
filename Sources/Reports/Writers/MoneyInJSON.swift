package import Planning
package import Typography

extension JSONValue {
  /// Money is a decimal string, so that no reader makes it a floating-point number by accident.
  package init(_ money: Money?) { self = money.map { .string($0.decimal) } ?? .null }
}
