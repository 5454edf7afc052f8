import Glibc

/// A program run to its end.
struct Child {
  let output: String

  /// Wall time from before it is started until it is gone.
  let seconds: Double

  /// The most memory that it held, in MB.
  let megabytes: Double

  /// Runs a program; what it prints is kept only where somebody asks, so that a cold start is not a lesson in pipes.
  init(_ arguments: [String], keepsOutput: Bool = true) throws {
    let file = keepsOutput ? try TemporaryFile() : nil
    defer { file?.remove() }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, file?.path ?? "/dev/null", O_WRONLY, 0)

    let words = arguments.map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    var child = pid_t()
    var status: Int32 = 0
    var usage = rusage()
    var spawned: Int32 = 0
    seconds = Stopwatch.seconds {
      spawned = posix_spawnp(&child, arguments[0], &actions, nil, words, environ)
      if spawned == 0 { wait4(child, &status, 0, &usage) }
    }
    guard spawned == 0, status == 0 else { throw ChildError(command: arguments.joined(separator: " ")) }
    megabytes = Double(usage.ru_maxrss) / 1024
    output = try file?.text() ?? ""
  }

  /// The numbers that the program printed.
  var numbers: [Double] { output.split(whereSeparator: \.isWhitespace).compactMap { Double($0) } }
}

struct ChildError: Error, CustomStringConvertible {
  let command: String

  var description: String { "this did not run: \(command)" }
}

private struct TemporaryFile {
  let path: String

  init() throws {
    var template = Array("/tmp/headroom-benchmark-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw ChildError(command: "mkstemp") }
    close(descriptor)
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  func text() throws -> String {
    guard let file = fopen(path, "r") else { throw ChildError(command: "fopen \(path)") }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes[..<count], as: UTF8.self)
  }

  func remove() { unlink(path) }
}
