package import NewsHTML
package import NewsModel

/// Turns markup into blocks: one set of rules for web pages, for the HTML that Markdown becomes,
/// and for HTML within Markdown.
package struct BlockBuilder: Sendable {
  /// How faithful to be.
  package struct Options: Sendable, Hashable {
    /// Whether class names are kept: an author's mean something, a page template's do not.
    package var keepsClasses = true
    /// Whether all anchors are kept, or only those that a link in the tree leads to.
    package var keepsAllAnchors = true
    /// Whether two line breaks in a row part paragraphs, as on old web pages.
    package var splitsAtDoubleBreaks = false
    /// Whether paragraphs of nothing but line breaks, and empty code blocks, are kept.
    package var keepsEmptyLines = true
    /// Whether pictures are looked for where scripts would have loaded them from.
    package var restoresImages = false
    /// Whether links to and fro make notes.
    package var findsNotes = false
    /// Whether pictures on lines of their own, with lines in emphasis below, are a figure.
    package var readsFigureLines = false
    /// The language of the surroundings, which need not be declared again.
    package var language: String?

    /// What an author has written: everything is kept.
    package static let fragment = Options()
    /// What a web page shows: what its template adds is left out.
    package static let page = Options(
      keepsClasses: false, keepsAllAnchors: false, splitsAtDoubleBreaks: true,
      keepsEmptyLines: false, restoresImages: true, findsNotes: true)
  }

  /// Blocks with the notes they refer to.
  package struct Output: Sendable, Hashable {
    /// The blocks in order.
    package var blocks: [Block] = []
    /// The notes, in order of first reference; those that nothing refers to come last.
    package var footnotes: [Footnote] = []

    /// Nothing.
    package init() {}

    /// Takes out the headings that stood above the notes: at the end, or before the next heading.
    mutating func dropHeadingsOfNotes() {
      for index in blocks.indices.reversed() {
        guard case .heading(let heading) = blocks[index],
          NoteHeading.names.contains(heading.content.plainText.lowercased())
        else { continue }
        switch index + 1 < blocks.count ? blocks[index + 1] : .thematicBreak {
        case .heading(let next) where next.level > heading.level: continue
        case .heading: blocks.remove(at: index)
        default: if index + 1 == blocks.count { blocks.remove(at: index) }
        }
      }
    }
  }

  private let options: Options
  private let limits: Limits
  /// Addresses as they shall be in the blocks, given those in the tree.
  private let address: @Sendable (String) -> String

  /// Makes a builder; `address` turns an address of the tree into that of a link or picture.
  package init(
    options: Options = .fragment, limits: Limits = .standard,
    address: @escaping @Sendable (String) -> String = { $0 }
  ) {
    self.options = options
    self.limits = limits
    self.address = address
  }

  /// The blocks of everything below some nodes.
  ///
  /// - Parameters:
  ///   - tree: the parsed HTML.
  ///   - roots: the nodes, in order; none within another.
  ///   - excluded: whether to leave out, by node number; empty for none.
  ///   - captions: elements that say something of the picture before them, by their names.
  ///   - shown: elements that are read though their markup hides them.
  ///   - diagnostics: receives what was flattened.
  package func blocks(
    of tree: HTMLTree, from roots: [Int] = [HTMLTree.root], excluding excluded: [Bool] = [],
    captions: Set<Int> = [], shown: Set<Int> = [], diagnostics: inout Diagnostics
  ) -> Output {
    let notes = FootnoteIndex(tree, roots: roots)
    var walk = BlockWalk(
      tree: tree, options: options, limits: limits, notes: notes, excluded: excluded,
      address: address)
    walk.captions = captions
    walk.shown = shown
    if options.findsNotes {
      walk.linked = LinkedNotes(tree, roots: roots, known: Set(notes.notes.map(\.node)))
    }
    if !options.keepsAllAnchors { walk.keepOnlyReferencedAnchors() }
    var output = Output()
    for root in roots { output.blocks += walk.blocks(of: root) }
    output.footnotes = walk.footnotes()
    if !walk.linked.nodes.isEmpty { output.dropHeadingsOfNotes() }
    if walk.isFlattened {
      diagnostics.warn(
        .depthFlattened, "elements nested more than \(limits.depth) levels deep were flattened")
    }
    if walk.hasDroppedSpans {
      diagnostics.warn(
        .attributesCut, "cells that span millions of others were taken for single ones")
    }
    return output
  }
}
