internal import Planning

/// A file and those that it extends, each by the one before it.
struct LayerChain {
  static let depthLimit = 8

  private(set) var layers: [Layer]

  /// What messages call the files, with the one that could not be had.
  private(set) var names: [String]

  /// Why the chain ends before its end.
  private(set) var broken: Mistake?

  /// Files that were read already.
  init(_ layers: [Layer]) {
    self.layers = layers
    names = layers.map(\.name)
  }

  /// Reads the files on from the first through `open`.
  init(_ top: Layer, open: (_ reference: String, _ from: Layer) throws(BaseProblem) -> Layer) {
    layers = [top]
    names = [top.name]
    var last = top
    while let base = last.base {
      do throws(BaseProblem) {
        guard layers.count < Self.depthLimit else { throw .tooDeep(limit: Self.depthLimit) }
        let next = try open(base.reference, last)
        guard !layers.contains(where: { $0.isSameFile(as: next) }) else { throw .cycle }
        layers.append(next)
        names.append(next.name)
        last = next
      } catch {
        broken = Mistake(
          place: Provenance.Place(file: last.name, last.source.position(at: base.offset)), key: Layer.baseKey,
          what: .base(error))
        names.append(base.reference)
        return
      }
    }
  }
}

/// Why a profile that another one extends cannot be had.
package enum BaseProblem: Error, Hashable, Sendable {
  case noFolder
  case notRelative
  case outside(root: String)
  case cycle
  case tooDeep(limit: Int)
  case cannotRead(FileObstacle)
}
