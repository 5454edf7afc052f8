/// What lies over a screen, from the bottom up.
struct OverlayStack: Sendable {
  private var overlays: [any Overlay]

  init() { overlays = [] }
}

extension OverlayStack: RandomAccessCollection, MutableCollection, RangeReplaceableCollection {
  var startIndex: Int { overlays.startIndex }
  var endIndex: Int { overlays.endIndex }

  subscript(index: Int) -> any Overlay {
    get { overlays[index] }
    set { overlays[index] = newValue }
  }

  mutating func replaceSubrange(_ range: Range<Int>, with others: some Collection<any Overlay>) {
    overlays.replaceSubrange(range, with: others)
  }
}

extension OverlayStack: ExpressibleByArrayLiteral {
  init(arrayLiteral overlays: any Overlay...) { self.overlays = overlays }
}

extension OverlayStack: Equatable {
  static func == (one: OverlayStack, other: OverlayStack) -> Bool {
    one.overlays.elementsEqual(other.overlays) { $0.equals($1) }
  }
}

extension Overlay {
  func equals(_ other: any Overlay) -> Bool { self == other as? Self }
}
