internal import Planning

/// What files tell of an account, of whichever program they come.
struct Inventory {
  private(set) var resources: [ResourceKind: [Resource]] = [:]

  /// Kinds that the files tell all of, if there is any; a plan, a state and a template tell all of every kind.
  var given: Set<ResourceKind> = []

  /// Where the CLI tells of a kind, the first answer of each.
  private(set) var answers: [ResourceKind: Item] = [:]
  var notes: [FoundNote] = []

  /// What the capture says of itself.
  var capturedRegion: Sourced<String>?
  var files: [InventoryFile] = []

  subscript(kind: ResourceKind) -> [Resource] { resources[kind] ?? [] }

  mutating func add(_ resource: Resource) {
    resources[resource.kind, default: []].append(resource)
    given.insert(resource.kind)
  }

  /// Takes an answer of the CLI about a kind, whether something is in it or not.
  mutating func hear(_ answer: Item, of kind: ResourceKind) {
    given.insert(kind)
    answers[kind] = answers[kind] ?? answer
  }

  /// The Regions that the resources say they are in, the first that says so of each.
  var regions: [Sourced<String>] {
    var regions: [Sourced<String>] = []
    for kind in ResourceKind.allCases where kind.isRegional {
      // A replica of a database elsewhere is far away from it by design.
      for resource in self[kind] where !resource.isFarReplica {
        guard let region = resource.region, !regions.contains(where: { $0.value == region.value }) else {
          continue
        }
        regions.append(region)
      }
    }
    return regions
  }

  /// The inventory without what is in another Region.
  func within(_ region: String) -> Inventory {
    var inventory = self
    inventory.resources = resources.mapValues { resources in
      resources.filter { $0.region == nil || $0.region?.value == region || !$0.kind.isRegional }
    }
    return inventory
  }

  /// Refuses the first file that is wrong.
  func throwIfAnyIsWrong() throws(Rejection) {
    for file in files { try file.mistakes.throwIfAny() }
  }
}
