import ArgumentParser
import Dispatch
import Files
import Glibc

/// Runs a command on the thread that the process starts with.
///
/// An asynchronous entry point would move everything to another thread, and signals of the terminal, such as a new size
/// or ^Z, only ever reach the first one. A command that asks for threads gets them while this one waits.
@main
enum Main {
  static func main() {
    // A file that grows beyond what the shell allows is an error like a full disk, and no end without a word.
    signal(SIGXFSZ, SIG_IGN)
    do {
      try GivenArguments.refuseLongOptions()
      var command = try parsed()
      if let command = command as? any AsyncParsableCommand {
        run(command)
      } else {
        try command.run()
      }
    } catch {
      leave(because: error)
    }
  }

  /// The command with its options; what is said of a mistake is said of the words as they were typed.
  private static func parsed() throws -> any ParsableCommand {
    let words = GivenArguments.all
    if let name = words.first, Headroom.commandsOfManyFiles.contains(name) {
      let joined = FileNames.joined(words)
      if joined.count < words.count, let command = try? Headroom.parseAsRoot(joined) { return command }
    }
    return try Headroom.parseAsRoot(words)
  }

  /// Ends the process with what there is to say: help on standard output, a mistake on standard error.
  private static func leave(because error: any Error) -> Never {
    let code = Headroom.exitCode(for: error)
    let said = Headroom.fullMessage(for: error)
    let message =
      GivenArguments.askForCompletions && code == .success ? Completions.offeringDefault(said) : said
    if code == .success {
      do throws(OutputFileError) {
        try StandardOutput.write(message + "\n")
      } catch {
        StandardError.write(Failure(error).message)
        exit(EX_IOERR)
      }
    } else if !message.isEmpty {
      StandardError.write(GivenArguments.quoted(in: message))
    }
    exit(code.rawValue)
  }

  /// Ends the process once the command is done, on threads of its own.
  private static func run(_ command: sending any AsyncParsableCommand) -> Never {
    Task {
      var command = command
      do {
        try await command.run()
        exit(EXIT_SUCCESS)
      } catch {
        leave(because: error)
      }
    }
    dispatchMain()
  }
}

/// The words after the name of the program, as they were typed.
enum GivenArguments {
  /// Names of files may hold any bytes, which `CommandLine.arguments` would repair, and so name other files.
  static let all: [String] = (1..<max(1, Int(CommandLine.argc))).compactMap { index in
    CommandLine.unsafeArgv[index].map { word in
      String(systemPath: UnsafeRawBufferPointer(start: word, count: strlen(word)))
    }
  }

  /// Says of a word that can be no option what would be said anyway, without first looking at length for one like it.
  static func refuseLongOptions() throws {
    let options = all.prefix { $0 != "--" }.filter { $0.hasPrefix("-") }
    let names = options.compactMap { $0.split(separator: "=", maxSplits: 1).first }
    if let name = names.first(where: { $0.utf8.count > longestPiece }) {
      throw ValidationError("Unknown option '\(String(name).quoted(atMost: longestPiece))'")
    }
  }

  /// Whether they ask for what a shell completes.
  static var askForCompletions: Bool { all.first?.hasPrefix("--generate-completion-script") == true }

  /// A message that quotes arguments, with each of them short and none of them able to instruct a terminal: they may be
  /// names of files that somebody else chose.
  static func quoted(in message: String) -> String {
    let lines = pieces.reduce(message) { $0.replacing($1, with: $1.quoted(atMost: longestPiece)) }
      .split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map { String($0).quoted(atMost: longestLine) }.joined(separator: "\n")
  }

  private static let longestPiece = 100
  private static let longestLine = 1000

  /// What a message may quote and should not as it is, the longest first.
  private static var pieces: [String] {
    let words = all.flatMap { [$0] + $0.split(separator: "=", maxSplits: 1).map(String.init) }
    return Set(words.filter { $0 != $0.quoted(atMost: longestPiece) }).sorted {
      $0.utf8.count > $1.utf8.count
    }
  }
}
