internal import Typography

extension Rejection: CustomStringConvertible {
  /// A line for each mistake, how many more there are, and how the files come together where there are several.
  package var description: String {
    let rest = more == 0 ? [] : ["and \(Numbers.grouped(more)) more"]
    let chain = chain.count > 1 ? [chain.chainText] : []
    return (mistakes.map(\.description) + rest + chain).joined(separator: "\n")
  }
}

extension InputFileError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .wrong(let rejection): rejection.description
    case .cannotRead(let path, .directory, let kind):
      "\(path.quotedPath): is a directory; expected a \(kind.noun)"
    case .cannotRead(let path, let obstacle, _): "\(path.quotedPath): \(obstacle.text)"
    }
  }

  /// The same with the reason first, for a line that may be cut at its end.
  package var reasonFirst: String {
    switch self {
    case .wrong(let rejection): rejection.description
    case .cannotRead(let path, let obstacle, _): "\(obstacle.text): \(path.quotedPath)"
    }
  }
}

extension SaveProblem: CustomStringConvertible {
  /// The reason first, since what stands at the end of a line may be cut off.
  package var description: String {
    switch self {
    case .noFile: "there is no file to save to; save as another"
    case .changedOnDisk(let path, let theirs):
      "changed on disk since it was read\(theirs == nil ? ", and no longer a profile" : ""): \(path.quotedPath)"
    case .alreadyExists(let path): "already exists: \(path.quotedPath)"
    case .inexpressible(let keys):
      "nothing was written: the file cannot be changed to say \(keys.prefix(3).joined(separator: ", "))"
    case .cannotWrite(let path, let obstacle): "cannot save: \(obstacle.text): \(path.quotedPath)"
    }
  }
}

extension SaveRemark: CustomStringConvertible {
  /// What there is to know of a file that was saved, to follow "saved" and its name.
  package var description: String {
    switch self {
    case .otherNames: "its other names (hard links) keep what it was"
    case .attributes(let names):
      "without its attributes \(names.map { $0.clippedPrintable() }.listed(conjunction: "and"))"
    case .unsynced(let obstacle): "a crash of the machine may undo it: \(obstacle.text)"
    }
  }
}

extension BaseProblem {
  /// What keeps a profile from extending another one.
  var text: String {
    switch self {
    case .noFolder: "a profile that comes from no folder cannot extend another"
    case .notRelative: "expected a path from the folder of this file"
    case .outside(let root): "this leads out of \(root.quotedPath), and nothing outside is read"
    case .cycle: "the files extend each other in a circle"
    case .tooDeep(let limit): "more than \(limit) files extend each other"
    case .cannotRead(let obstacle): obstacle.text
    }
  }
}

extension FileObstacle {
  package var text: String {
    switch self {
    case .missing: "no such file"
    case .forbidden: "permission denied"
    case .directory: "is a directory"
    case .notRegular: "is not a regular file"
    case .unreadPipe: "is a pipe that nobody reads"
    case .foreignOwner: "belongs to somebody else, who would lose it; save as another"
    case .noFolder: "no such folder"
    case .folderForbidden: "permission denied in its folder"
    case .torn(let copy, let reason):
      "\(reason.inSentence), and the file is half written; what it held is in \(copy.quotedPath)"
    case .system(let message): message.inSentence
    }
  }
}

extension String {
  /// A path as messages quote it: with escapes for what could instruct a terminal and for what is no text, and without
  /// its middle where it is longer than any that the system opens with ease.
  package var quotedPath: String { quoted(atMost: 800) }

  /// A text as `quotedPath` quotes a path, with about so many characters.
  package func quoted(atMost limit: Int) -> String {
    let scalars = unicodeScalars
    guard scalars.count > limit else { return Self.quoted(scalars) }
    return Self.quoted(scalars.prefix(limit / 2)) + "…" + Self.quoted(scalars.suffix(limit / 4))
  }

  private static func quoted(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    scalars.reduce(into: "") { text, scalar in
      text += scalar.pathByte.map { "\\x" + String($0, radix: 16, uppercase: true) } ?? String(scalar)
    }
    .printable
  }

  /// The system's reason in the middle of a sentence: "no space left on device", but "RPC failed".
  fileprivate var inSentence: String {
    guard let second = dropFirst().first, second.isLowercase else { return self }
    return prefix(1).lowercased() + dropFirst()
  }
}

extension [String] {
  /// `a.yaml extends b.yaml extends c.yaml`
  fileprivate var chainText: String { map { $0.clippedPrintable(to: 200) }.joined(separator: " extends ") }
}
