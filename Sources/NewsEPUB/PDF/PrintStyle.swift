/// What a book's style sheet has besides when it is printed.
enum PrintStyle {
  /// The sheet for a size of paper: CSS's name of it.
  static func sheet(paper: String) -> String {
    """
    @page { size: \(paper); margin: 18mm 17mm 20mm; @bottom-center { content: counter(page);
      font-size: 9pt; } }
    html { font-size: 11pt; }
    body { padding: 0; line-height: 1.5; orphans: 2; widows: 2; }
    body > div { break-before: page; padding: 0; }
    body > div:first-child { break-before: auto; }
    a { text-decoration: none; }
    .nk-links { display: none; }
    .nk-cover img { max-height: 240mm; }
    .nk-body { text-align: start; }
    pre { white-space: pre-wrap; }

    """
  }
}
