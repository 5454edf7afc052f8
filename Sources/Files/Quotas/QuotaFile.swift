package import Planning

/// The limits of an account, as `aws service-quotas list-service-quotas --output json` prints them.
package enum QuotaFile {
  /// Reads the listing at a path.
  package static func read(_ path: String) throws(InputFileError) -> AppliedQuotas {
    try InputFile.read(path, as: .quotas) { bytes throws(Rejection) in try quotas(bytes, name: path) }
  }

  /// Reads one listing; `get-service-quota` and a bare array of quotas read as well.
  ///
  /// Entries without a service, a code or a value are passed over, as AWS prints them where it may not look.
  package static func quotas(_ bytes: [UInt8], name: String) throws(Rejection) -> AppliedQuotas {
    let text = FileText(bytes, of: .quotas, name: name)
    var reader = QuotaReader(mistakes: MistakeList(in: text))
    if text.flaw == nil { reader.read(text.source) }
    try reader.mistakes.throwIfAny()
    return reader.quotas
  }
}
