import ArgumentParser
import Files
import Glibc
import Planning
import Typography

/// One run of the reads, each into a file of its own.
struct Capture {
  let plan: CapturePlan
  let folder: String
  let region: String?
  var awsProfile: String?

  /// Asks until every name that an answer told is asked for; a call that is refused is told of, and the rest goes on.
  ///
  /// What was asked so far stands in the folder's own list after each call, so that a capture that is ended says what it
  /// has. `goesOn` is asked before each call, with how many were answered; false where it ended the reading.
  ///
  /// - Throws: nothing has been asked where the folder holds something else than a capture.
  @discardableResult
  func run(
    goesOn: (_ next: CaptureCall, _ made: Int) -> Bool = { _, _ in true },
    refused: (CaptureCall, _ words: String) -> Void
  ) throws -> Bool {
    guard !AWSFiles.holdsSomethingElse(folder) else {
      throw Failure.cannotCreate(
        "headroom: \(folder.quotedPath) holds something else than a capture: name another folder")
    }
    var record = CaptureFile(captured: .today, region: region ?? Environment.region)
    var done: [CaptureCall] = []
    var answered: [String] = []
    var next = plan.firstCalls
    // Names that one answer tells are asked for in the next round, until nothing new is told.
    while !next.isEmpty {
      for call in next {
        guard goesOn(call, done.count) else { return false }
        let answer = try answer(to: call)
        if done.isEmpty { try begin(after: answer) }
        done.append(call)
        let words = answer.exit == 0 ? nil : CaptureFile.words(of: answer.error)
        record.note(call, exit: answer.exit, error: words)
        if answer.exit == 0 {
          try write(String(decoding: answer.output, as: UTF8.self), to: call.file)
          answered.append(path(call.file))
        } else {
          refused(call, words ?? "")
        }
        try write(record.text, to: CaptureFile.name)
      }
      let account = try FoundFiles.read { () throws(InputFileError) in try AWSFiles.account(answered) }
      next = plan.calls(after: account).filter { !done.contains($0) }
    }
    return true
  }

  private func answer(to call: CaptureCall) throws -> Program.Answer {
    let place = (call.region ?? region).map { ["--region", $0] } ?? []
    let profile = awsProfile.map { ["--profile", $0] } ?? []
    let answer = try Program.answer(
      "aws", call.words + ["--output", "json"] + place + profile,
      environment: ["AWS_PAGER": "", "AWS_CLI_AUTO_PROMPT": "off"])
    guard let answer else {
      throw Failure.unavailable(
        "headroom: cannot start aws; install the AWS CLI, or take the reads to a machine that has it: headroom capture --script"
      )
    }
    return answer
  }

  /// Makes the folder once the CLI has answered, and takes out what an earlier capture left in it.
  private func begin(after answer: Program.Answer) throws {
    guard answer.exit == 0 else {
      throw Failure.unavailable(
        "headroom: aws: \(CaptureFile.words(of: answer.error))\nheadroom: to read on a machine that may: headroom capture --script"
      )
    }
    if folder.withSystemPath({ mkdir($0, 0o777) }) != 0, errno != EEXIST {
      throw Failure.cannotCreate(
        "headroom: cannot create \(folder.quotedPath): \(String(cString: strerror(errno)))")
    }
    for file in AWSFiles.filesOfCapture(in: folder) { _ = path(file).withSystemPath { unlink($0) } }
  }

  private func path(_ name: String) -> String { folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)" }

  private func write(_ text: String, to name: String) throws {
    do throws(OutputFileError) {
      _ = try OutputFile.write(text, to: path(name))
    } catch {
      throw Failure(error)
    }
  }
}

extension Failure {
  static func unavailable(_ message: String) -> Failure { Failure(message: message, code: ExitCode(69)) }
}

extension Environment {
  /// The Region that the AWS CLI is told by the environment.
  fileprivate static var region: String? {
    [self["AWS_REGION"], self["AWS_DEFAULT_REGION"]].compactMap(\.self).first { !$0.isEmpty }
  }
}
