internal import CFiles
internal import Glibc

extension Draft {
  /// Takes on the owner, the attributes and the mode of the file that it will replace.
  ///
  /// - Returns: what it cannot take on.
  func resemble(_ original: Original) throws(FileObstacle) -> [SaveRemark] {
    let status = original.status
    var own = stat()
    guard fstat(descriptor, &own) == 0 else { throw FileObstacle(errno) }
    if (own.st_uid, own.st_gid) != (status.st_uid, status.st_gid) {
      guard fchown(descriptor, status.st_uid, status.st_gid) == 0 else { throw .foreignOwner }
    }
    let lost = Attributes.copy(from: original.descriptor, to: descriptor)
    // After the attributes, since an access list changes the mode too.
    guard fchmod(descriptor, status.st_mode & 0o7777) == 0 else { throw FileObstacle(errno) }
    return (status.st_nlink > 1 ? [.otherNames] : []) + (lost.isEmpty ? [] : [.attributes(lost)])
  }
}

/// The extended attributes of open files, access lists among them.
private enum Attributes {
  /// Makes the attributes of one file those of another.
  ///
  /// - Returns: the names of those that the new file does not have.
  static func copy(from old: Int32, to new: Int32) -> [String] {
    let wanted = names(of: old)
    for name in names(of: new) where !wanted.contains(name) { fremovexattr(new, name) }
    return wanted.filter { name in
      let value = value(of: name, on: old)
      guard value == nil || value != self.value(of: name, on: new) else { return false }
      return value.map { fsetxattr(new, name, $0, $0.count, 0) != 0 } ?? true
    }
  }

  private static func names(of descriptor: Int32) -> [String] {
    let bytes = filled { flistxattr(descriptor, $0, $1) } ?? []
    return bytes.split(separator: 0).map { String(decoding: $0.map(UInt8.init(bitPattern:)), as: UTF8.self) }
  }

  private static func value(of name: String, on descriptor: Int32) -> [CChar]? {
    filled { fgetxattr(descriptor, name, $0, $1) }
  }

  /// The system has no attribute, and no list of names, that is larger.
  private static let sizeLimit = 1 << 16

  private static func filled(by call: (UnsafeMutablePointer<CChar>?, Int) -> Int) -> [CChar]? {
    var isKnown = false
    let bytes = [CChar](unsafeUninitializedCapacity: sizeLimit) { buffer, count in
      let length = call(buffer.baseAddress, sizeLimit)
      isKnown = length >= 0
      count = max(0, length)
    }
    return isKnown ? bytes : nil
  }
}
