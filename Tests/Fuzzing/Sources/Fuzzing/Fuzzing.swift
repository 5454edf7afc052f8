import CFuzzer
import Probe

/// Tries inputs that libFuzzer makes of the corpus; an input that breaks a promise ends the program and is kept.
@main
enum Fuzzing {
  static func main() {
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    _ = LLVMFuzzerRunDriver(&count, &arguments) { bytes, count in
      Probe.check(Array(UnsafeBufferPointer(start: bytes, count: count)))
      return 0
    }
  }
}
