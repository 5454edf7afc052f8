/// An extent in columns and rows.
package struct Size: Hashable, Sendable {
  package var width: Int
  package var height: Int

  package init(_ width: Int, _ height: Int) {
    self.width = width
    self.height = height
  }
}

/// A place on the screen: column and row from 0 at the top left.
package struct Point: Hashable, Sendable {
  package var x: Int
  package var y: Int

  package init(_ x: Int, _ y: Int) {
    self.x = x
    self.y = y
  }
}

/// A rectangle of cells that never has a negative extent.
package struct Rect: Hashable, Sendable {
  package let x: Int
  package let y: Int
  package let width: Int
  package let height: Int

  package init(x: Int = 0, y: Int = 0, width: Int, height: Int = 1) {
    self.x = x
    self.y = y
    self.width = max(0, width)
    self.height = max(0, height)
  }

  package init(_ size: Size) { self.init(width: size.width, height: size.height) }

  package var origin: Point { Point(x, y) }
  package var size: Size { Size(width, height) }
  package var isEmpty: Bool { width == 0 || height == 0 }
  /// The first column to the right of the rectangle.
  package var right: Int { x + width }
  /// The first row below the rectangle.
  package var bottom: Int { y + height }

  package func contains(_ point: Point) -> Bool {
    (x..<right).contains(point.x) && (y..<bottom).contains(point.y)
  }

  package func intersection(_ other: Rect) -> Rect {
    let left = max(x, other.x)
    let top = max(y, other.y)
    return Rect(
      x: left, y: top, width: min(right, other.right) - left, height: min(bottom, other.bottom) - top)
  }

  /// The rectangle without `horizontal` columns on either side and `vertical` rows above and below.
  package func inset(horizontal: Int = 0, vertical: Int = 0) -> Rect {
    Rect(
      x: x + min(horizontal, width), y: y + min(vertical, height),
      width: width - 2 * horizontal, height: height - 2 * vertical)
  }

  /// The row at `index` from the top, empty when there is none.
  package func row(_ index: Int) -> Rect {
    intersection(Rect(x: x, y: y + index, width: width, height: 1))
  }

  /// A rectangle of `size`, cut to this one and in its middle.
  package func centred(_ size: Size) -> Rect {
    let width = min(size.width, self.width)
    let height = min(size.height, self.height)
    return Rect(
      x: x + (self.width - width) / 2, y: y + (self.height - height) / 2, width: width, height: height)
  }

  /// Cuts up to `rows` off the top and returns them.
  package mutating func takeTop(_ rows: Int) -> Rect {
    let taken = min(max(0, rows), height)
    defer { self = Rect(x: x, y: y + taken, width: width, height: height - taken) }
    return Rect(x: x, y: y, width: width, height: taken)
  }

  /// Cuts up to `rows` off the bottom and returns them.
  package mutating func takeBottom(_ rows: Int) -> Rect {
    let taken = min(max(0, rows), height)
    defer { self = Rect(x: x, y: y, width: width, height: height - taken) }
    return Rect(x: x, y: bottom - taken, width: width, height: taken)
  }

  /// Cuts up to `columns` off the left and returns them.
  package mutating func takeLeft(_ columns: Int) -> Rect {
    let taken = min(max(0, columns), width)
    defer { self = Rect(x: x + taken, y: y, width: width - taken, height: height) }
    return Rect(x: x, y: y, width: taken, height: height)
  }

  /// Cuts up to `columns` off the right and returns them.
  package mutating func takeRight(_ columns: Int) -> Rect {
    let taken = min(max(0, columns), width)
    defer { self = Rect(x: x, y: y, width: width - taken, height: height) }
    return Rect(x: right - taken, y: y, width: taken, height: height)
  }
}
