import Files

/// Where one output of a command goes, and the option that says so.
struct OutputPath {
  private let option: String

  /// Nil for standard output.
  private let path: String?

  init(_ path: String?, option: String) {
    self.option = option
    self.path = path == OutputPath.standardOutput ? nil : path
  }

  /// What stands for standard output where a path is asked for.
  private static let standardOutput = "-"

  var isStandardOutput: Bool { path == nil }

  func print(_ text: String) throws {
    try stream { write throws(OutputFileError) in try write(text) }
  }

  /// Writes piece by piece, for output that is too long to hold; a file that was read meanwhile is spared too.
  func stream(_ body: OutputFile.Body) throws {
    guard let path else { return try StandardOutput.stream(body) }
    try spareInputs()
    do throws(OutputFileError) {
      let remarks = try OutputFile.stream(
        to: path, while: { InputFiles.refusal(of: path, namedBy: option) == nil }, body)
      for remark in remarks { StandardError.tell(remark, of: path) }
    } catch {
      throw Failure(error)
    }
    try spareInputs()
  }

  /// Refuses outputs that are inputs of the same command, or one another, before anything is written.
  static func spareInputs(_ outputs: OutputPath...) throws {
    for (index, output) in outputs.enumerated() {
      try output.spareInputs()
      for other in outputs[..<index] {
        guard let path = output.path, let otherPath = other.path else { continue }
        if OutputFile.isSame(path, otherPath) {
          throw Failure.usage(
            "headroom: \(other.option) and \(output.option) name the same file: \(path.quotedPath)")
        }
      }
    }
  }

  private func spareInputs() throws {
    if let path, let refusal = InputFiles.refusal(of: path, namedBy: option) { throw refusal }
  }
}
