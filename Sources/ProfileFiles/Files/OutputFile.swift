internal import Glibc

/// A file that a report is written to.
package enum OutputFile {
  /// What writes a text piece by piece.
  package typealias Body = (_ write: (String) throws(OutputFileError) -> Void) throws(OutputFileError) -> Void

  /// Writes a text to a path, creating the file or replacing what it held; a device takes it as it comes.
  package static func write(_ text: String, to path: String) throws(OutputFileError) {
    try stream(to: path) { write throws(OutputFileError) in try write(text) }
  }

  /// Opens a path as `write` does, for as many pieces as the body writes.
  package static func stream(to path: String, _ body: Body) throws(OutputFileError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .cannotCreate(path, String(cString: strerror(errno))) }
    do throws(OutputFileError) {
      try body { text throws(OutputFileError) in
        if let reason = writeAll(text, to: descriptor) { throw .cannotWrite(path, reason) }
      }
    } catch {
      close(descriptor)
      throw error
    }
    // Some file systems tell only now that there was no room.
    guard close(descriptor) == 0 else { throw .cannotWrite(path, String(cString: strerror(errno))) }
  }

  /// Writes all of a text to an open descriptor.
  ///
  /// - Returns: nil when everything was written, else the system's reason.
  package static func writeAll(_ text: String, to descriptor: Int32) -> String? {
    var text = text
    return text.withUTF8 { bytes in
      var written = 0
      while written < bytes.count {
        let count = Glibc.write(descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
        if count >= 0 {
          written += count
        } else if errno != EINTR {
          return String(cString: strerror(errno))
        }
      }
      return nil
    }
  }
}

/// Why a report could not be written, with the system's reason.
package enum OutputFileError: Error, Hashable, Sendable {
  case cannotCreate(String, String)
  case cannotWrite(String, String)
}
