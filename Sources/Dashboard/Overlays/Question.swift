import Planning

/// A choice before something that cannot be taken back; the first answer stays where one is.
enum Question: Equatable, Sendable {
  case quit
  case reload
  case changedOnDisk(Document?)

  /// Changed values stand in these files, which the profile extends.
  case extended([String])
  case overwrite(path: String)
  case recover(Profile)

  enum Decision: Equatable, Sendable {
    case stay, quit, saveAndQuit, reload, keepMine, takeTheirs, showDifferences, overwrite, recover, forget
    case intoExtended, intoProfile
  }

  struct Answer: Equatable, Sendable {
    var label: String
    var decision: Decision

    init(_ label: String, _ decision: Decision) {
      self.label = label
      self.decision = decision
    }
  }

  var title: String {
    switch self {
    case .quit: "Quit without saving?"
    case .reload: "Read the file again?"
    case .changedOnDisk: "The file changed on disk"
    case .extended: "Where should the values go?"
    case .overwrite: "The file exists"
    case .recover: "Unsaved changes were kept"
    }
  }

  /// What there is to know before one answers.
  func lines(in state: State) -> [String] {
    switch self {
    case .quit: ["The profile has changes that are not saved."]
    case .reload: ["Your changes are not saved; undo brings them back."]
    case .changedOnDisk(nil):
      ["The file is gone or no longer a profile. Nothing has been written."]
    case .extended(let files):
      ["Some of them are set in \(files.joined(separator: ", ")), which other profiles may extend too."]
    case .changedOnDisk:
      ["Somebody saved another version since it was read here.", "Nothing has been written."]
    case .overwrite(let path): ["\(path) already exists."]
    case .recover(let kept):
      ["The last session ended before these changes were saved:"]
        + Question.summary(of: kept, in: state) + ["Restore them, or discard them?"]
    }
  }

  var answers: [Answer] {
    switch self {
    case .quit: [Answer("Stay", .stay), Answer("Save and quit", .saveAndQuit), Answer("Quit", .quit)]
    case .reload: [Answer("Stay", .stay), Answer("Read again", .reload)]
    case .changedOnDisk(nil): [Answer("Stay", .stay), Answer("Keep mine", .keepMine)]
    case .extended:
      [
        Answer("Stay", .stay), Answer("Into this profile only", .intoProfile),
        Answer("Into the file that has them", .intoExtended),
      ]
    case .changedOnDisk:
      [
        Answer("Stay", .stay), Answer("See the difference", .showDifferences),
        Answer("Keep mine", .keepMine), Answer("Take theirs", .takeTheirs),
      ]
    case .overwrite: [Answer("Stay", .stay), Answer("Replace it", .overwrite)]
    case .recover:
      [
        Answer("Later", .stay), Answer("Restore", .recover), Answer("Discard", .forget),
      ]
    }
  }

  /// The first few values that a kept profile changes.
  private static func summary(of kept: Profile, in state: State) -> [String] {
    let changes = state.comparison(from: state.saved, to: Plan(kept, facts: state.saved.facts)).changes
    let shown = changes.prefix(4).map { change in
      "  \(change.field.path)  \(change.old?.text ?? "not stated") → \(change.new?.text ?? "not stated")"
    }
    return shown + (changes.count > shown.count ? ["  and \(changes.count - shown.count) more"] : [])
  }
}
