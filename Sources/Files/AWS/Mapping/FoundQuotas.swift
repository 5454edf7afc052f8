internal import Planning

extension FleetParts {
  /// Limits of the account among those that a plan asks for, as they were granted.
  var quotas: [FoundValue] {
    knownQuotas.filter { !$0.isDefault }.compactMap { quota in
      quota.item["Value"].number.map {
        FoundValue(quota.code, $0.value, file: $0.file, path: $0.path)
      }
    }
  }

  /// Limits of which only what every account begins with is known.
  var quotaNotes: [FoundNote] {
    let granted = Set(knownQuotas.filter { !$0.isDefault }.map(\.code))
    return knownQuotas.filter { $0.isDefault && !granted.contains($0.code) }.map { quota in
      FoundNote(
        "quota_default", quota.code.text, "only the default is known, and not what the account was granted")
    }
  }

  private struct KnownQuota {
    let code: QuotaCode
    let item: Item
    let isDefault: Bool
  }

  private var knownQuotas: [KnownQuota] {
    let codes = QuotaBook.builtIn.entries.compactMap { entry in
      entry.fact.code.map { QuotaCode(service: entry.fact.serviceCode, code: $0) }
    }
    var seen: Set<String> = []
    return inventory[.quota].compactMap { quota in
      guard let service = quota["ServiceCode"].text?.value, let code = quota["QuotaCode"].text?.value else {
        return nil
      }
      let known = QuotaCode(service: service, code: code)
      let isDefault = !(quota["QuotaArn"].text.map { ARN.hasAccount($0.value) } ?? true)
      guard codes.contains(known), seen.insert("\(known.text) \(isDefault)").inserted else { return nil }
      return KnownQuota(code: known, item: quota.item, isDefault: isDefault)
    }
  }
}
