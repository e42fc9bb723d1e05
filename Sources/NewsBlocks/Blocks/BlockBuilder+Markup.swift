internal import NewsHTML
package import NewsModel

extension BlockBuilder {
  /// The blocks of an article's text as feeds, exports and letters hold it: a fragment of HTML, or a
  /// page that is nothing but the text.
  ///
  /// - Parameters:
  ///   - html: the markup, in UTF-8.
  ///   - base: the address that references are relative to.
  ///   - options: how faithful to be.
  ///   - diagnostics: receives what was flattened or could not be read.
  package static func blocks(
    ofMarkup html: [UInt8], base: String?, options: Options = .text, limits: Limits,
    diagnostics: inout Diagnostics
  ) -> Output {
    let builder = BlockBuilder(options: options, limits: limits) { reference in
      URLReference.resolved(reference, against: base)
    }
    do throws(ConversionError) {
      let tree = try HTMLTree(
        parsing: html, isFragment: true, limits: limits, diagnostics: &diagnostics)
      return builder.blocks(of: tree, diagnostics: &diagnostics)
    } catch {
      diagnostics.warn(.textDropped, "the text was left out: \(error.message)")
      return Output()
    }
  }
}

extension BlockBuilder {
  /// The blocks of an author's own markup, such as Markdown becomes: a fragment, of which everything
  /// is kept.
  ///
  /// - Parameters:
  ///   - html: the markup, in UTF-8.
  ///   - diagnostics: receives what was flattened or could not be read.
  ///   - address: what addresses of links and pictures shall be.
  package static func blocks(
    ofMarkup html: [UInt8], limits: Limits, diagnostics: inout Diagnostics,
    address: @escaping @Sendable (String) -> String
  ) -> Output {
    do throws(ConversionError) {
      let tree = try HTMLTree(
        parsing: html, isFragment: true, limits: limits, diagnostics: &diagnostics)
      return BlockBuilder(options: .fragment, limits: limits, address: address).blocks(
        of: tree, diagnostics: &diagnostics)
    } catch {
      diagnostics.warn(.textDropped, "the text was left out: \(error.message)")
      return Output()
    }
  }
}

extension BlockBuilder.Options {
  /// What a system of publishing holds of an article: no template is around it, and its classes are
  /// the system's own.
  package static let text = {
    var options = BlockBuilder.Options.page
    options.keepsAllAnchors = true
    return options
  }()
}
