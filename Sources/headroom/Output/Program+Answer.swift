import ArgumentParser
import Files
import Glibc

extension Program {
  /// What another program printed, and how it ended.
  struct Answer {
    let exit: Int
    let output: [UInt8]
    let error: String
  }

  /// Runs a program to its end with nothing on its standard input, and keeps what it prints; no shell reads the words.
  ///
  /// The environment is that of this process with some variables set anew; nil where there is no such program.
  static func answer(_ name: String, _ arguments: [String], environment: [String: String]) throws -> Answer? {
    // Files, which take any amount in any order, and go with the process.
    guard let output = tmpfile(), let error = tmpfile() else {
      throw Failure.cannotCreate(
        "headroom: cannot create a temporary file: \(String(cString: strerror(errno)))")
    }
    defer {
      fclose(output)
      fclose(error)
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, fileno(output), STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, fileno(error), STDERR_FILENO)
    var child = pid_t()
    let words = ([name] + arguments).map { strdup($0) } + [nil]
    let variables =
      (inherited(without: environment) + environment.map { "\($0.key)=\($0.value)" }).map { strdup($0) } + [
        nil
      ]
    defer { (words + variables).forEach { free($0) } }
    let problem = posix_spawnp(&child, name, &actions, nil, words, variables)
    guard problem == 0 else { return nil }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return Answer(
      exit: Int(signal == 0 ? status >> 8 & 0xFF : 128 + signal), output: bytes(of: output),
      error: String(decoding: bytes(of: error), as: UTF8.self))
  }

  private static func inherited(without own: [String: String]) -> [String] {
    var variables: [String] = []
    var next = environ
    while let variable = next.pointee {
      let text = String(cString: variable)
      if own[String(text.prefix { $0 != "=" })] == nil { variables.append(text) }
      next += 1
    }
    return variables
  }

  private static func bytes(of file: UnsafeMutablePointer<FILE>) -> [UInt8] {
    var size = stat()
    guard fstat(fileno(file), &size) == 0 else { return [] }
    var bytes = [UInt8](repeating: 0, count: Int(size.st_size))
    rewind(file)
    let count = fread(&bytes, 1, bytes.count, file)
    return Array(bytes.prefix(count))
  }
}
