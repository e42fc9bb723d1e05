extension [Block] {
  /// The blocks with every footnote's label changed, so that articles can share a document.
  package func renamingFootnotes(_ rename: (String) -> String) -> [Block] {
    withoutActuallyEscaping(rename) { rename in
      var renaming = FootnoteRenaming(rename: rename)
      return rewritten(by: &renaming)
    }
  }
}

private struct FootnoteRenaming: InlineRewriter {
  let rename: (String) -> String

  func rewrite(_ inline: Inline) -> [Inline] {
    if case .footnote(let label) = inline { [.footnote(rename(label))] } else { [inline] }
  }
}
