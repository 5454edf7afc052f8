import CNcurses
import Glibc
import Typography

extension Terminal {
  /// Why no screen can be had.
  package enum Refusal: Error, Hashable, CustomStringConvertible {
    case inputIsNoTerminal
    case outputIsNoTerminal
    case unknownType(String)
    case plainType(String)

    package var description: String {
      switch self {
      case .inputIsNoTerminal: "standard input is not a terminal"
      case .outputIsNoTerminal: "standard output is not a terminal"
      case .unknownType(""): "the terminal's type is not set; try TERM=xterm-256color"
      case .unknownType(let type):
        "the terminal type \"\(Refusal.shown(type))\" is unknown on this machine; try TERM=xterm-256color"
      case .plainType(let type):
        "a terminal of type \"\(Refusal.shown(type))\" cannot place text on its screen"
      }
    }

    /// The refusal that stands for this process's terminal, found without writing to it.
    package static var standing: Refusal? {
      switch screen_fitness() {
      case SCREEN_NO_INPUT: .inputIsNoTerminal
      case SCREEN_NO_OUTPUT: .outputIsNoTerminal
      case SCREEN_UNKNOWN_TYPE: .unknownType(terminalType)
      case SCREEN_NO_CURSOR: .plainType(terminalType)
      default: nil
      }
    }

    /// Whatever somebody has put into TERM, as one short word.
    private static func shown(_ type: String) -> String { type.printable.clipped(to: 40) }

    static var terminalType: String { getenv("TERM").map { String(cString: $0) } ?? "" }
  }
}
