package import Planning

/// Traffic as a CSV file of `minute,users` points, with or without that line as a header.
package enum TrafficFile {
  /// Reads the points of the file at a path.
  package static func read(_ path: String) throws(InputFileError) -> [Traffic.Point] {
    try InputFile.read(path, as: .traffic) { bytes throws(Rejection) in try points(bytes, name: path) }
  }

  /// Reads the points of a file; empty lines and spaces around numbers do not matter.
  package static func points(_ bytes: [UInt8], name: String) throws(Rejection) -> [Traffic.Point] {
    let text = FileText(bytes, of: .traffic, name: name)
    var reader = TrafficReader(text.source, mistakes: MistakeList(in: text))
    if text.flaw == nil { reader.read() }
    try reader.mistakes.throwIfAny()
    return reader.points
  }
}
