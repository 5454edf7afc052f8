package import Typography

extension FieldValue {
  /// The value as JSON has it; a range is text, as it is in YAML.
  package var json: JSONValue {
    switch self {
    case .flag(let flag): .bool(flag)
    case .count(let count): .integer(count)
    case .number(let number): JSONValue(number)
    case .estimate(let estimate) where estimate.isCertain: JSONValue(estimate.likely)
    case .ports(let ports): .array(ports.map { .integer($0) })
    case .texts(let texts): .array(texts.map { .string($0) })
    case .records(let records):
      .array(records.map { .object($0.entries.map { .init($0.key, $0.value.json) }) })
    case .numbers(let numbers):
      .object(numbers.sorted { $0.key < $1.key }.map { .init($0.key, JSONValue($0.value)) })
    case .estimates(let estimates):
      .object(
        estimates.sorted { $0.key < $1.key }.map { .init($0.key, FieldValue.estimate($0.value).json) })
    case .reasons(let reasons):
      .object(reasons.sorted { $0.key < $1.key }.map { .init($0.key, .string($0.value)) })
    case .text, .estimate, .money, .moneyRange, .countRange: .string(text)
    }
  }
}
