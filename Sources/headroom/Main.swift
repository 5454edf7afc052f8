import ArgumentParser
import Dispatch

/// Runs a command on the thread that the process starts with.
///
/// An asynchronous entry point would move everything to another thread, and signals of the terminal, such as a new size
/// or ^Z, only ever reach the first one. A command that asks for threads gets them while this one waits.
@main
enum Main {
  static func main() {
    do {
      var command = try Headroom.parseAsRoot()
      if let command = command as? any AsyncParsableCommand {
        run(command)
      } else {
        try command.run()
      }
    } catch {
      Headroom.exit(withError: error)
    }
  }

  /// Ends the process once the command is done, on threads of its own.
  private static func run(_ command: sending any AsyncParsableCommand) -> Never {
    Task {
      var command = command
      do {
        try await command.run()
        Headroom.exit()
      } catch {
        Headroom.exit(withError: error)
      }
    }
    dispatchMain()
  }
}
