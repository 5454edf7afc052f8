/// How text is written in HCL, so that nothing in it is an expression.
enum HCLText {
  static func quoted(_ text: String) -> String { "\"\(escaped(text))\"" }

  /// The text as it stands between quotes.
  static func escaped(_ text: String) -> String { templated(text.escapedForDoubleQuotes) }

  /// Text of a heredoc, in which only what begins an expression is special.
  static func templated(_ text: String) -> String {
    text.replacing("${", with: "$${").replacing("%{", with: "%%{")
  }
}
