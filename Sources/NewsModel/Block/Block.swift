/// A part of an article that stands on lines of its own.
public indirect enum Block: Sendable, Hashable {
  /// A paragraph.
  case paragraph(Paragraph)
  /// A heading within the article.
  case heading(Heading)
  /// A bulleted or numbered list.
  case list(List)
  /// Terms with their definitions.
  case definitionList(DefinitionList)
  /// Quoted blocks.
  case quote(Quote)
  /// Preformatted text, usually program code.
  case code(CodeBlock)
  /// A table of data.
  case table(Table)
  /// A picture, table or the like with a caption.
  case figure(Figure)
  /// A break between themes: HTML's `hr`.
  case thematicBreak
  /// A formula on a line of its own, in TeX.
  case math(String)
  /// A video, audio or embedded page, reduced to a link and a poster.
  case media(Media)
  /// Blocks under a summary that opens and closes: HTML's `details`.
  case details(Details)
  /// Blocks that share a language, direction, anchor or class.
  case division(Division)
}
