import Dashboard
import Files
import Planning
import Typography

extension Live {
  /// What a folder of a capture, or a file of a fleet, tells, called by its name and its day.
  init(captureAt path: String, _ choices: FleetChoices, refused: Int = 0) throws {
    let account = try FoundFiles.read { () throws(InputFileError) in try AWSFiles.any([path]) }
    let day = AWSFiles.dayOfCapture(at: path).map { " of \($0)" } ?? ""
    let left = refused == 0 ? "" : ", \(Numbers.counted(refused, "read")) refused"
    self.init(try choices.fleet(in: account), name: "\(path.quotedPath)\(day)\(left)")
  }
}
