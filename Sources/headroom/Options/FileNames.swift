import ArgumentParser
import Glibc

/// One name of a file on the command line, or a run of many.
///
/// The parser takes time by the square of the number of words, so that a long run of names is handed past it as one word.
struct FileNames: ExpressibleByArgument {
  let paths: [String]

  init?(argument: String) {
    paths = Self.run(standingAt: argument) ?? [argument]
  }

  /// The words of a command line with one in the place of every long run of names.
  ///
  /// The first word of a run stays, since it may be the value of an option.
  static func joined(_ words: [String]) -> [String] {
    var joined: [String] = []
    var start = 0
    while start < words.count {
      let run = words[start...].prefix { !$0.hasPrefix("-") }
      if run.count > longRun {
        joined += [run[start], "\(mark)\(start + 1)\(mark)\(run.endIndex)"]
        start = run.endIndex
      } else {
        joined += words[start...start]
        start += 1
      }
    }
    return joined
  }

  private static func run(standingAt argument: String) -> [String]? {
    guard argument.hasPrefix(mark) else { return nil }
    let ends = argument.split(separator: mark).compactMap { Int($0) }
    return ends.count == 2 ? Array(GivenArguments.all[ends[0]..<ends[1]]) : nil
  }

  /// The system gives no word that holds it.
  private static let mark = "\0"

  /// Fewer are parsed in no time.
  private static let longRun = 64
}

extension [FileNames] {
  var paths: [String] { flatMap(\.paths) }
}
