/// The style sheet of a whole page.
enum PageStyle {
  /// Plain CSS: one column that fits any screen, light and dark.
  static let sheet: StaticString = """
    :root { color-scheme: light dark; }
    body { max-width: 42rem; margin: 0 auto; padding: 1.5rem 1rem 4rem;
      font: 1.0625rem/1.7 Georgia, "Noto Serif", "Songti SC", serif; overflow-wrap: break-word; }
    h1, h2, h3, h4, h5, h6 { line-height: 1.3; text-wrap: balance; }
    header { margin-bottom: 2rem; }
    .deck { font-size: 1.2em; }
    .byline, .date, .source, .rights, .editor { font-size: .9em; margin: .2em 0; opacity: .75; }
    img, video, iframe { max-width: 100%; height: auto; }
    figure { margin: 1.5rem 0; text-align: center; }
    figcaption { font-size: .875em; opacity: .8; }
    blockquote { margin: 1.2rem 0; padding-inline-start: 1rem; border-inline-start: .2rem solid; }
    pre { overflow-x: auto; padding: .8rem; border: 1px solid; border-radius: .3rem; }
    code, pre { font: .9em/1.5 "Noto Sans Mono", Menlo, Consolas, monospace; }
    table { border-collapse: collapse; display: block; overflow-x: auto; }
    th, td { padding: .3em .6em; border: 1px solid; }
    article + article { border-top: 1px solid; margin-top: 3rem; padding-top: 1rem; }
    footer { margin-top: 2.5rem; border-top: 1px solid; padding-top: .6rem; }
    :lang(zh), :lang(ja), :lang(ko) { line-break: strict; }
    :lang(zh) em, :lang(ja) em { font-style: normal; text-emphasis: filled dot; }

    """
}
