import NewsHTML
import NewsModel
import Testing

@testable import NewsBlocks

/// Drawings that stand in a page as elements.
@Suite struct DrawingTests {
  private func image(_ html: String) throws -> Image? {
    var diagnostics = Diagnostics()
    let tree = try HTMLTree(
      parsing: Array(html.utf8), isFragment: true, diagnostics: &diagnostics)
    let blocks = BlockBuilder(options: .page).blocks(of: tree, diagnostics: &diagnostics).blocks
    var found: Image?
    for block in blocks {
      switch block {
      case .figure(let figure):
        for case .paragraph(let paragraph) in figure.content {
          for case .image(let image) in paragraph.content { found = image }
        }
      case .paragraph(let paragraph):
        for case .image(let image) in paragraph.content { found = image }
      default: continue
      }
    }
    return found
  }

  /// What is a picture, and its alternative text; `nil` for an icon.
  static let drawings: [(html: String, alternative: String?)] = [
    ("<figure><svg><title>A curve</title><path d='M0 0'/></svg></figure>", "A curve"),
    (
      "<figure><svg><desc> Tide,\n rising </desc></svg><figcaption>C</figcaption></figure>",
      "Tide, rising"
    ),
    ("<p><svg width=300 height=200 aria-label=Map><title>No</title></svg></p>", "Map"),
    ("<svg viewBox='0 0 640 480'><rect/></svg>", ""),
    ("<svg viewBox='0,0,640.5,480'></svg>", ""),
    ("<p>Go <svg width=16 height=16><path/></svg></p>", nil),
    ("<p><svg viewBox='0 0 24 24'></svg></p>", nil),
    ("<figure><svg viewBox='0 0 24 24'></svg></figure>", nil),
    ("<figure><a href=x><svg></svg></a></figure>", nil),
    ("<svg width=300 height=200 aria-hidden=true></svg>", nil),
    ("<p><svg></svg></p>", nil),
    ("<svg width=99999999999999999999 height=9e99></svg>", nil),
    ("<svg viewBox='0 0 1e300 1e300'></svg>", nil),
  ]

  @Test(arguments: drawings) func pictures(_ html: String, _ alternative: String?) throws {
    #expect(try image(html)?.alternative == alternative)
  }

  /// What of a drawing is left out, and what stays.
  static let parts: [(inside: String, kept: String)] = [
    ("<path d=M0/>", "<path d=\"M0/\"></path>"),
    ("<text>a &lt; b &amp; c</text>", "<text>a &lt; b &amp; c</text>"),
    (
      "<linearGradient id=g><stop offset=0></linearGradient>",
      "<linearGradient id=\"g\"><stop offset=\"0\"></stop></linearGradient>"
    ),
    ("<rect fill='url(#g)'/>", "<rect fill=\"url(#g)\"></rect>"),
    ("<use xlink:href='#g'/>", "<use xlink:href=\"#g\"></use>"),
    ("<script>x</script>", ""), ("<foreignObject><p>x</p></foreignObject>", ""),
    ("<rect onclick=x onload=y />", "<rect></rect>"),
    ("<use href='https://a.example/x.svg#g'/>", "<use></use>"),
    ("<image href='file:///etc/passwd'/>", "<image></image>"),
    ("<a href='javascript:x()'><text>t</text></a>", "<a><text>t</text></a>"),
    ("<rect style='fill:url(https://a.example/x)'/>", "<rect></rect>"),
    ("<style>@import 'https://a.example/x';</style>", ""),
    ("<style>.a>b{fill:red}</style>", "<style>.a>b{fill:red}</style>"),
    ("<set attributeName=href to='javascript:x()'/>", ""),
    ("<g><svg onload=x><g/></svg></g>", "<g><svg><g></g></svg></g>"),
  ]

  @Test(arguments: parts) func markup(_ inside: String, _ kept: String) throws {
    let image = try #require(try image("<svg width=100 height=100>\(inside)</svg>"))
    let file = try #require(DataAddress(image.source)?.resource)
    #expect(file.mediaType == "image/svg+xml")
    let text = String(decoding: file.bytes, as: UTF8.self)
    let start = try #require(text.firstRange(of: "height=\"100\">"))
    #expect(text[start.upperBound...] == kept + "</svg>")
  }
}
