/// The style sheet of a book.
enum BookStyle {
  /// What every book has.
  ///
  /// No colour of page or text and no name of a font, so that the reader's own choices hold, by day
  /// and by night; sizes in `em`; logical sides, so that it serves both directions of writing.
  static let sheet = """
    /* Page */
    @namespace epub "http://www.idpf.org/2007/ops";

    body {
      margin: 0;
      padding: 0 .5em;
      line-height: 1.6;
      overflow-wrap: break-word;
      -webkit-hyphens: auto;
      hyphens: auto;
    }
    p { margin: .7em 0; }
    a { color: inherit; text-decoration: underline; text-decoration-thickness: .06em;
      text-underline-offset: .18em; }
    h1, h2, h3, h4, h5, h6 {
      margin: 1.6em 0 .6em;
      line-height: 1.3;
      font-weight: bold;
      text-align: start;
      -webkit-hyphens: none;
      hyphens: none;
      break-after: avoid;
      page-break-after: avoid;
    }
    /* Headings break within very long words only, where a reader can tell them */
    @supports (hyphenate-limit-chars: 18 6 6) {
      h1, h2, h3, h4, h5, h6 { hyphens: auto; hyphenate-limit-chars: 18 6 6; }
    }
    h1 { font-size: 1.6em; }
    h2 { font-size: 1.3em; }
    h3 { font-size: 1.15em; }
    h4, h5, h6 { font-size: 1em; }
    hr { width: 30%; margin: 2em auto; border: 0; border-top: 1px solid; opacity: .5; }
    small, sub, sup { font-size: .78em; }
    sub, sup { line-height: 0; }
    mark { background-color: rgba(255, 213, 79, .3); color: inherit; }
    abbr[title] { text-decoration: none; }

    /* Head of an article */
    .nk-header { margin: 1.2em 0 1.8em; }
    .nk-header p { margin: .35em 0; text-indent: 0; text-align: start; }
    .nk-section { font-weight: bold; }
    .nk-headline { margin: .2em 0 .45em; font-size: 1.75em; line-height: 1.25;
      text-wrap: balance; }
    .nk-header .nk-deck { font-size: 1.12em; line-height: 1.45; margin: 0 0 .8em; }
    .nk-byline { font-size: .95em; }
    .nk-details { font-size: .85em; opacity: .75; }
    .nk-details a, .nk-links a, .nk-footer a { text-decoration: none; }
    .nk-dot { opacity: .6; }
    .nk-header::after {
      content: "";
      display: block;
      width: 2.5em;
      margin-top: 1.1em;
      border-top: .2em solid;
      opacity: .75;
    }

    /* Foot of an article */
    .nk-footer { margin: 2.4em 0 0; padding-top: .7em; border-top: 1px solid;
      border-color: rgba(127, 127, 127, .5); font-size: .85em; }
    .nk-footer p { margin: .3em 0; text-indent: 0; }
    .nk-original a::after { content: " ↗"; }
    .nk-links { margin-top: 2.4em; font-size: .85em; text-align: center; }
    .nk-links p { text-indent: 0; }

    /* Pictures */
    img { max-width: 100%; height: auto; }
    /* What is drawn in black on nothing is drawn for white paper */
    @media (prefers-color-scheme: dark) { img { background-color: #fff; } }
    figure { margin: 1.4em 0; text-align: center; break-inside: avoid; page-break-inside: avoid; }
    figure p { text-indent: 0; }
    figcaption { margin-top: .5em; font-size: .85em; line-height: 1.45; opacity: .8; }
    .nk-image-line { text-align: center; text-indent: 0; }
    .nk-image { font-style: normal; padding: 0 .3em; border: 1px solid rgba(127, 127, 127, .5);
      border-radius: .2em; font-size: .9em; }
    .nk-media { padding: .6em .8em; border: 1px solid rgba(127, 127, 127, .5);
      border-radius: .3em; text-align: start; overflow-wrap: anywhere; }
    .nk-media p { margin: .3em 0; }

    /* Quotations and lists */
    blockquote {
      margin: 1.2em 0;
      margin-inline-start: .3em;
      padding-inline-start: 1em;
      border-inline-start: .2em solid rgba(127, 127, 127, .6);
    }
    ul, ol { margin: .8em 0; padding-inline-start: 1.7em; }
    li { margin: .25em 0; }
    li > p { margin: .4em 0; }
    .nk-tasks { list-style-type: none; padding-inline-start: .4em; }
    dt { margin-top: .8em; font-weight: bold; }
    dd { margin: .2em 0; margin-inline-start: 1.4em; }
    details { margin: 1em 0; }
    .nk-speaker { font-weight: bold; }

    /* Asides, fact boxes and notices, as sites and their themes call them */
    .nk-body .aside, .nk-body .infobox, .nk-body .info-box, .nk-body .factbox, .nk-body .fact-box,
    .nk-body .sidebar, .nk-body .callout, .nk-body .admonition, .nk-body .alert, .nk-body .notice,
    .nk-body .note, .nk-body .tip, .nk-body .hint, .nk-body .info, .nk-body .warning,
    .nk-body .danger, .nk-body .important, .nk-body .caution, .nk-body .prompt-info,
    .nk-body .prompt-tip, .nk-body .prompt-warning, .nk-body .prompt-danger { margin: 1.3em 0;
      padding: .5em .9em; border: 1px solid rgba(127, 127, 127, .5); border-radius: .3em;
      font-size: .93em; }
    .nk-body > p.note, .nk-body > p.notice, .nk-body > p.alert { text-indent: 0; }

    /* Words of the text that stand out of it */
    .nk-body .pullquote, .nk-body .pull-quote, .nk-body .pullquote p, .nk-body .pull-quote p {
      font-size: 1.12em; line-height: 1.4; text-align: center; text-indent: 0; }
    .nk-body .pullquote, .nk-body .pull-quote { margin: 1.6em 1em; padding: .6em 0; border: 0;
      border-top: .12em solid rgba(127, 127, 127, .6);
      border-bottom: .12em solid rgba(127, 127, 127, .6); }
    summary { font-weight: bold; }

    /* Code: wraps rather than runs off the page */
    code, kbd, samp, pre { font-family: monospace; font-size: .88em; -webkit-hyphens: none;
      hyphens: none; }
    code, kbd, samp { overflow-wrap: anywhere; }
    kbd { padding: 0 .3em; border: 1px solid rgba(127, 127, 127, .6); border-radius: .2em; }
    pre {
      margin: 1.1em 0;
      padding: .7em .8em;
      border-radius: .3em;
      background-color: rgba(127, 127, 127, .15);
      -webkit-box-decoration-break: clone;
      box-decoration-break: clone;
      line-height: 1.45;
      text-align: left;
      white-space: pre-wrap;
      overflow-wrap: anywhere;
      -webkit-line-break: auto;
      line-break: auto;
    }
    pre code { font-size: 1em; }
    /* A line that is broken goes on further in, behind a mark */
    @supports (position: absolute) {
      pre .nk-line { display: block; position: relative; padding-left: 1.5em;
        text-indent: -1.5em; }
      pre .nk-line::before { content: "\\BB\\A\\BB\\A\\BB\\A\\BB\\A\\BB\\A\\BB\\A\\BB\\A\\BB";
        position: absolute; top: 1.45em; bottom: 0; left: 0; overflow: hidden; text-indent: 0;
        white-space: pre; opacity: .6; }
    }
    .nk-math { margin: 1em 0; text-align: center; text-indent: 0; overflow-x: auto; }
    .nk-k { font-weight: bold; }
    .nk-c { font-style: italic; opacity: .7; }
    .nk-s, .nk-n { opacity: .85; }

    /* Tables: rules between rows, small enough to fit */
    .nk-table { margin: 1.3em 0; overflow-x: auto; }
    table { border-collapse: collapse; margin: 0 auto; max-width: 100%; font-size: .88em;
      line-height: 1.4; }
    caption { margin-bottom: .5em; font-weight: bold; text-align: start; }
    tr { border-bottom: 1px solid rgba(127, 127, 127, .45); }
    /* Readers that know little of tables draw these through the next row */
    @supports (position: absolute) {
      thead tr { border-bottom: .12em solid; }
      tfoot tr { border-top: .12em solid; }
    }
    th, td { padding: .35em .6em; vertical-align: top; text-align: start; text-indent: 0;
      overflow-wrap: break-word; word-break: normal; -webkit-hyphens: none; hyphens: none; }
    thead th { vertical-align: bottom; }
    td p, th p { margin: .2em 0; text-indent: 0; }

    /* Tables wider than a page: a record for each row */
    .nk-records { margin: 1.3em 0; }
    .nk-caption { margin-bottom: .5em; font-weight: bold; }
    .nk-record { margin: 0; padding: .55em 0; border-top: 1px solid rgba(127, 127, 127, .45);
      break-inside: avoid; page-break-inside: avoid; }
    .nk-record dt { margin: 0; font-size: .85em; font-weight: normal; opacity: .75; }
    /* On a line of their own where a reader adds nothing to the text */
    @supports (position: absolute) {
      .nk-record dt, .nk-record dd { display: inline; margin: 0; }
      .nk-record dt::after { content: ": "; }
      .nk-record dd::after { content: "\\A"; white-space: pre; }
    }
    .nk-record dd:first-of-type { font-weight: bold; }
    .nk-record dd p { margin: .2em 0; text-indent: 0; }

    /* Notes */
    .footnotes { margin-top: 2.4em; padding-top: .6em; font-size: .88em;
      border-top: 1px solid rgba(127, 127, 127, .5); }
    .footnotes p { text-indent: 0; }
    a.footnote, a.reversefootnote { text-decoration: none; }

    /* Title page, contents, sections */
    .nk-title { margin-top: 12%; text-align: center; }
    .nk-masthead { font-size: 1.1em; font-weight: bold; letter-spacing: .04em; }
    .nk-masthead img { max-width: 80%; max-height: 6em; }
    .nk-title h1 { font-size: 2.1em; text-align: center; }
    .nk-title p { text-indent: 0; }
    .nk-leads h2, .nk-omissions h2 { font-size: 1em; margin: 2em 0 .4em; padding-bottom: .3em;
      border-bottom: 1px solid rgba(127, 127, 127, .5); }
    .nk-index ol, .nk-leads ul, .nk-sections { list-style-type: none; padding: 0; }
    .nk-index a, .nk-leads a, .nk-sections a, nav ol a { text-decoration: none; }
    .nk-sections { margin: 1.6em 0 0; padding-top: .5em;
      border-top: 1px solid rgba(127, 127, 127, .5); }
    .nk-count { font-size: .85em; opacity: .7; }
    .nk-thumbnail { float: right; width: 5.5em; max-width: 30%; margin: .15em 0 .3em .8em;
      border-radius: .2em; }
    [dir="rtl"] .nk-thumbnail { float: left; margin: .15em .8em .3em 0; }
    .nk-leads li::after, .nk-index li::after { content: ""; display: block; clear: both; }
    nav ol { list-style-type: none; margin: .4em 0; padding: 0; }
    nav li { margin: .55em 0; line-height: 1.4; }
    nav li li { margin: .4em 0; padding-inline-start: 1em;
      border-inline-start: .12em solid rgba(127, 127, 127, .35); }
    .nk-branch { margin-top: 1.3em; }
    .nk-branch > a { font-weight: bold; }
    .nk-branch > span { font-weight: bold; }
    .nk-index li, .nk-leads li { margin: 1.1em 0; break-inside: avoid; page-break-inside: avoid; }
    .nk-leads li { margin: .9em 0; }
    .nk-index .nk-entry, .nk-leads .nk-entry { font-size: 1.08em; font-weight: bold; }
    .nk-index p, .nk-leads p, .nk-omissions p { margin: .2em 0; text-indent: 0; }
    .nk-summary { font-size: .92em; line-height: 1.5; }
    #landmarks { display: none; }
    .nk-cover { margin: 0; padding: 0; text-align: center; }
    /* As large as fits, in its own proportions, where a margin is left too */
    .nk-cover img { max-width: 100%; max-height: 95vh; }

    /* Chinese, Japanese, Korean */
    :lang(zh), :lang(ja) { -webkit-line-break: strict; line-break: strict; }
    :lang(zh), :lang(ja), :lang(ko) { -webkit-hyphens: none; hyphens: none; }
    :lang(ko) { word-break: keep-all; }
    .nk-body:lang(zh), .nk-body:lang(ja), .nk-body:lang(ko) { line-height: 1.75; }
    .nk-body:lang(zh), .nk-body:lang(ja) { text-align: justify; }
    /* Headlines break between phrases */
    .nk-headline:lang(zh), .nk-headline:lang(ja), .nk-title h1:lang(zh), .nk-title h1:lang(ja) {
      word-break: keep-all; overflow-wrap: anywhere; }
    .nk-body:lang(zh) > p { margin: .45em 0; text-indent: 2em; }
    .nk-body:lang(ja) > p { margin: .3em 0; text-indent: 1em; }
    /* A picture that begins an indented line has so much less room */
    .nk-body:lang(zh) > p img { max-width: calc(100% - 2em); }
    .nk-body:lang(ja) > p img { max-width: calc(100% - 1em); }
    .nk-body > p.nk-image-line img { max-width: 100%; }
    .nk-body > p.nk-image-line, .nk-body > p.nk-flush { text-indent: 0; }
    :lang(zh) em, :lang(zh) cite, :lang(zh) dfn, :lang(zh) var, :lang(ja) em, :lang(ja) cite,
    :lang(ja) dfn, :lang(ja) var, :lang(ko) em, :lang(ko) cite, :lang(ko) dfn, :lang(ko) var {
      font-style: normal;
    }
    :lang(zh) em { -webkit-text-emphasis: filled dot; text-emphasis: filled dot;
      -webkit-text-emphasis-position: under right; text-emphasis-position: under right; }
    :lang(ja) em { -webkit-text-emphasis: filled sesame; text-emphasis: filled sesame; }
    :lang(ko) em { -webkit-text-emphasis: filled dot; text-emphasis: filled dot; }
    rt { font-size: .5em; }

    /* Scripts that have no italics */
    :lang(ar) em, :lang(fa) em, :lang(ur) em, :lang(he) em, :lang(yi) em, :lang(th) em,
    :lang(hi) em, :lang(bn) em { font-style: normal; font-weight: bold; }
    .nk-body:lang(ar), .nk-body:lang(fa), .nk-body:lang(ur) { line-height: 1.8; }

    """

  /// What a book set in columns from right to left has besides.
  static let vertical = """

    /* Vertical writing */
    html { -epub-writing-mode: vertical-rl; -webkit-writing-mode: vertical-rl;
      writing-mode: vertical-rl; }
    body { padding: .5em 0; }
    img { max-width: 100%; max-height: 100%; }
    .nk-details, .nk-links { -webkit-text-orientation: mixed; text-orientation: mixed; }
    pre, table { -epub-writing-mode: horizontal-tb; -webkit-writing-mode: horizontal-tb;
      writing-mode: horizontal-tb; }
    .nk-header::after { width: auto; height: 2.5em; margin: 0 1.1em 0 0; border-top: 0;
      border-right: .2em solid; }
    .nk-body:lang(zh) em { text-emphasis-position: over right; }

    """
}
