/// A part of an article that stands on lines of its own.
///
/// More cases may come: a `switch` outside NewsKit wants an `@unknown default`. A literal is a
/// paragraph: `"It opened \(.strong(["on Monday"]))."`
#if hasAttribute(nonexhaustive)
  @nonexhaustive
#endif
public enum Block: Sendable, Hashable {
  /// A paragraph.
  case paragraph(Paragraph)
  /// A heading within the article.
  indirect case heading(Heading)
  /// A bulleted or numbered list.
  indirect case list(List)
  /// Terms with their definitions.
  indirect case definitionList(DefinitionList)
  /// Quoted blocks.
  indirect case quote(Quote)
  /// Preformatted text, usually program code.
  indirect case code(CodeBlock)
  /// A table of data.
  indirect case table(Table)
  /// A picture, table or the like with a caption.
  indirect case figure(Figure)
  /// A break between themes: HTML's `hr`.
  case thematicBreak
  /// A formula on a line of its own, in TeX.
  case math(String)
  /// A video, audio or embedded page, reduced to a link and a poster.
  indirect case media(Media)
  /// Blocks under a summary that opens and closes: HTML's `details`.
  indirect case details(Details)
  /// Blocks that share a language, direction, anchor or class.
  indirect case division(Division)
}
