/// A value of a resource, as templates and configurations write it in their own ways.
package indirect enum Setting: Sendable {
  case text(String)
  case integer(Int)
  case number(Double)
  case flag(Bool)
  case list([Setting])
  case map(Settings)

  /// Blocks of the same name within a resource of Terraform.
  case blocks([Settings])

  /// What another resource is called or found by.
  case reference(Reference)
  case parameter(Parameter)

  /// Texts one after another, which only AWS or Terraform can put together.
  case joined([Setting], separator: String)

  /// What an instance runs when it first starts.
  case userData(UserData)

  /// An expression of HCL as it stands; nothing of a profile is ever part of one.
  case expression(String)
}

/// Keys with values in their order; a key whose value is nil is left out.
package struct Settings: Sendable, ExpressibleByDictionaryLiteral {
  private(set) var entries: [(key: String, value: Setting)]

  package init(dictionaryLiteral entries: (String, Setting?)...) {
    self.entries = entries.compactMap { key, value in value.map { (key, $0) } }
  }

  static func + (first: Settings, second: Settings) -> Settings {
    var joined = first
    joined.entries += second.entries
    return joined
  }
}

extension Setting: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  package init(stringLiteral text: String) { self = .text(text) }
  package init(integerLiteral integer: Int) { self = .integer(integer) }
  package init(booleanLiteral flag: Bool) { self = .flag(flag) }
  package init(arrayLiteral elements: Setting...) { self = .list(elements) }
  package init(dictionaryLiteral entries: (String, Setting?)...) {
    self = entries.reduce(into: .map([:])) { map, entry in
      guard case .map(let settings) = map else { return }
      map = .map(settings + [entry.0: entry.1])
    }
  }

  static func block(_ settings: Settings) -> Setting { .blocks([settings]) }
  static func texts(_ texts: [String]) -> Setting { .list(texts.map { .text($0) }) }
}

/// Something of a resource that another one names.
package struct Reference: Sendable {
  /// What the resource is called here: words joined by `_`.
  let resource: String

  /// The attribute of CloudFormation; nil for what `Ref` gives.
  let attribute: String?

  /// The type and the attribute of Terraform.
  let type: String
  let output: String

  /// What to call it where the resource stands elsewhere, as in `ARN of the target group`.
  let title: String

  init(_ resource: String, _ attribute: String?, _ type: String, _ output: String, _ title: String) {
    self.resource = resource
    self.attribute = attribute
    self.type = type
    self.output = output
    self.title = title
  }
}

/// What a person gives where a profile cannot say it.
package struct Parameter: Sendable {
  /// As Terraform writes it; CloudFormation's name has the same words.
  let name: String
  let title: String
  let cloudFormation: Settings

  /// The type of the variable, and what it must match.
  let type: String
  var pattern: String?
}

extension String {
  /// Words joined by `_` as CloudFormation names a thing: `LoadBalancer`.
  var logicalName: String {
    split(separator: "_").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }
}
