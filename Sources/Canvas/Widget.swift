/// Something that paints itself into an area and knows nothing else.
package protocol Widget {
  func paint(on canvas: inout Canvas, in area: Rect)
}
