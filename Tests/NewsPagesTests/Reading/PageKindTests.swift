import NewsModel
import NewsTestSupport
import Testing

@testable import NewsPages

/// Pages that are no plain article: each comes out with what belongs to its kind.
struct PageKindTests {
  private static let sentences = [
    "The water rose two metres in the night, and the lower quay was under it by the morning.",
    "Nobody in the office of the harbour could remember a flood that came so early in a year.",
    "The gates were tried one after another by hand, for the power had failed in the evening.",
    "The market is to open on Saturday, the mayor said, whatever the weather does until then.",
  ]

  private static let head = """
    <header><nav><ul><li><a href=/>Home</a></li><li><a href=/new>What is new</a></li></ul></nav></header>
    """
  private static let foot = """
    <footer><p>All rights reserved.</p><ul><li><a href=/tos>Terms of service</a></li></ul></footer>
    """

  private static func text(_ html: String) throws -> String {
    BlockDump.dump(
      try MetadataTests.read("<title>The flood</title><body>\(head)\(html)\(foot)").body)
  }

  @Test func aTickerKeepsItsTimes() throws {
    let entries = Self.sentences.enumerated().map { index, sentence in
      "<section class=entry><div class=entry-time>1\(index):30</div><h3>Part \(index)</h3><p>\(sentence)</p></section>"
    }.joined()
    let text = try Self.text("<main><h1>The flood</h1><div>\(entries)</div></main>")
    for index in Self.sentences.indices {
      #expect(text.contains("1\(index):30") && text.contains("Part \(index)"))
      #expect(text.contains(Self.sentences[index]))
    }
  }

  @Test(arguments: ["p", "div", "section"])
  func whatStandsBehindAPaywallIsTheArticle(tag: String) throws {
    let parts = Self.sentences.map { sentence in
      let text = tag == "p" ? sentence : "<p>\(sentence)</p>"
      return "<div class=grid><\(tag) class='paywall'>\(text)</\(tag)></div><div class=ad></div>"
    }.joined()
    let text = try Self.text(
      "<main><article><h1>The flood</h1>\(parts)<div class='paywall-offer paywall'>"
        + "<p>Subscribe now to read on.</p></div></article></main>")
    for sentence in Self.sentences {
      #expect(text.contains(sentence))
    }
  }

  @Test("The captions of a few slides in an article that is called a gallery")
  func captionsOfAGallery() throws {
    let slides = Self.sentences.prefix(2).enumerated().map { index, sentence in
      "<figure class=slide><img src=/\(index).jpg><figcaption><h2>Quay \(index)</h2><p>\(sentence)</p></figcaption></figure>"
    }.joined()
    let text = try Self.text(
      "<article class=gallery><h1>The flood</h1><p>Two quays under water.</p>\(slides)</article>")
    #expect(text.contains("Two quays") && Self.sentences.prefix(2).allSatisfy { text.contains($0) })
    #expect(text.contains("Quay 1") && !text.contains("Home"))
  }

  @Test(arguments: ["slideshow", "photo-gallery", "bildergalerie"])
  func theTextOfAGalleryIsTheArticle(name: String) throws {
    let slides = Self.sentences.enumerated().map { index, sentence in
      "<section class=slide><img src=/\(index).jpg><div>\(index + 1) of 4</div><h2>Room \(index)</h2><div class=slide-text><p>\(sentence)</p></div></section>"
    }.joined()
    let text = try Self.text("<main><h1>The flood</h1><div class=\(name)>\(slides)</div></main>")
    for (index, sentence) in Self.sentences.enumerated() {
      #expect(text.contains(sentence) && text.contains("/\(index).jpg"))
    }
    #expect(!text.contains("1 of 4") && !text.contains("Home"))
  }

  @Test func aGalleryBesideAnArticleIsNotTheArticle() throws {
    let article = (0..<3).flatMap { _ in Self.sentences.map { "<p>\($0)</p>" } }.joined()
    let slides = (0..<12).map { index in
      "<li class=slide><img src=/\(index).jpg><p>Number \(index) of the pictures of the week shows a street somewhere.</p></li>"
    }.joined()
    let text = try Self.text(
      "<main><article><h1>The flood</h1><div class=text>\(article)</div></article><div class=gallery><h2>The week</h2><ul>\(slides)</ul></div></main>"
    )
    #expect(text.contains(Self.sentences[0]) && !text.contains("Number 7"))
  }

  @Test func aShortArticleIsNotDrownedByThePage() throws {
    let teasers = (0..<8).map { "<p><a href=/\($0)>\(Self.sentences[$0 % 4])</a></p>" }.joined()
    let text = try Self.text(
      "<div class=page><div class=crumbs>You are here: <a href=/n>News</a></div><h1>The flood</h1><div class=t><p>\(Self.sentences[0])</p></div><div class=r><h3>More news</h3>\(teasers)</div></div>"
    )
    #expect(text.contains(Self.sentences[0]) && !text.contains(Self.sentences[1]))
  }

  @Test func aRecipeKeepsItsTimes() throws {
    let text = try Self.text(
      "<article><h1>The flood</h1><p>\(Self.sentences.joined(separator: " "))</p><div class=wprm-recipe><h2>Plum cake</h2><div class=recipe-times><div class=recipe-time-container>Preparation 20 minutes</div></div><h3>Ingredients</h3><ul><li>250 g flour</li><li>1 kg plums</li></ul></div></article>"
    )
    #expect(text.contains("20 minutes") && text.contains("1 kg plums"))
  }

  @Test func aThreadHasItsPostsWithoutSignatures() throws {
    let posts = Self.sentences.enumerated().map { index, sentence in
      "<div class=post id=p\(index)><dl class=postprofile><dt><a href=/u\(index)>sailor\(index)</a></dt><dd><strong>Posts:</strong> 12\(index)</dd></dl><div class=postbody><div class=content>\(sentence)</div><div class=signature>Keep calm and pump on</div></div></div>"
    }.joined()
    let text = try Self.text("<div role=main><h2>The flood</h2>\(posts)</div>")
    for sentence in Self.sentences { #expect(text.contains(sentence)) }
    #expect(!text.contains("Keep calm") && !text.contains("Posts:"))
  }

  @Test func aFormulaWithAMenuStays() throws {
    let formula = """
      <mjx-container class="MathJax CtxtMenu_Attached_0" jax=CHTML display=true><mjx-math aria-hidden=true></mjx-math>\
      <mjx-assistive-mml display=block><math display=block><mi>a</mi><mo>=</mo><mi>b</mi></math></mjx-assistive-mml></mjx-container>
      """
    let text = try Self.text(
      "<article><h1>The flood</h1><p>\(Self.sentences[0])</p>\(formula)<p>\(Self.sentences[1])</p><p>\(Self.sentences[2])</p></article>"
    )
    #expect(text.contains("a") && text.lowercased().contains("math"))
  }

  @Test(arguments: ["\u{200B}", "#", "¶", "🔗"])
  func aHeadingLosesTheSignThatLeadsToIt(sign: String) throws {
    let text = try Self.text(
      "<article><h1>The flood</h1><p>\(Self.sentences[0])</p><h2 id=g>Gates <a class=hash-link href=#g>\(sign)</a></h2><p>\(Self.sentences[1])</p></article>"
    )
    #expect(text.contains("Gates") && !text.contains(sign + "\"") && !text.contains("link"))
  }
}
