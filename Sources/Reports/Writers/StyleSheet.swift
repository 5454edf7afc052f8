extension HTMLWriter {
  /// One accent, quiet lines, figures of equal width; colours follow the reader's light or dark preference, and paper.
  static let styleSheet = """
    :root {
      color-scheme: light dark;
      --ground: #ffffff; --sheet: #f6f8fa; --text: #1f2328; --quiet: #59636e; --line: #d1d9e0;
      --accent: #0969da; --quoted: #8c959f; --good: #1a7f37; --warning: #9a6700; --bad: #cf222e;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --ground: #0d1117; --sheet: #151b23; --text: #f0f6fc; --quiet: #9198a1; --line: #3d444d;
        --accent: #4493f8; --quoted: #767e89; --good: #3fb950; --warning: #d29922; --bad: #f85149;
      }
    }
    * { box-sizing: border-box; }
    body {
      margin: 0; background: var(--ground); color: var(--text);
      font: 15px/1.55 system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif;
      font-variant-numeric: tabular-nums;
    }
    main { max-width: 860px; margin: 0 auto; padding: 40px 24px 64px; }
    header { border-bottom: 1px solid var(--line); padding-bottom: 20px; }
    h1 { font-size: 26px; line-height: 1.25; margin: 0 0 6px; overflow-wrap: anywhere; }
    h2 { font-size: 18px; margin: 44px 0 10px; }
    h3 { font-size: 15px; margin: 24px 0 6px; }
    p { margin: 8px 0; overflow-wrap: anywhere; }
    .facts, .remark, figcaption, footer { color: var(--quiet); }
    .facts { margin: 0; overflow-wrap: anywhere; }
    .verdict { border-left: 5px solid currentColor; background: var(--sheet); padding: 14px 20px; margin: 24px 0; }
    .verdict p { color: var(--text); }
    .verdict .answer { color: inherit; }
    .verdict h2 { margin: 0; font-size: 15px; font-weight: 500; color: var(--quiet); }
    .verdict .answer { font-size: 25px; font-weight: 650; margin: 0 0 4px; line-height: 1.3; }
    .key { font-size: 28px; font-weight: 650; line-height: 1.2; }
    .keys { display: flex; flex-wrap: wrap; gap: 12px 40px; margin: 16px 0 8px; }
    .keys div { color: var(--quiet); }
    .keys .key { color: var(--text); display: block; }
    figure { margin: 16px 0; }
    figcaption { font-size: 13px; margin-top: 6px; }
    svg { display: block; width: 100%; height: auto; font-size: 13px; fill: var(--text); }
    svg .small { font-size: 11.5px; fill: var(--quiet); }
    svg .strong { font-weight: 650; fill: var(--text); }
    svg .track { fill: var(--sheet); stroke: var(--line); }
    svg .grid { stroke: var(--line); }
    svg .target { stroke: var(--text); stroke-width: 2; }
    svg .rail { stroke: var(--quiet); stroke-width: 2; }
    svg .rail.quoted { stroke: var(--quoted); stroke-width: 1; fill: none; }
    svg .rail.list { stroke: var(--accent); stroke-width: 1; fill: none; }
    svg .quoted { fill: var(--quoted); }
    svg .list { fill: var(--accent); }
    svg .figure.quoted { fill: var(--quiet); }
    svg .figure.list { fill: var(--text); }
    svg .good { fill: var(--good); }
    svg .warning { fill: var(--warning); }
    svg .bad { fill: var(--bad); }
    svg .rail.aside { stroke: var(--line); }
    svg circle { stroke: var(--ground); stroke-width: 1.5; }
    svg circle.hollow { fill: var(--ground); stroke-width: 2.5; }
    svg circle.hollow.good { stroke: var(--good); }
    svg circle.hollow.bad { stroke: var(--bad); }
    .table { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; font-size: 14px; margin: 12px 0; }
    th { text-align: left; font-weight: 500; color: var(--quiet); border-bottom: 1px solid var(--line); }
    th, td { padding: 5px 10px; vertical-align: top; }
    th:first-child, td:first-child { padding-left: 0; }
    th:last-child, td:last-child { padding-right: 0; }
    td { border-bottom: 1px solid var(--line); }
    tr:last-child td { border-bottom: 0; }
    .number { text-align: right; white-space: nowrap; }
    tr.total td { font-weight: 650; border-top: 2px solid var(--line); }
    tr.aside { color: var(--quiet); }
    tr.aside td:first-child { padding-left: 16px; }
    .bad { color: var(--bad); }
    .good { color: var(--good); }
    .warning { color: var(--warning); }
    .accent { color: var(--accent); }
    pre {
      background: var(--sheet); border: 1px solid var(--line); border-radius: 6px; padding: 10px 14px;
      overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere;
    }
    pre, code { font: 13px/1.5 ui-monospace, "SF Mono", Menlo, "DejaVu Sans Mono", monospace; }
    code { overflow-wrap: anywhere; }
    details { border-top: 1px solid var(--line); padding: 10px 0; }
    summary { cursor: pointer; }
    .finding summary { display: grid; grid-template-columns: 18px 80px 62px 1fr; }
    .finding summary::before { content: "\\203A"; color: var(--quiet); }
    .finding[open] summary::before { transform: rotate(90deg); transform-origin: 25% 55%; }
    .finding .id { color: var(--quiet); }
    .finding p, .finding pre { margin: 6px 0 6px 160px; }
    .tag { font-weight: 650; }
    @media (max-width: 560px) {
      .finding summary { grid-template-columns: 18px 80px 1fr; }
      .finding summary span:last-child { grid-column: 2 / 4; }
      .finding p, .finding pre { margin-left: 18px; }
    }
    footer { margin-top: 48px; padding-top: 16px; border-top: 1px solid var(--line); font-size: 13px; }
    @media print {
      :root {
        --ground: #ffffff; --sheet: #ffffff; --text: #000000; --quiet: #444444; --line: #bbbbbb;
        --accent: #0969da; --quoted: #8c959f; --good: #1a7f37; --warning: #9a6700; --bad: #cf222e;
      }
      body { font-size: 12px; }
      table, pre, code { font-size: 11px; }
      main { max-width: none; padding: 0; }
      figure, tr, details, .verdict { break-inside: avoid; }
      h2, h3 { break-after: avoid; }
      details::details-content { content-visibility: visible; display: block; height: auto; }
      .table { overflow: visible; }
      svg, .verdict, .track { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    }
    """
}
