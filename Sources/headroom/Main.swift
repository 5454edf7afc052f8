import ArgumentParser
import Dispatch
import Glibc
import ProfileFiles
import Typography

/// Runs a command on the thread that the process starts with.
///
/// An asynchronous entry point would move everything to another thread, and signals of the terminal, such as a new size
/// or ^Z, only ever reach the first one. A command that asks for threads gets them while this one waits.
@main
enum Main {
  static func main() {
    // A file that may not grow as large as it should is a write that fails, and is told as one.
    signal(SIGXFSZ, SIG_IGN)
    do {
      var command = try Headroom.parseAsRoot()
      if let command = command as? any AsyncParsableCommand {
        run(command)
      } else {
        try command.run()
      }
    } catch {
      leave(because: error)
    }
  }

  /// Ends the process with what there is to say: help on standard output, a mistake on standard error.
  ///
  /// A mistake quotes arguments, which may be names of files that somebody else chose.
  private static func leave(because error: any Error) -> Never {
    let code = Headroom.exitCode(for: error)
    let message = Headroom.fullMessage(for: error)
    if code == .success {
      do throws(OutputFileError) {
        try StandardOutput.write(message + "\n")
      } catch {
        StandardError.write(Failure(error).message)
        exit(EX_IOERR)
      }
    } else if !message.isEmpty {
      let lines = message.split(separator: "\n", omittingEmptySubsequences: false)
      StandardError.write(lines.map { String($0).printable }.joined(separator: "\n"))
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
