package import Planning
internal import Typography

extension JUnit {
  /// A drift as a suite with a case a key that differs, or with one that passes.
  package init(_ drift: Drift, of file: String) {
    let cases: [HTML] = drift.differences.map { difference in
      let place = difference.place.map { "\($0.file):\($0.line):\($0.column): " } ?? ""
      return """
            <testcase classname="\(file)" name="\(difference.key)">
              <failure type="drift" message="\(difference.sentence)">\(place)\(difference.sentence)</failure>
            </testcase>

        """
    }
    let passing: HTML = "    <testcase classname=\"\(file)\" name=\"drift\"/>\n"
    let (count, failures) = (Swift.max(cases.count, 1), cases.count)
    let document: HTML = """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="headroom drift" tests="\(count)" failures="\(failures)" errors="0">
        <testsuite name="\(file)" tests="\(count)" failures="\(failures)" errors="0">
      \((cases.isEmpty ? [passing] : cases).joined())  </testsuite>
      </testsuites>

      """
    text = document.source
  }
}

extension Annotations {
  /// An error beside the line of each key that differs.
  package init(_ drift: Drift, of file: String) {
    text = drift.differences.map { difference in
      Annotation(
        title: "drift of \(difference.key)", message: difference.sentence, file: file,
        place: difference.place
      ).line + "\n"
    }.joined()
  }
}
