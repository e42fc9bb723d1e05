/// A program that changes articles: it reads the JSON of one a line and answers with one a line.
///
/// ```python
/// #!/usr/bin/env python3
/// import json, sys
/// for line in sys.stdin:
///     article = json.loads(line)
///     article["title"] = article.get("title", "").upper()
///     print(json.dumps(article), flush=True)
/// ```
/// It is started once for all the articles of a ``Converter``, with the name of the format that is
/// written as its only argument, and sees the articles in their order however many are converted at
/// once. The JSON is that of `Documentation/article.schema.json`.
public struct ArticleFilter: Sendable, Hashable {
  /// The file of the program, or its name on `PATH`.
  public var program: String
  /// The seconds by the clock that it may take for one article.
  ///
  /// `nil`, the default, limits what it does instead: 60 seconds of processor time, or ten minutes
  /// in which it does nothing. So a busy machine changes no book.
  public var secondsPerArticle: Double?

  /// Names a program.
  public init(_ program: String, secondsPerArticle: Double? = nil) {
    self.program = program
    self.secondsPerArticle = secondsPerArticle
  }
}
