import ArgumentParser
import Canvas
import Files
import Glibc
import Reports

/// How a report looks and where it goes.
struct OutputOptions: ParsableArguments {
  @Option(help: "How the report is written.")
  var format = ReportFormat.text

  @OptionGroup var destination: DestinationOptions

  func print(_ report: (ReportFormat, Paint) -> String) throws {
    try destination.print(report(format, format == .text ? destination.paint : .plain))
  }
}

/// Where output goes, and whether it may use colour.
struct DestinationOptions: ParsableArguments {
  @OptionGroup var file: OutputFileOption

  @Flag(help: "Use no colour. Colour is only ever used on a terminal; NO_COLOR turns it off too.")
  var noColor = false

  @Flag(help: "Use plain ASCII instead of block characters.")
  var ascii = false

  var paint: Paint {
    let mayColour =
      file.path.isStandardOutput && !noColor && StandardOutput.isTerminal && Environment.allowsColour
    return Paint(colour: mayColour, ascii: ascii || !Environment.speaksUTF8)
  }

  func print(_ text: String) throws { try file.print(text) }
}

/// Where output goes.
struct OutputFileOption: ParsableArguments {
  @Option(
    help: ArgumentHelp("Write to a file instead of standard output, which is -.", valueName: "file"),
    completion: .file())
  var output: String?

  var path: OutputPath { OutputPath(output, option: "--output") }

  func print(_ text: String) throws { try path.print(text) }
}

extension ReportFormat: ExpressibleByArgument {}

/// What the environment says about the terminal.
enum Environment {
  static subscript(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// What COLORFGBG says of the terminal's background, for one that does not answer; dark where it says nothing.
  static var backdrop: Backdrop {
    let number = self["COLORFGBG"]?.split(separator: ";").last.flatMap { Int($0) }
    return number == 7 || number == 15 ? .light : .dark
  }

  static var allowsColour: Bool {
    let noColour = self["NO_COLOR"] ?? ""
    return noColour.isEmpty && self["TERM"] != "dumb"
  }

  /// Whether the locale says UTF-8; one that says nothing at all is taken to, since a pipe is read by programs.
  static var speaksUTF8: Bool {
    let locale = [self["LC_ALL"], self["LC_CTYPE"], self["LANG"]].compactMap(\.self).first { !$0.isEmpty }
    guard let locale = locale?.lowercased() else { return !StandardOutput.isTerminal }
    return locale.contains("utf-8") || locale.contains("utf8") || !StandardOutput.isTerminal
  }
}
