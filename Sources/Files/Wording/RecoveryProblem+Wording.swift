internal import Typography

extension RecoveryProblem: CustomStringConvertible {
  package var description: String {
    switch self {
    case .noFolder: "there is no home folder to keep them in"
    case .inexpressible(let keys):
      "no file can be made to say \(keys.prefix(3).joined(separator: ", "))"
    case .cannotWrite(let folder, let obstacle): "\(obstacle.text), in \(folder.printable)"
    case .cannotRead(let path, let obstacle): "\(path.printable): \(obstacle.text)"
    case .wrong(let path, let flaw): "\(path.printable): \(flaw.text)"
    }
  }
}

extension KeptChangesFlaw {
  fileprivate var text: String {
    switch self {
    case .notKeptChanges: "these are no changes as headroom keeps them"
    case .otherFormat(let format): "\(format.excerpt) is not a format that this version reads"
    case .otherProfile(let path): "these are changes of \(path.clippedPrintable(to: 80))"
    case .unknownKey(let key): "\(key.excerpt) is not a key that this version knows"
    case .wrongValue(let key): "the value of \(key) is not one that it can have"
    }
  }
}
