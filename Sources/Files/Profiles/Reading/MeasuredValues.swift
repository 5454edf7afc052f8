internal import Planning

/// The values of files that a comment behind them says to be measured, while the two agree.
enum MeasuredValues {
  static func read(
    _ layers: [Layer], _ profile: Profile, _ places: [String: Provenance.Place]
  ) -> [String: Provenance.Measured] {
    var measured: [String: Provenance.Measured] = [:]
    let word = Array("# measured".utf8)
    for layer in layers where layer.source.bytes.contains(word) {
      let editor = YAMLEditor(layer.source) { _ in [] }
      for field in Catalog.fields where places[field.path]?.file == layer.name {
        let path: YAMLEditor.Path = field.path.split(separator: ".").map { .key(String($0)) }
        guard let node = editor.node(at: path), case .scalar(let text, _) = node.content,
          let comment = layer.source.comment(behind: node.range),
          let (value, evidence) = MeasuredComment(layer.source.remark(comment))
            .measured(field.key, inBraces: editor.isInBraces(path)),
          value == text
        else { continue }
        measured[field.path] = evidence
      }
    }
    return measured
  }
}
