internal import Glibc
package import Planning

/// Files that describe what an account has or shall have.
package enum AWSFiles {
  /// Reads what the AWS CLI printed: files, and folders with all their `*.json`.
  package static func account(_ paths: [String]) throws(InputFileError) -> Account {
    var reader = AnswerReader()
    for path in paths {
      for file in try answers(at: path) {
        try InputFile.read(file, as: .awsAnswer) { bytes throws(Rejection) in
          try reader.read(bytes, name: file)
        }
      }
    }
    return Account(reader.finish())
  }

  /// Reads what `terraform show -json` prints of a plan or a state; `prior` takes what a plan found, not what it makes of
  /// it.
  package static func terraform(_ path: String, prior: Bool = false) throws(InputFileError) -> Account {
    Account(
      try InputFile.read(path, as: .terraform) { bytes throws(Rejection) in
        try TerraformReader.read(bytes, name: path, prior: prior)
      })
  }

  /// Reads a template, or what `aws cloudformation get-template` prints.
  package static func cloudFormation(_ path: String) throws(InputFileError) -> Account {
    Account(
      try InputFile.read(path, as: .cloudFormation) { bytes throws(Rejection) in
        try TemplateReader.read(bytes, name: path)
      })
  }

  /// Reads a file of whichever of the three kinds it turns out to be, and folders of answers.
  package static func any(_ paths: [String]) throws(InputFileError) -> Account {
    guard paths.count == 1, let path = paths.first, !isFolder(path) else { return try account(paths) }
    return Account(
      try InputFile.read(path, as: .terraform) { bytes throws(Rejection) in try inventory(bytes, name: path) }
    )
  }

  /// Reads the bytes of one file of whichever kind it turns out to be.
  static func inventory(_ bytes: [UInt8], name: String) throws(Rejection) -> Inventory {
    let text = FileText(bytes, of: .terraform, name: name)
    guard text.flaw == nil, let root = try? JSONReader.read(text.source, skipping: TerraformReader.isSkipped)
    else { return try TemplateReader.read(bytes, name: name) }
    if TerraformReader.isPlanOrState(root) { return TerraformReader.inventory(root, text, prior: false) }
    if TemplateReader.isTemplate(root) { return try TemplateReader.read(bytes, name: name) }
    var reader = AnswerReader()
    try reader.read(bytes, name: name)
    return reader.finish()
  }

  /// Reads the bytes of one file of whichever kind it turns out to be.
  package static func account(_ bytes: [UInt8], name: String) throws(Rejection) -> Account {
    Account(try inventory(bytes, name: name))
  }

  /// The files that an earlier capture wrote into a folder; none where its own list is not there.
  package static func filesOfCapture(in folder: String) -> [String] {
    let list = (try? InputFile.bytes(at: "\(folder)/\(CaptureFile.name)", of: .awsAnswer)) ?? []
    return CaptureFile.files(of: list)
  }

  /// Whether a folder is there with files that no capture wrote, so that a capture would mix with them.
  package static func holdsSomethingElse(_ folder: String) -> Bool {
    let names = (try? Folder.names(in: folder)) ?? []
    return !names.isEmpty && filesOfCapture(in: folder).isEmpty
  }

  /// The day of the capture that a folder is, or that a file is part of; nil where nothing says it.
  package static func dayOfCapture(at path: String) -> Day? {
    let folder = isFolder(path) ? path : path.folder
    let list = (try? InputFile.bytes(at: "\(folder)/\(CaptureFile.name)", of: .awsAnswer)) ?? []
    return CaptureFile.day(of: list)
  }

  /// The listings of quotas in a folder, or the one that a path is.
  static func listingsOfQuotas(at path: String) -> [String] {
    guard isFolder(path) else { return [path] }
    return ((try? answers(at: path)) ?? []).filter {
      $0.lastComponent.hasPrefix("\(ResourceKind.quota.command).")
    }
  }

  private static func answers(at path: String) throws(InputFileError) -> [String] {
    guard isFolder(path) else { return [path] }
    let names: [String]
    do throws(FileObstacle) {
      names = try Folder.names(in: path).filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }
    } catch {
      throw .cannotRead(path, error, .awsAnswer)
    }
    guard !names.isEmpty else { throw .cannotRead("\(path)/*.json", .missing, .awsAnswer) }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map {
      path.hasSuffix("/") ? path + $0 : "\(path)/\($0)"
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return path.withSystemPath { stat($0, &status) } == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}

/// What files tell of an account, to look for a fleet in.
package struct Account {
  let inventory: Inventory

  init(_ inventory: Inventory) { self.inventory = inventory }
}
