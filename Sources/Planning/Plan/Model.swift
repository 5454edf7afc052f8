/// What a plan computes of a profile: the lines of its bill, and its walls.
package struct Model: Sendable {
  package static let standard = Model(lines: BillLine.all, walls: WallKind.all)

  package var lines: [BillLine]
  package var walls: [WallKind]
}
