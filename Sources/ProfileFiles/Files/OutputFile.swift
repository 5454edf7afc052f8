internal import Glibc

/// A file that a report is written to.
package enum OutputFile {
  /// Writes a text to a path, creating the file or replacing what it held; a device takes it as it comes.
  package static func write(_ text: String, to path: String) throws(OutputFileError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .cannotCreate(path, String(cString: strerror(errno))) }
    let failure = writeAll(text, to: descriptor)
    // Some file systems tell only now that there was no room.
    let closed = close(descriptor)
    if let failure { throw .cannotWrite(path, failure) }
    if closed != 0 { throw .cannotWrite(path, String(cString: strerror(errno))) }
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
