/// Where Terraform has a resource: `module.fleet["web"].aws_lb.this`.
struct TerraformAddress: Hashable {
  let text: String

  /// The calls of modules on the way to it, each with its key in brackets, if there are several of it.
  let modules: [Step]

  /// The type and the name, without a key.
  let resource: String

  /// The key in brackets; empty where there is one of it.
  let key: String

  struct Step: Hashable {
    let name: String
    let key: String
  }

  init(_ text: String) {
    self.text = text
    var parts = Self.parts(of: text)[...]
    var modules: [Step] = []
    while parts.count > 2, parts.first == "module" {
      let (name, key) = Self.split(parts[parts.startIndex + 1])
      modules.append(Step(name: name, key: key))
      parts = parts.dropFirst(2)
    }
    self.modules = modules
    let (name, key) = Self.split(parts.last ?? "")
    resource = (parts.dropLast() + [name]).joined(separator: ".")
    self.key = key
  }

  /// The address, and the same without the keys that a reference may leave out.
  var spellings: [String] {
    let keyless = Self.prefix(of: modules.map { Step(name: $0.name, key: "") })
    return [text, Self.prefix(of: modules) + resource, keyless + resource, keyless + resource + key]
  }

  static func prefix(of modules: [Step]) -> String {
    modules.map { "module.\($0.name)\($0.key)." }.joined()
  }

  /// The parts between dots; a key in brackets may hold dots too.
  static func parts(of text: String) -> [String] {
    var parts = [""]
    var depth = 0
    var isQuoted = false
    for character in text {
      if character == "\"" { isQuoted.toggle() }
      if !isQuoted, character == "[" { depth += 1 }
      if !isQuoted, character == "]" { depth -= 1 }
      if character == ".", depth == 0, !isQuoted {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts
  }

  /// A name and its key in brackets.
  static func split(_ part: String) -> (name: String, key: String) {
    guard let bracket = part.firstIndex(of: "[") else { return (part, "") }
    return (String(part[..<bracket]), String(part[bracket...]))
  }
}
