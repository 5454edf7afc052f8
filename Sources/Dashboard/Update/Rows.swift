extension State {
  /// Sorts the rows of what has the keys by the next thing.
  mutating func sortAnew() {
    guard overlays.isEmpty else { return _ = changeTop { top, _ in top.sortAnew() } }
    guard let orders = screen.list?.orders, orders.count > 1 else { return }
    self.orders[screen] = ((self.orders[screen] ?? 0) + 1) % orders.count
    selectedRows[screen] = 0
    notice = Notice(text: "sorted \(orders[order(of: screen)])")
  }

  /// The number of the order in which a screen's rows stand.
  func order(of screen: Screen) -> Int { orders[screen] ?? 0 }

  /// Sorts by a column of the table, by its number, where that is an order.
  mutating func sort(byHeading column: Int) {
    guard let orders = screen.list?.orders, let order = screen.list?.ordersOfColumns[column],
      orders.indices.contains(order)
    else { return }
    self.orders[screen] = order
    selectedRows[screen] = 0
    notice = Notice(text: "sorted \(orders[order])")
  }
}
