import Dispatch
import Files
import Synchronization

/// Work on many files that uses every core and tells its results in the order of the files.
enum FilesInOrder {
  /// How many results are kept until they are told.
  private static let blockSize = 256

  static func forEach<Result: Sendable, Problem: Error>(
    _ paths: [String], do work: @Sendable (String) -> Result, then tell: (Result) throws(Problem) -> Void
  ) throws(Problem) {
    for start in stride(from: 0, to: paths.count, by: blockSize) {
      let block = paths[start..<min(start + blockSize, paths.count)]
      let results = block.count == 1 ? [nil] : atOnce(Array(block), work)
      for (path, result) in zip(block, results) { try tell(result ?? work(path)) }
    }
  }

  /// Standard input is left out, since it says something only to who reads it first.
  private static func atOnce<Result: Sendable>(
    _ paths: [String], _ work: @Sendable (String) -> Result
  ) -> [Result?] {
    let results = Mutex([Result?](repeating: nil, count: paths.count))
    DispatchQueue.concurrentPerform(iterations: paths.count) { index in
      guard paths[index] != ProfileFile.standardInput else { return }
      let result = work(paths[index])
      results.withLock { $0[index] = result }
    }
    return results.withLock { $0 }
  }
}
