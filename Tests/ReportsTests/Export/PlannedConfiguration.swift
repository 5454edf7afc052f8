import Foundation

/// What `terraform show -json` prints of a plan that makes a configuration anew, for configurations as this program writes
/// them: values that only AWS knows are missing, null within lists, and told by references.
struct PlannedConfiguration {
  let json: Data

  init(_ configuration: String) throws {
    var reader = Reader(lines: configuration.components(separatedBy: "\n")[...])
    let blocks = try reader.blocks()
    let resources = blocks.filter { $0.words.first == "resource" }
    let planned = resources.map { block -> [String: Any] in
      [
        "address": block.words[1...].joined(separator: "."), "mode": "managed", "type": block.words[1],
        "name": block.words[2], "values": block.body.values,
      ]
    }
    let configured = resources.map { block -> [String: Any] in
      [
        "address": block.words[1...].joined(separator: "."), "provider_config_key": "aws",
        "expressions": block.body.expressions,
      ]
    }
    let provider = blocks.first { $0.words == ["provider", "aws"] }
    let whole: [String: Any] = [
      "format_version": "1.2", "terraform_version": "1.11.4",
      "planned_values": ["root_module": ["resources": planned]],
      "configuration": [
        "provider_config": ["aws": ["name": "aws", "expressions": provider?.body.expressions ?? [:]]],
        "root_module": ["resources": configured],
      ],
    ]
    json = try JSONSerialization.data(withJSONObject: whole, options: .sortedKeys)
  }

  private struct Block {
    let words: [String]
    let body: Body
  }

  private struct Body {
    var values: [String: Any] = [:]
    var expressions: [String: Any] = [:]
  }

  private struct Surprise: Error { let line: String }

  /// An expression: its value, nil where only AWS knows it, and what it refers to.
  private struct Term {
    var value: Any?
    var references: [String] = []
  }

  private struct Reader {
    var lines: ArraySlice<String>

    mutating func blocks() throws -> [Block] {
      var blocks: [Block] = []
      while let line = lines.popFirst() {
        guard line.hasSuffix("{"), !line.hasPrefix("#") else {
          guard line.isEmpty || line.hasPrefix("#") else { throw Surprise(line: line) }
          continue
        }
        let words = line.dropLast(2).split(separator: " ").map { String($0).replacing("\"", with: "") }
        blocks.append(Block(words: words, body: try body()))
      }
      return blocks
    }

    mutating func body() throws -> Body {
      var body = Body()
      while let whole = lines.popFirst() {
        let line = whole.trimmingPrefix { $0 == " " }
        if line == "}" { return body }
        if line.isEmpty { continue }
        let name = String(line.prefix { $0 != " " })
        let rest = line.dropFirst(name.count + 1).trimmingPrefix { $0 == " " }
        if rest.hasSuffix("{}") || rest.hasSuffix("{"), !rest.hasPrefix("= ") {
          add(name, rest.hasSuffix("{}") ? Body() : try self.body(), to: &body)
        } else if rest.hasPrefix("= "),
          let closing = ["({": "})", "DATA": ")", "= {": "}"][
            String(rest.suffix(rest.hasSuffix("DATA") ? 4 : rest == "= {" ? 3 : 2))]
        {
          // What runs over several lines is a document, which says nothing that is read.
          let indent = whole.prefix { $0 == " " }
          while let next = lines.popFirst(), next != "\(indent)\(closing)" {}
        } else if rest.hasPrefix("= ") {
          var scanner = Scanner(rest.dropFirst(2)[...])
          let term = try scanner.term()
          guard scanner.rest.isEmpty else { throw Surprise(line: whole) }
          body.values[name] = term.value
          body.expressions[name] =
            term.references.isEmpty
            ? ["constant_value": term.value ?? NSNull()] : ["references": term.references]
        } else {
          throw Surprise(line: whole)
        }
      }
      throw Surprise(line: "the end")
    }

    private func add(_ name: String, _ inner: Body, to body: inout Body) {
      body.values[name] = (body.values[name] as? [Any] ?? []) + [inner.values]
      body.expressions[name] = (body.expressions[name] as? [Any] ?? []) + [inner.expressions]
    }
  }

