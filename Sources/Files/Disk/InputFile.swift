internal import Glibc

/// The bytes of a file that somebody names, whatever it turns out to be.
package enum InputFile {
  /// What a regular file of some kind says, by the reader of its bytes.
  package static func read<Value>(
    _ path: String, as kind: FileKind, by reader: ([UInt8]) throws(Rejection) -> Value
  ) throws(InputFileError) -> Value {
    try value(of: path, as: kind, by: reader) { () throws(FileObstacle) in try bytes(at: path, of: kind) }
  }

  /// What standard input says, by the reader of its bytes.
  static func readStandardInput<Value>(
    as kind: FileKind, by reader: ([UInt8]) throws(Rejection) -> Value
  ) throws(InputFileError) -> Value {
    try value(of: standardInputName, as: kind, by: reader) { () throws(FileObstacle) in
      try standardInput(of: kind)
    }
  }

  /// What messages call standard input.
  static let standardInputName = "<stdin>"

  private static func value<Value>(
    of name: String, as kind: FileKind, by reader: ([UInt8]) throws(Rejection) -> Value,
    bytes: () throws(FileObstacle) -> [UInt8]
  ) throws(InputFileError) -> Value {
    let read: [UInt8]
    do {
      read = try bytes()
    } catch {
      throw .cannotRead(name, error, kind)
    }
    do {
      return try reader(read)
    } catch {
      throw .wrong(error)
    }
  }

  /// The bytes of a regular file, or enough of them to see that it is larger than any of its kind.
  static func bytes(at path: String, of kind: FileKind) throws(FileObstacle) -> [UInt8] {
    // Without O_NONBLOCK a pipe with no writer would never open.
    let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY
    let descriptor = path.withSystemPath { open($0, flags) }
    guard descriptor >= 0 else { throw FileObstacle(errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileObstacle(errno) }
    if let obstacle = FileObstacle(mode: status.st_mode) { throw obstacle }
    return try readAll(descriptor, kind)
  }

  /// Hands on the bytes of a regular file, or of standard input for nil, as they come, until `take` wants no more.
  static func stream(_ path: String?, _ take: ([UInt8]) -> Bool) throws(FileObstacle) {
    guard let path else { return try stream(STDIN_FILENO, take) }
    let descriptor = path.withSystemPath { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY) }
    guard descriptor >= 0 else { throw FileObstacle(errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileObstacle(errno) }
    if let obstacle = FileObstacle(mode: status.st_mode) { throw obstacle }
    try stream(descriptor, take)
  }

  private static func stream(_ descriptor: Int32, _ take: ([UInt8]) -> Bool) throws(FileObstacle) {
    while true {
      guard let chunk = Descriptor.read(descriptor, room: 1 << 18) else { throw FileObstacle(errno) }
      if chunk.isEmpty || !take(chunk) { return }
    }
  }

  private static func standardInput(of kind: FileKind) throws(FileObstacle) -> [UInt8] {
    var status = stat()
    guard fstat(STDIN_FILENO, &status) == 0 else { throw FileObstacle(errno) }
    if status.st_mode & S_IFMT == S_IFDIR { throw .directory }
    return try readAll(STDIN_FILENO, kind)
  }

  /// Waits until standard input holds something or has ended.
  package static func awaitStandardInput() {
    Descriptor.wait(for: POLLIN, on: STDIN_FILENO)
  }

  private static func readAll(_ descriptor: Int32, _ kind: FileKind) throws(FileObstacle) -> [UInt8] {
    let limit = kind.sizeLimit + 1
    var bytes: [UInt8] = []
    while bytes.count < limit {
      guard let chunk = Descriptor.read(descriptor, room: min(limit - bytes.count, 1 << 16)) else {
        throw FileObstacle(errno)
      }
      if chunk.isEmpty { break }
      bytes += chunk
    }
    return bytes
  }
}
