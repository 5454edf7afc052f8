internal import Glibc

/// Tells when something in the folder of a file may have changed it; costs nothing while nothing does.
///
/// The folder is watched, since editors put a new file into the place of the old one.
package final class FileWatch: Sendable {
  /// What can be read once there is something to look at.
  package let descriptor: Int32

  /// Nil where the system watches nothing more.
  package init?(_ path: String) {
    let opened = inotify_init1(O_NONBLOCK | O_CLOEXEC)
    guard opened >= 0 else { return nil }
    let mask = UInt32(IN_CLOSE_WRITE | IN_MOVED_TO | IN_DELETE)
    guard (path.resolved ?? path).folder.withSystemPath({ inotify_add_watch(opened, $0, mask) }) >= 0 else {
      close(opened)
      return nil
    }
    descriptor = opened
  }

  deinit { close(descriptor) }

  /// Takes what there is to read, so that only what comes later is told again.
  package func drain() {
    withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 8) { buffer in
      while read(descriptor, buffer.baseAddress, buffer.count) > 0 {}
    }
  }
}
