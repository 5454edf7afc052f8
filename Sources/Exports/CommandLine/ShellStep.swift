internal import Typography

/// Commands of a script that run where a variable holds a name.
struct ShellStep {
  /// The functions that it calls.
  let functions: [String]
  let text: String

  init(_ variable: String, _ title: String, functions: [String], _ commands: [String]) {
    self.functions = functions
    text = """

      # \(title)
      if [ -n "${\(variable):-}" ]; then
      \(commands.map { "  \($0)" }.joined(separator: "\n"))
      else
        say '\(variable) is not given: nothing is changed there.'
      fi

      """
  }
}

extension ShellStep {
  /// A call of a function, whose arguments the shell takes as they are.
  static func call(_ function: String, _ arguments: [String]) -> String {
    ([function] + arguments.map(ShellCommand.word)).joined(separator: " ")
  }
}
