internal import Planning
internal import Typography

extension Conflict {
  /// What a message says of it, to follow the key that it complains about.
  ///
  /// The other key is called by its last word where both stand in one section.
  var text: String {
    let areSiblings = other.parentPath == key.parentPath
    let name = areSiblings ? other.lastKey : other
    return switch rule {
    case .above: "\(value) is above \(name) \(otherValue)"
    case .bothStated:
      "\(value) says what \(name) \(otherValue) says as well; keep one of the two"
    case .notAfter: "\(value) is not after \(name) \(otherValue)"
    case .excludesEachOther:
      "\(value) cannot be stated beside \(name) (\(otherValue)); keep one of the two"
    case .notWhole(let percent): "the shares come to \(Numbers.readable(percent)); expected 100"
    case .aboveThen: "\(value) is above \(otherValue), as it is then; state both"
    }
  }
}
