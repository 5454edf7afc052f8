import Planning

extension State {
  /// Saves where the profile comes from; `quitting` ends the program once that is done.
  mutating func save(quitting: Bool = false) -> [Effect] {
    quitsAfterSaving = quitting && needsSaving
    savePlace = .whereItStands
    guard path != nil else {
      askForPath()
      return []
    }
    if let other = scenarios.foreignName {
      notice = Notice(
        text: "the sliders move \(scenarios.moved.letter), \(other): S saves it under a name, x turns back",
        kind: .caution)
      return []
    }
    guard !isLost else {
      overlays.append(Asked(.changedOnDisk(nil)))
      return []
    }
    guard isUnsaved else {
      notice = Notice(text: "nothing to save: nothing has been changed here")
      return []
    }
    let bases = changedBases
    guard bases.isEmpty else {
      overlays.append(Asked(.extended(bases)))
      return []
    }
    return [.save(profile, into: .whereItStands, over: false)]
  }

  mutating func askWhereToSave() {
    quitsAfterSaving = false
    askForPath()
  }

  private mutating func askForPath() {
    overlays.append(Prompt(purpose: .saveAs, text: path ?? "fleet.yaml"))
  }

  mutating func reload() -> [Effect] {
    guard path != nil else {
      notice = Notice(text: "the guide is inside the program: there is no file to read again")
      return []
    }
    guard isUnsaved else { return keep() + [.reload] }
    overlays.append(Asked(.reload))
    return []
  }

  mutating func decide(_ decision: Question.Decision, _ question: Question) -> [Effect] {
    switch (decision, question) {
    case (.quit, _): return [.discard(profile), .quit]
    case (.saveAndQuit, _): return save(quitting: true)
    case (.overwrite, .overwrite(let path)): return [.saveAs(profile, path: path, over: true)]
    case (.restore, .recover(let recovery)): return restore(recovery, keepingTheirs: false)
    case (.keepTheirs, .recover(let recovery)): return restore(recovery, keepingTheirs: true)
    case (.discard, .recover(let recovery)): return [.settle(recovery, .discarded)]
    case (.stay, .recover(let recovery)): return [.settle(recovery, .later)]
    case (.merge, _):
      quitsAfterSaving = false
      return keep() + [.readToMerge]
    case (.mine(let everywhere), .clash(let clashes)):
      settle(clashes, takingTheirs: false, everywhere: everywhere)
    case (.theirs(let everywhere), .clash(let clashes)):
      settle(clashes, takingTheirs: true, everywhere: everywhere)
    case (.keepMine, _): return [.save(profile, into: savePlace, over: true)]
    case (.intoExtended, _): return [.save(profile, into: .whereItStands, over: false)]
    case (.intoProfile, _):
      savePlace = .profileItself
      return [.save(profile, into: savePlace, over: false)]
    case (.reload, _), (.takeTheirs, _):
      quitsAfterSaving = false
      return keep() + [.reload]
    case (.showDifferences, .changedOnDisk(let theirs)):
      overlays += [Asked(question), ShownDifferences(document: theirs)] as [any Overlay]
    default: quitsAfterSaving = false
    }
    return []
  }

  /// Takes note of what an effect came to.
  mutating func hear(_ result: Message) -> [Effect] {
    switch result {
    case .saved(let document, let remark):
      let mine = profile
      adopt(document, showing: mine)
      // Somebody may have been faster than the program read it again.
      if mine != document.profile { replace(with: document.profile, summary: "what somebody else saved") }
      let others = mine == document.profile ? "" : "; somebody else saved after that, and undo takes it back"
      notice =
        remark.map { Notice(text: "saved, but \($0)\(others)", kind: .caution) }
        ?? Notice(text: "saved \(document.path ?? "")\(others)")
      // Nobody would read what there is to say besides.
      let isQuiet = remark == nil && others.isEmpty
      if quitsAfterSaving, isQuiet { return [.discard(profile), .quit] }
      quitsAfterSaving = false
    case .reloaded(let document):
      adoptTheirs(document)
    case .changedBeside(let document, let reason):
      takeNote(of: document, reason)
    case .edited(let document):
      adoptEdited(document)
    case .readToMerge(let document):
      merge(onto: document)
    case .changedOnDisk(let theirs):
      overlays.append(Asked(.changedOnDisk(theirs)))
    case .alreadyExists(let path):
      overlays.append(Asked(.overwrite(path: path)))
    case .found(let recoveries, let unreadable):
      if !unreadable.isEmpty { overlays.append(Asked(.unreadable(unreadable))) }
      overlays += recoveries.reversed().map { Asked(.recover($0)) }
    case .kept(let failure):
      if let failure, keepingFailure == nil {
        notice = Notice(text: "unsaved changes cannot be kept: \(failure)", kind: .failure)
      }
      keepingFailure = failure
    case .captured(let live): adopt(live)
    case .did(let text):
      notice = Notice(text: text)
    case .failed(let text):
      quitsAfterSaving = false
      notice = Notice(text: text, kind: .failure)
    default: break
    }
    return []
  }

  /// Shows the changes of an earlier session as one step, and keeps them as those of this one right away.
  private mutating func restore(_ recovery: Recovery, keepingTheirs: Bool) -> [Effect] {
    let (edit, keys) = recovery.restored(onto: profile, keepingTheirs: keepingTheirs)
    if edit.profile != profile { replace(with: edit.profile, summary: "changes of an earlier session") }
    notice = edit.consequence.map { Notice(text: $0) }
    return [.settle(recovery, .restored(keys: keys))] + settleWhatIsShown() + keep()
  }

  /// Nobody need be asked about changes that are on the screen by now.
  private mutating func settleWhatIsShown() -> [Effect] {
    var effects: [Effect] = []
    let profile = profile
    overlays.removeAll { overlay in
      guard case .recover(let other) = (overlay as? Asked)?.question, other.difference.holds(in: profile)
      else {
        return false
      }
      effects.append(.settle(other, .restored(keys: other.difference.paths)))
      return true
    }
    return effects
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
