internal import Typography

/// How text is written in HCL, so that nothing in it is an expression.
enum HCLText {
  static func quoted(_ text: String) -> String { "\"\(escaped(text))\"" }

  /// The text as it stands between quotes.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": escaped += "\\\""
      case "\\": escaped += "\\\\"
      case "\n": escaped += "\\n"
      case "\t": escaped += "\\t"
      case _ where scalar.isPlain: escaped.unicodeScalars.append(scalar)
      default:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        escaped += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
      }
    }
    return templated(escaped)
  }

  /// Text of a heredoc, in which only what begins an expression is special.
  static func templated(_ text: String) -> String {
    text.replacing("${", with: "$${").replacing("%{", with: "%%{")
  }
}
