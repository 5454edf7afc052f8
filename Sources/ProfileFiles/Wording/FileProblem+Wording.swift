internal import Typography

extension ProfileRejection: CustomStringConvertible {
  /// A line for each mistake, how many more there are, and how the files come together where there are several.
  package var description: String {
    let rest = more == 0 ? [] : ["and \(Numbers.grouped(more)) more"]
    let chain = chain.count > 1 ? [chain.chainText] : []
    return (problems.map(\.description) + rest + chain).joined(separator: "\n")
  }
}

extension ProfileFileError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .wrong(let rejection): rejection.description
    case .cannotRead(let path, let obstacle): "\(path.printable): \(obstacle.text)"
    }
  }
}

extension SaveProblem: CustomStringConvertible {
  package var description: String {
    switch self {
    case .noFile: "there is no file to save to; save as another"
    case .changedOnDisk(let path, let theirs):
      "\(path.printable) changed on disk since it was read\(theirs == nil ? ", and is no longer a profile" : "")"
    case .alreadyExists(let path): "\(path.printable) already exists"
    case .inexpressible(let keys):
      "nothing was written: the file cannot be changed to say \(keys.prefix(3).joined(separator: ", "))"
    case .cannotWrite(let path, let obstacle): "\(path.printable) was not written: \(obstacle.text)"
    }
  }
}

extension BaseProblem {
  /// What keeps a profile from extending another one.
  var text: String {
    switch self {
    case .noFolder: "a profile that comes from no folder cannot extend another"
    case .notRelative: "expected a path from the folder of this file"
    case .outside(let root): "this leads out of \(root.printable), and nothing outside is read"
    case .cycle: "the files extend each other in a circle"
    case .tooDeep(let limit): "more than \(limit) files extend each other"
    case .cannotRead(let obstacle): obstacle.text
    }
  }
}

extension FileObstacle {
  var text: String {
    switch self {
    case .missing: "no such file"
    case .forbidden: "permission denied"
    case .directory: "is a directory; expected a profile"
    case .notRegular: "is not a regular file"
    case .foreignOwner: "belongs to somebody else, who would lose it; save as another file"
    case .system(let message): message
    }
  }
}

extension [String] {
  /// `a.yaml extends b.yaml extends c.yaml`
  fileprivate var chainText: String { map { $0.clippedPrintable(to: 200) }.joined(separator: " extends ") }
}
