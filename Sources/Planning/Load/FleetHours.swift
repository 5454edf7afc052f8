/// How many hours of a month a fleet stands at which size.
struct FleetHours: Sendable {
  private(set) var sizes: [Size]

  struct Size: Sendable {
    let instances: Int
    var hours: Double
  }

  /// Sizes one after the other, such as the minutes of a simulation.
  init(_ sizes: [Size]) {
    self.sizes = sizes
  }

  /// One size all month.
  init(_ instances: Int) {
    sizes = [Size(instances: instances, hours: Double(Month.hours))]
  }

  /// Every minute of a day the fewest instances that carry its requests, within min..max.
  ///
  /// The peak is what the busiest minute asks for, in parts of an instance as well.
  init(dayOf instances: InstanceCounts, peak: Double, shape: DayShape) {
    sizes = []
    let half = Clock.minutesPerDay / 2
    let fewest = Double(instances.min)
    let most = Double(instances.max)
    // From the peak to the quietest minute the fleet only shrinks, and the two halves of the day are alike.
    for minute in 0...half {
      let asked = peak * shape.share(minutesFromPeak: minute)
      let size = Int(asked >= most ? most : asked <= fewest ? fewest : min(most, asked.wholeUnitsUp))
      add(size, minutes: minute == 0 || minute == half ? 1 : 2)
    }
  }

  /// The same for what is left of the month, and another size for some hours of it.
  func with(_ hours: Double, at instances: Int) -> FleetHours {
    let rest = 1 - hours / Double(Month.hours)
    var fleet = self
    fleet.sizes = sizes.map { Size(instances: $0.instances, hours: $0.hours * rest) }
    fleet.sizes.append(Size(instances: instances, hours: hours))
    return fleet
  }

  private mutating func add(_ instances: Int, minutes: Int) {
    let hours = Double(minutes) * Double(Month.hours) / Double(Clock.minutesPerDay)
    if let last = sizes.indices.last, sizes[last].instances == instances {
      sizes[last].hours += hours
    } else {
      sizes.append(Size(instances: instances, hours: hours))
    }
  }

  /// Instances on average over the month.
  var mean: Double { total { Double($0) } / Double(Month.hours) }

  /// The sum over the month of what each size comes to an hour.
  func total(_ anHour: (Int) -> Double) -> Double {
    sizes.reduce(0) { $0 + $1.hours * anHour($1.instances) }
  }
}
