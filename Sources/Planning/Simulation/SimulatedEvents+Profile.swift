extension Profile {
  /// The section that an event needs and that the profile does not have, with the option that asks for the event.
  package func keyMissing(for events: SimulatedEvents) -> (option: String, key: String)? {
    if events.slowBackend != nil, compute.concurrency?.requests == nil {
      return ("--slow-backend", "compute.concurrent_requests_per_instance or compute.gunicorn")
    }
    if events.coldCache != nil {
      if cache == nil { return ("--cold-cache", "cache") }
      if database == nil { return ("--cold-cache", "database") }
    }
    return nil
  }
}
