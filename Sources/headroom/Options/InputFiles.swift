import Files
import Glibc
import Synchronization

/// The files that this run of the program reads: none of its outputs may be one of them, whatever name or link leads
/// there.
enum InputFiles {
  private static let names = Mutex<[FileIdentity: String]>([:])

  /// Takes note of a file that a command is about to read; `-` is standard input.
  static func note(_ path: String) {
    let isInput = path == ProfileFile.standardInput
    guard let file = isInput ? FileIdentity(of: STDIN_FILENO) : FileIdentity(at: path) else { return }
    // The first name stays, whichever core reads the file first.
    names.withLock { names in if names[file] == nil { names[file] = path } }
  }

  /// Reads a file for a command: every way to fail ends in a message and an exit code.
  static func read<Value>(
    _ path: String, by reader: (String) throws(InputFileError) -> Value
  ) throws -> Value {
    note(path)
    do throws(InputFileError) {
      return try reader(path)
    } catch {
      throw Failure(error)
    }
  }

  /// Why an output is refused that is one of the inputs; nil for any other.
  static func refusal(of output: String, namedBy option: String) -> Failure? {
    guard let file = FileIdentity(at: output), let input = names.withLock({ $0[file] }) else { return nil }
    let other = input == output ? "" : ", by another name: \(input.quotedPath)"
    return .usage(
      "headroom: \(option) would replace a file that this command reads: \(output.quotedPath)\(other); name another"
    )
  }
}
