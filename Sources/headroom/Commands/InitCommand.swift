import ArgumentParser
import Files
import Planning
import Typography

struct InitCommand: HeadroomCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a commented profile from a few answers.",
    discussion: """
      On a terminal it asks for each answer that no option gives. Elsewhere, or with --yes, it takes what it \
      would offer. The comments in the file say what to measure.

      EXAMPLES:
        headroom init fleet.yaml
        headroom init fleet.yaml --users 50000 --instance-type c7g.xlarge --yes
        headroom init --yes > fleet.yaml
      """)

  @Argument(
    help: "The profile to write. Without it, or with -: standard output.",
    completion: .file(extensions: ["yaml", "yml"]))
  var file: String?

  @OptionGroup(title: "Answers") var answers: DraftAnswers

  @Flag(name: [.customShort("y"), .long], help: "Ask nothing.")
  var yes = false

  @Flag(help: "Replace the file if there is one.")
  var force = false

  func perform() throws -> ExitCode {
    if let path, !force, FileIdentity(at: path) != nil { throw exists(path) }
    var draft = ProfileDraft()
    try answers.give(to: &draft)
    if !yes, StandardInput.isTerminal, StandardError.isTerminal { try Interview.complete(&draft) }
    draft.acceptOffers()
    try write(draft)
    return .success
  }

  /// Where the profile goes; nil for standard output.
  private var path: String? { file == ProfileFile.standardInput ? nil : file }

  private func write(_ draft: ProfileDraft) throws {
    guard let path else { return try StandardOutput.print(draft.text) }
    do throws(SaveProblem) {
      try ProfileFile.create(draft, at: path, over: force) { StandardError.tell($0, of: path) }
    } catch .alreadyExists {
      throw exists(path)
    } catch {
      throw Failure(error)
    }
    StandardError.write("headroom: wrote \(path.quotedPath); to open it: headroom \(path.quotedPath)")
  }

  private func exists(_ path: String) -> Failure {
    .cannotCreate("headroom: \(path.quotedPath) already exists; --force replaces it")
  }
}

/// Asks a person for what is not answered yet, one question after the other.
enum Interview {
  static func complete(_ draft: inout ProfileDraft) throws {
    StandardError.write("Enter takes the answer in brackets. Nothing is written before the last one.")
    for question in DraftQuestion.all where !draft.isAnswered(question) {
      try ask(question, for: &draft)
    }
  }

  private static func ask(_ question: DraftQuestion, for draft: inout ProfileDraft) throws {
    let offer = draft.offer(for: question)?.text ?? DraftQuestion.none
    StandardError.write("\n\(question.field.title)")
    if !question.advice.isEmpty { StandardError.write("  \(question.advice)") }
    while !draft.isAnswered(question) {
      StandardError.write("  [\(offer)] ", terminator: "")
      InputFile.awaitStandardInput()
      guard let line = readLine() else {
        throw Failure.usage("\nheadroom: the answers ended early; nothing was written")
      }
      let answer = line.trimmed.isEmpty ? offer : line.trimmed
      do throws(AnswerProblem) {
        try draft.answer(question, answer)
        if let value = try? question.value(of: answer), let remark = question.remark(on: value) {
          StandardError.write("  \(remark)")
        }
      } catch {
        StandardError.write("  \(error)")
      }
    }
  }
}
