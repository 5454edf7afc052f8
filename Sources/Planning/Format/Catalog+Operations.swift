extension Catalog {
  static let voice = [
    Field(
      "voice.model", in: \.voice, \.model,
      .openChoice(["amazon.nova-2-sonic-v1:0", "amazon.nova-sonic-v1:0"]),
      .optional, "Bedrock model that speaks"),
    Field(
      "voice.concurrent_sessions", in: \.voice, \.concurrentSessions, .count(1...10_000_000), .optional,
      "Voice sessions that may run at once"),
    Field(
      "voice.caching", in: \.voice, \.caching, .flag, .defaulted(reason: "off until the profile says so"),
      "Whether voice responses are planned to be cached"),
    Field(
      "voice.batching", in: \.voice, \.batching, .flag, .defaulted(reason: "off until the profile says so"),
      "Whether voice requests are planned to be batched"),
    Field(
      "voice.accepted_wait_percent", in: \.voice, \.acceptedWaitPercent, .number(.positivePercent),
      .defaulted(reason: "assumed"), "Callers who may have to wait for a session"),
    Field(
      "voice.speech_input_tokens_per_minute", in: \.voice, \.speechInputTokensPerMinute,
      .number(.from(0, to: 1e6)), .optional, "Speech tokens that one session sends a minute"),
    Field(
      "voice.speech_output_tokens_per_minute", in: \.voice, \.speechOutputTokensPerMinute,
      .number(.from(0, to: 1e6)), .optional, "Speech tokens that one session receives a minute"),
    Field(
      "voice.text_input_tokens_per_minute", in: \.voice, \.textInputTokensPerMinute,
      .number(.from(0, to: 1e6)), .optional, "Text tokens that one session sends a minute"),
    Field(
      "voice.text_output_tokens_per_minute", in: \.voice, \.textOutputTokensPerMinute,
      .number(.from(0, to: 1e6)), .optional, "Text tokens that one session receives a minute"),
    Field(
      "voice.talk_percent", in: \.voice, \.talkPercent, .number(.percent),
      .defaulted(reason: "assumed: the model speaks half of the time"),
      "Share of a session in which the model speaks"),
    Field(
      "voice.user_audio_kb_per_second", in: \.voice, \.userAudioKBPerSecond, .estimate(.positive(to: 1000)),
      .defaulted(reason: "assumed Opus at 48 kbit/s; raw 24 kHz PCM is 47"),
      "Speech to and from one user while it flows, in kilobytes a second"),
  ]

  static let monitoring = [
    Field(
      "monitoring.alarms", in: \.monitoring, \.alarms, .records(Alarm.shape),
      .defaulted(reason: "no alarm until one is listed"),
      "Alarms on metrics"),
    Field(
      "monitoring.custom_metrics_per_instance", in: \.monitoring, \.customMetricsPerInstance,
      .count(0...10_000),
      .defaulted(reason: "assumed"), "Custom metrics that each instance sends"),
    Field(
      "monitoring.detailed", in: \.monitoring, \.detailed, .flag,
      .defaulted(reason: "AWS default: points of 5 minutes"),
      "Whether detailed monitoring is on: points of 1 minute"),
    Field(
      "monitoring.metric_delay_seconds", in: \.monitoring, \.metricDelaySeconds, .count(0...3600),
      .defaulted(reason: "26 to 183 s were measured on ECS"),
      "Time until a policy sees a metric, in seconds"),
    Field(
      "monitoring.log_kb_per_request", in: \.monitoring, \.logKBPerRequest, .number(.from(0, to: 1e4)),
      .defaulted(reason: "assumed"), "Log written for each request, in kilobytes"),
    Field(
      "monitoring.log_retention_days", in: \.monitoring, \.logRetentionDays, .count(1...3653),
      .defaulted(reason: "assumed; AWS keeps logs for ever"), "Days that logs are kept"),
    Field(
      "monitoring.dashboards", in: \.monitoring, \.dashboards, .count(0...500),
      .defaulted(reason: "none until made"), "Dashboards"),
  ]

  static let support = [
    Field(
      "support.plan", \.support.plan, .choice(Support.Plan.words), .defaulted(reason: "free until bought"),
      "AWS Support plan; developer and business end on 2027-01-01")
  ]

  static let event = [
    Field(
      "event.hours", in: \.event, \.hours, .number(.from(0, to: 730)), .requiredInSection,
      "Hours of a month at the event's load"),
    Field(
      "event.concurrent_users", in: \.event, \.concurrentUsers, .count(Bound.users),
      .derived(reason: "the target"), "Users during the event"
    ).following { profile in profile.event.map { _ in profile.demand.concurrentUsers } },
    Field(
      "event.instances", in: \.event, \.instances, .count(Bound.instances),
      .derived(reason: "max: scaled out before the doors open"), "Instances during the event"
    ).following { profile in profile.event.map { _ in profile.compute.instances.max } },
  ]
}
