import Planning
import Testing

@Suite struct `What makes one profile of another` {
  /// The guide, the same with everything that it may do without taken out, and an empty profile.
  private static let profiles: [Profile] = {
    var bare = Guide.profile
    for section in Catalog.optionalSections.values { section.remove(&bare) }
    for field in Catalog.fields where field.presence == .optional { _ = field.set(&bare, nil) }
    return [Guide.profile, bare, Profile()]
  }()

  @Test func `makes it, and leads back`() {
    for old in Self.profiles {
      for new in Self.profiles {
        let difference = ProfileDifference(from: old, to: new)
        #expect(old.applying(difference) == new)
        #expect(new.applying(difference.inverted) == old)
        #expect(difference.holds(in: new))
        #expect(difference.isEmpty == (old == new))
      }
    }
  }

  @Test func `leaves every other key as somebody else made it`() {
    var mine = Guide.profile
    mine.compute.instances.desired = 60
    mine.voice?.concurrentSessions = nil
    var theirs = Guide.profile
    theirs.compute.instances.max = 200
    theirs.voice?.caching.toggle()
    let difference = ProfileDifference(from: Guide.profile, to: mine)
    #expect(difference.clashes(with: theirs).isEmpty)
    let both = theirs.applying(difference)
    #expect(both.compute.instances == InstanceCounts(min: 25, desired: 60, max: 200))
    #expect(both.voice?.concurrentSessions == nil)
    #expect(both.voice?.caching == theirs.voice?.caching)
  }

  @Test func `names what somebody else made another value of, and goes without it`() {
    var mine = Guide.profile
    mine.compute.instances.desired = 60
    mine.cache?.shards += 1
    var theirs = Guide.profile
    theirs.compute.instances.desired = 70
    let difference = ProfileDifference(from: Guide.profile, to: mine)
    let clashes = difference.clashes(with: theirs).map(\.path)
    #expect(clashes == ["compute.instances.desired"])
    let both = theirs.applying(difference.without(Set(clashes)))
    #expect(both.compute.instances.desired == 70)
    #expect(both.cache?.shards == mine.cache?.shards)
    theirs.compute.instances.desired = 60
    #expect(difference.clashes(with: theirs).isEmpty, "both made it the same")
  }

  @Test func `does not take away a section in which somebody else changed a value that stays`() {
    var mine = Guide.profile
    mine.voice = nil
    var theirs = Guide.profile
    theirs.voice?.caching.toggle()
    let difference = ProfileDifference(from: Guide.profile, to: mine)
    let clashes = Set(difference.clashes(with: theirs).map(\.path))
    #expect(clashes == ["voice.caching"])
    #expect(theirs.applying(difference.without(clashes)).voice?.caching == theirs.voice?.caching)
    #expect(theirs.applying(difference).voice == nil)
  }
}
