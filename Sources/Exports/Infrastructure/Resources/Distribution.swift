internal import Planning

extension Infrastructure {
  /// CloudFront in front of the balancer.
  var distribution: [Resource] {
    guard profile.cdn.enabled, hasBalancer else { return [] }
    let api = profile.cdn.cachesAPIResponses
    let readTimeout =
      states("cdn.origin_timeout_seconds") ? Setting.integer(profile.cdn.originTimeoutSeconds) : nil
    let region = Setting.text(profile.region)
    let isRestricted = blocksCountriesAtEdge
    return [
      Resource(
        "distribution", "AWS::CloudFront::Distribution",
        [
          "DistributionConfig": [
            "Enabled": true, "HttpVersion": "http2and3", "IPV6Enabled": true,
            "PriceClass": .text(profile.cdn.priceClass.awsName),
            "WebACLId": firewallIsAtEdge ? .reference(.webACL) : nil,
            "Origins": [
              [
                "Id": "balancer", "DomainName": .reference(.balancerAddress),
                "CustomOriginConfig": [
                  "OriginProtocolPolicy": "https-only", "OriginSSLProtocols": ["TLSv1.2"],
                  "OriginReadTimeout": readTimeout,
                ],
                "OriginShield": profile.cdn.originShield
                  ? ["Enabled": true, "OriginShieldRegion": region] : nil,
              ]
            ],
            "DefaultCacheBehavior": .map(behavior(.unchanged)),
            "CacheBehaviors": .list(
              [.map(["PathPattern": "/static/*"] + behavior(.files))]
                + (api ? [.map(["PathPattern": "/api/*"] + behavior(.answers))] : [])),
            "Restrictions": [
              "GeoRestriction": [
                "RestrictionType": isRestricted ? "blacklist" : "none",
                "Locations": isRestricted ? .parameter(.countries) : nil,
              ]
            ],
            "ViewerCertificate": ["CloudFrontDefaultCertificate": true],
          ]
        ],
        terraform: "aws_cloudfront_distribution",
        [
          "enabled": true, "http_version": "http2and3", "is_ipv6_enabled": true,
          "price_class": .text(profile.cdn.priceClass.awsName),
          "web_acl_id": firewallIsAtEdge ? .reference(.webACL) : nil,
          "origin": .block([
            "origin_id": "balancer", "domain_name": .reference(.balancerAddress),
            "custom_origin_config": .block([
              "http_port": 80, "https_port": 443, "origin_protocol_policy": "https-only",
              "origin_ssl_protocols": ["TLSv1.2"], "origin_read_timeout": readTimeout,
            ]),
            "origin_shield": profile.cdn.originShield
              ? .block(["enabled": true, "origin_shield_region": region]) : nil,
          ]),
          "default_cache_behavior": .block(arguments(.unchanged)),
          "ordered_cache_behavior": .blocks(
            [["path_pattern": "/static/*"] + arguments(.files)]
              + (api ? [["path_pattern": "/api/*"] + arguments(.answers)] : [])),
          "restrictions": .block([
            "geo_restriction": .block([
              "restriction_type": isRestricted ? "blacklist" : "none",
              "locations": isRestricted ? .parameter(.countries) : nil,
            ])
          ]),
          "viewer_certificate": .block(["cloudfront_default_certificate": true]),
        ])
    ]
  }

  /// How the edge treats what it fetches, by cache policies of AWS's own:
  /// docs.aws.amazon.com, Use managed cache policies, 2026-11-26.
  private enum Caching {
    case unchanged, files, answers

    var policy: Setting {
      switch self {
      case .unchanged: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"
      case .files: "658327ea-f89d-4fab-a63d-7e88639e58f6"
      // As long as the application's own headers say, apart by query and cookie.
      case .answers: "4cc15a8a-d715-48a4-82b8-cc0b614638fe"
      }
    }

    var methods: [String] {
      let reading = ["GET", "HEAD", "OPTIONS"]
      return self == .files ? reading : reading + ["PUT", "POST", "PATCH", "DELETE"]
    }

    /// Everything that a viewer sends, which files have no use for.
    var request: Setting? { self == .files ? nil : "216adef6-5c7f-47e4-b989-5492eafa07d3" }
  }

  private func behavior(_ caching: Caching) -> Settings {
    [
      "TargetOriginId": "balancer", "ViewerProtocolPolicy": "redirect-to-https", "Compress": true,
      "AllowedMethods": .texts(caching.methods), "CachedMethods": ["GET", "HEAD"],
      "CachePolicyId": caching.policy, "OriginRequestPolicyId": caching.request,
    ]
  }

  private func arguments(_ caching: Caching) -> Settings {
    [
      "target_origin_id": "balancer", "viewer_protocol_policy": "redirect-to-https", "compress": true,
      "allowed_methods": .texts(caching.methods), "cached_methods": ["GET", "HEAD"],
      "cache_policy_id": caching.policy, "origin_request_policy_id": caching.request,
    ]
  }
}

extension PriceClass {
  fileprivate var awsName: String { self == .all ? "PriceClass_All" : "PriceClass_\(rawValue)" }
}
