import ArgumentParser
import Files
import Typography

struct MergeCommand: HeadroomCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Merge what two people made of one profile, key by key, with the comments of both.",
    discussion: """
      EXAMPLES:
        headroom merge base.yaml ours.yaml theirs.yaml > fleet.yaml
        headroom merge --install                   git merges *.yaml of this repository with it from now on
        headroom merge --install 'fleets/*.yaml'   only these files

      What both changed differently is named, and stands in the result between the markers that git uses.
      Files that are no profiles are left to `git merge-file`. Ends with 1 if something is left to decide.
      """)

  @Argument(
    help: ArgumentHelp(
      "The profile before, ours and theirs; with --install patterns of files, by default *.yaml.",
      valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var files: [String] = []

  @Flag(help: "Write the result over ours instead of printing it, as a merge driver of git does.")
  var inPlace = false

  @Option(
    help: ArgumentHelp("What messages call the file, and where what it extends is found.", valueName: "path"))
  var name: String?

  @Option(help: ArgumentHelp("How many signs begin a marker.", valueName: "count"))
  var markerSize = ConflictMarkers.sizeOfGit

  @Flag(
    help:
      "Make this the merge driver of the git repository around the current folder, and say what that does.")
  var install = false

  func validate() throws {
    if install { return }
    guard files.count == 3 else {
      throw ValidationError("expected three files, BASE OURS THEIRS, and found \(files.count).")
    }
    guard (1...1000).contains(markerSize) else {
      throw ValidationError("--marker-size takes a whole number from 1 to 1,000.")
    }
  }

  func perform() throws -> ExitCode {
    install ? try MergeDriver(patterns: files.isEmpty ? ["*.yaml"] : files).install() : try merge()
  }

  private func merge() throws -> ExitCode {
    let (base, ours, theirs) = (files[0], files[1], files[2])
    let name = name ?? ours
    let merged: ProfileMerge?
    do throws(InputFileError) {
      merged = try ProfileFile.merge(
        base: base, ours: ours, theirs: theirs, markers: ConflictMarkers(size: markerSize))
    } catch {
      throw Failure(error)
    }
    guard let merged else { return try mergeAsText(base, ours, theirs) }
    if inPlace {
      do throws(SaveProblem) { try ProfileFile.replace(ours, with: merged.text) } catch {
        throw Failure(error)
      }
    } else {
      try StandardOutput.print(String(decoding: merged.text, as: UTF8.self))
    }
    for conflict in merged.conflicts { StandardError.write("\(name.printable): \(conflict)") }
    if !merged.conflicts.isEmpty { return .failure }
    do {
      try ProfileFile.check(merged.text, at: name)
      return .success
    } catch {
      StandardError.write("\(error)\n\(name.printable): each change is right, and both together are not")
      return .failure
    }
  }

  /// Merges line by line what is no profile.
  private func mergeAsText(_ base: String, _ ours: String, _ theirs: String) throws -> ExitCode {
    let labels = ["-L", "ours", "-L", "base", "-L", "theirs", "--marker-size=\(markerSize)"]
    let code = try Program.run(
      "git", ["merge-file"] + (inPlace ? [] : ["-p"]) + labels + ["--", ours, base, theirs])
    // A negative count of conflicts is an error, which is 255 here.
    return ExitCode(code > 127 ? 65 : min(1, code))
  }
}
