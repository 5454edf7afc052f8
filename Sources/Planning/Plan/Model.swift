/// What a plan computes of a profile: the lines of its bill.
package struct Model: Sendable {
  package static let standard = Model(lines: BillLine.all)

  package var lines: [BillLine]
}
