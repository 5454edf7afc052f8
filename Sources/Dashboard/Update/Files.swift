import Exports
import Planning

extension State {
  mutating func save() -> [Effect] {
    guard path != nil else {
      askForPath()
      return []
    }
    guard isUnsaved else {
      notice = Notice(text: "nothing to save: the profile is as the file has it")
      return []
    }
    let bases = changedBases
    guard bases.isEmpty else {
      overlays.append(.question(.extended(bases), selected: 0))
      return []
    }
    return [.save(profile, into: .whereItStands, over: false)]
  }

  mutating func askForPath() {
    overlays.append(.prompt(Prompt(purpose: .saveAs, text: path ?? "fleet.yaml")))
  }

  mutating func askWhereToWrite() {
    overlays.append(.prompt(Prompt(purpose: .writeCommands, text: "request-quotas.sh")))
  }

  mutating func reload() -> [Effect] {
    guard path != nil else {
      notice = Notice(text: "the guide is inside the program: there is no file to read again")
      return []
    }
    guard isUnsaved else { return [.reload] }
    overlays.append(.question(.reload, selected: 0))
    return []
  }

  mutating func accept(_ prompt: Prompt) -> [Effect] {
    guard !prompt.text.isEmpty else { return [] }
    switch prompt.purpose {
    case .find: return []
    case .saveAs: return [.saveAs(profile, path: prompt.text, over: false)]
    case .writeCommands: return [.write(QuotaScript(plan).text, path: prompt.text)]
    }
  }

  mutating func decide(_ decision: Question.Decision, _ question: Question) -> [Effect] {
    switch (decision, question) {
    case (.quit, _): return [.quit]
    case (.saveAndQuit, _):
      quitsAfterSaving = true
      return save()
    case (.reload, _): return [.reload]
    case (.overwrite, .overwrite(let path)): return [.saveAs(profile, path: path, over: true)]
    case (.recover, .recover(let profile)): replace(with: profile, summary: "changes of the last session")
    case (.forget, _): return [.forgetRecovery]
    case (.keepMine, _): return [.save(profile, into: .whereItStands, over: true)]
    case (.intoExtended, _): return [.save(profile, into: .whereItStands, over: false)]
    case (.intoProfile, _): return [.save(profile, into: .profileItself, over: false)]
    case (.takeTheirs, _): return [.reload]
    case (.showDifferences, .changedOnDisk(let theirs)):
      overlays += [.question(question, selected: 0), .differences(from: theirs, offset: 0)]
    default: quitsAfterSaving = false
    }
    return []
  }

  /// Takes note of what an effect came to.
  mutating func hear(_ result: Message) -> [Effect] {
    switch result {
    case .saved(let document):
      adopt(document, showing: document.profile)
      notice = Notice(text: "saved \(document.path ?? "")")
      if quitsAfterSaving { return [.quit] }
    case .reloaded(let document):
      adoptTheirs(document)
    case .changedOnDisk(let theirs):
      overlays.append(.question(.changedOnDisk(theirs), selected: 0))
    case .alreadyExists(let path):
      overlays.append(.question(.overwrite(path: path), selected: 0))
    case .found(let recovery):
      overlays.append(.question(.recover(recovery), selected: 0))
    case .did(let text):
      notice = Notice(text: text)
    case .failed(let text):
      quitsAfterSaving = false
      notice = Notice(text: text, kind: .failure)
    default: break
    }
    return []
  }

  /// Shows what the file holds now; undo brings back what was edited here.
  private mutating func adoptTheirs(_ document: Document) {
    let mine = profile
    adopt(document, showing: mine)
    if mine == document.profile {
      notice = Notice(text: "read \(document.path ?? "")")
    } else {
      replace(with: document.profile, summary: "read the file again")
      notice = Notice(text: "read \(document.path ?? ""); undo brings your values back")
    }
  }
}