  /// One expression of a line.
  private struct Scanner {
    var rest: Substring

    init(_ rest: Substring) { self.rest = rest }

    private static var variables: [String: Any] {
      [
        "vpc_id": "vpc-1", "subnet_ids": ["subnet-1", "subnet-2", "subnet-3"],
        "certificate_arn": "arn:aws:acm:x:1:certificate/1",
        "container_image": "web:1", "blocked_countries": ["KP"], "database_engine_version": "8.4.9",
      ]
    }

    mutating func term() throws -> Term {
      switch rest.first {
      case "\"": return try text()
      case "[":
        var list: [Any] = []
        var references: [String] = []
        rest.removeFirst()
        while rest.first != "]" {
          let term = try term()
          list.append(term.value ?? NSNull())
          references += term.references
          if rest.hasPrefix(", ") { rest.removeFirst(2) }
        }
        rest.removeFirst()
        return Term(value: list, references: references)
      case "{":
        var map: [String: Any] = [:]
        var references: [String] = []
        rest.removeFirst(2)
        while rest.first != "}" {
          let key = rest.prefix { $0 != " " }
          rest.removeFirst(key.count + " = ".count)
          let term = try term()
          map[String(key)] = term.value
          references += term.references
          if rest.hasPrefix(", ") { rest.removeFirst(2) }
          if rest.hasPrefix(" ") { rest.removeFirst() }
        }
        rest.removeFirst()
        return Term(value: map, references: references)
      default: return try word()
      }
    }

    /// A value, a reference, or what else a configuration of this program has; any other word is a mistake in it.
    private mutating func word() throws -> Term {
      // What a variable must match.
      if rest.hasPrefix("can(regex(\""), rest.hasSuffix(")") {
        defer { rest = "" }
        return Term(references: [String(rest)])
      }
      let word = String(rest.prefix { !",]} ".contains($0) })
      guard !word.isEmpty else { throw Surprise(line: String(rest)) }
      rest.removeFirst(word.count)
      if let whole = Int(word) { return Term(value: whole) }
      if let number = Double(word) { return Term(value: number) }
      if word == "true" || word == "false" { return Term(value: word == "true") }
      if ["string", "list(string)"].contains(word) { return Term(references: [word]) }
      return try reference(word)
    }

    private func reference(_ word: String) throws -> Term {
      let parts = word.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
      guard !parts.contains("") else { throw Surprise(line: word) }
      if parts[0] == "var", parts.count == 2, let value = Self.variables[parts[1]] {
        return Term(value: value, references: [word])
      }
      if parts[0].hasPrefix("aws_"), 2...3 ~= parts.count {
        return Term(references: [word, parts.prefix(2).joined(separator: ".")])
      }
      if parts[0] == "data", parts.count == 4 { return Term(references: [word]) }
      throw Surprise(line: word)
    }

    /// A text, which is unknown where an expression stands in it.
    private mutating func text() throws -> Term {
      var text = ""
      var references: [String] = []
      rest.removeFirst()
      while let character = rest.popFirst(), character != "\"" {
        if character == "\\", let escaped = rest.popFirst() {
          switch escaped {
          case "n": text += "\n"
          case "t": text += "\t"
          case "U":
            let digits = rest.prefix(8)
            rest.removeFirst(8)
            UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init).map { text.unicodeScalars.append($0) }
          default: text.append(escaped)
          }
        } else if "$%".contains(character), rest.hasPrefix("\(character){") {
          text += "\(character){"
          rest.removeFirst(2)
        } else if "$%".contains(character), rest.first == "{" {
          let expression = rest.dropFirst().prefix { $0 != "}" }
          guard rest.dropFirst(expression.count + 1).first == "}" else { throw Surprise(line: String(rest)) }
          rest.removeFirst(expression.count + 2)
          references +=
            expression.hasPrefix("join(")
            ? [String(expression)] : try reference(String(expression)).references
        } else {
          text.append(character)
        }
      }
      return Term(value: references.isEmpty ? text : nil, references: references)
    }
  }
}
