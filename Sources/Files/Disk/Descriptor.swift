internal import Glibc

/// Reading and writing what is open, until all of it is done.
///
/// A call that a signal interrupts is made again, and a stream that is not ready is waited for: whoever shares a terminal
/// or a pipe with the program may have made it one that does not wait by itself.
enum Descriptor {
  /// Writes all of the bytes.
  ///
  /// - Returns: 0, or the error of the system.
  static func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32 {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if !mayTryAgain(descriptor, POLLOUT) {
        return errno
      }
    }
    return 0
  }

  /// Reads what comes next, at most `room` bytes and none at the end; nil on an error, which `errno` names.
  static func read(_ descriptor: Int32, room: Int) -> [UInt8]? {
    var isRead = false
    let bytes = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      var got = Glibc.read(descriptor, buffer.baseAddress, room)
      while got < 0, mayTryAgain(descriptor, POLLIN) {
        got = Glibc.read(descriptor, buffer.baseAddress, room)
      }
      isRead = got >= 0
      count = max(0, got)
    }
    return isRead ? bytes : nil
  }

  /// What a file holds from its start, at most `limit` bytes of it; nil where that cannot be read.
  static func contents(of file: Int32, limit: Int) -> [UInt8]? {
    var isRead = true
    let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      while count < limit {
        let got = pread(file, buffer.baseAddress.map { $0 + count }, limit - count, off_t(count))
        if got > 0 {
          count += got
        } else if got == 0 {
          return
        } else if errno != EINTR {
          isRead = false
          return
        }
      }
    }
    return isRead ? bytes : nil
  }

  /// Writes all that a file holds on to another descriptor.
  ///
  /// - Returns: 0, or the error of the system.
  static func copyAll(of file: Int32, to descriptor: Int32) -> Int32 {
    guard lseek(file, 0, SEEK_SET) == 0 else { return errno }
    while true {
      guard let chunk = read(file, room: 1 << 16) else { return errno }
      if chunk.isEmpty { return 0 }
      let error = chunk.withUnsafeBytes { writeAll($0, to: descriptor) }
      if error != 0 { return error }
    }
  }

  /// Waits until a stream is ready for another call, if that is all that was wrong with the last one.
  private static func mayTryAgain(_ descriptor: Int32, _ event: Int32) -> Bool {
    guard errno == EAGAIN else { return errno == EINTR }
    wait(for: event, on: descriptor)
    return true
  }

  static func wait(for event: Int32, on descriptor: Int32) {
    var ready = pollfd(fd: descriptor, events: Int16(event), revents: 0)
    while poll(&ready, 1, -1) < 0, errno == EINTR {}
  }
}
