/// What a capture says of itself: when, where, and which commands.
package enum CaptureFile {
  package static let format = "headroom-capture/1"
  package static let stem = "capture"
  package static let name = "\(stem).json"
}
