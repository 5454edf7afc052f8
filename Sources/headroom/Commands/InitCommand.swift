import ArgumentParser
import Glibc
import Planning
import ProfileFiles
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
    help: "The profile to write. Without it: standard output.",
    completion: .file(extensions: ["yaml", "yml"]))
  var file: String?

  @OptionGroup(title: "Answers") var answers: DraftAnswers

  @Flag(name: [.customShort("y"), .long], help: "Ask nothing.")
  var yes = false

  @Flag(help: "Replace the file if there is one.")
  var force = false

  func perform() throws -> ExitCode {
    if let file, !force, access(file, F_OK) == 0 { throw exists(file) }
    var draft = ProfileDraft()
    try answers.give(to: &draft)
    if !yes, StandardInput.isTerminal, StandardError.isTerminal { try Interview.complete(&draft) }
    draft.acceptOffers()
    try write(draft)
    return .success
  }

  private func write(_ draft: ProfileDraft) throws {
    guard let file else { return try StandardOutput.print(draft.text) }
    do throws(SaveProblem) {
      try ProfileFile.create(draft, at: file, over: force)
    } catch .alreadyExists {
      throw exists(file)
    } catch {
      throw Failure.cannotCreate("headroom: \(error)")
    }
    StandardError.write("headroom: wrote \(file.printable); to open it: headroom \(file.printable)")
  }

  private func exists(_ file: String) -> Failure {
    .cannotCreate("headroom: \(file.printable) already exists; --force replaces it")
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
    let offer = draft.offer(for: question)
    StandardError.write("\n\(question.field.title)")
    if !question.advice.isEmpty { StandardError.write("  \(question.advice)") }
    while !draft.isAnswered(question) {
      StandardError.write("  [\(offer.text)] ", terminator: "")
      guard let line = readLine() else {
        throw Failure.usage("\nheadroom: the answers ended early; nothing was written")
      }
      let answer = line.trimmingSpaces.isEmpty ? offer.text : line.trimmingSpaces
      do throws(AnswerProblem) {
        try draft.answer(question, answer)
        let value = try question.value(of: answer)
        if let remark = question.remark(on: value) { StandardError.write("  \(remark)") }
      } catch {
        StandardError.write("  \(error)")
      }
    }
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    let start = drop { $0.isWhitespace }
    return String(start.reversed().drop { $0.isWhitespace }.reversed())
  }
}
