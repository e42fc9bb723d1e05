internal import NewsBytes
internal import NewsHTML

/// Tells short lines that lead readers elsewhere: to apps, channels, letters and accounts.
///
/// It goes by where their links lead, which is the same in all languages.
struct PromotionLinks {
  private let tree: HTMLTree

  init(_ tree: HTMLTree) { self.tree = tree }

  /// A longer line is running text, whatever it links to.
  private static let longest = 280
  private static let longestWithin = 180

  /// What addresses of forms to sign up have in them.
  private static let letters = [
    "/newsletter", "://newsletter.", "/subscribe", "/subscription", "/suscri", "/abonnement",
    "/abonnieren", "/signup", "/sign-up", "/login", "/register",
  ]
  /// What addresses of shops for programs, channels and the like have in them. An article may be
  /// about these; below it they are the paper's own.
  private static let shops = [
    "play.google.com/store", "apps.apple.com", "itunes.apple.com", "appgallery.huawei.com",
    "://t.me/", "telegram.me/", "whatsapp.com/channel", "chat.whatsapp.com",
    "news.google.com/publications", "steadyhq.com", "patreon.com/",
  ]
  private static let networks = [
    "facebook.com/", "twitter.com/", "://x.com/", "instagram.com/", "youtube.com/", "linkedin.com/",
    "tiktok.com/", "threads.net/", "t.me/", "vk.com/", "weibo.com/", "pinterest.", "mailto:",
  ]

  /// Whether a line is one; at the end of an article more is.
  func isPromotion(_ line: PageOutline.Line, isNearEnd: Bool) -> Bool {
    guard line.links > 0, line.length <= (isNearEnd ? Self.longest : Self.longestWithin),
      line.kind != .heading
    else { return false }
    var seen = -1
    var networks: Set<Int> = []
    for node in Int(line.first)..<Int(line.end) where tree.nodes[node].tag == .text {
      guard let link = link(around: node, within: Int(line.block)), link != seen else { continue }
      seen = link
      guard let href = tree.value(.href, of: link), href.count < 2000 else { continue }
      let address = href.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
      if Self.letters.contains(where: { address.contains(bytesOf: $0) }) { return true }
      guard isNearEnd else { continue }
      if Self.shops.contains(where: { address.contains(bytesOf: $0) }) { return true }
      // A post is quoted, an account is to be followed.
      let isPost = ["/status/", "/p/", "/posts/", "watch?v=", "/video/", "/reel/"]
        .contains { address.contains(bytesOf: $0) }
      if !isPost, let network = Self.networks.firstIndex(where: { address.contains(bytesOf: $0) }) {
        networks.insert(network)
      }
    }
    return networks.count >= 2
  }

  /// Whether a short line is a link to a program for telephones: to a shop, or to a page of the site
  /// that is called so.
  func leadsToProgram(_ line: PageOutline.Line) -> Bool {
    guard line.links == 1, line.length <= 60, line.linkLength * 3 > line.length * 2,
      !line.endsSentence
    else { return false }
    for node in Int(line.first)..<Int(line.end) where tree.nodes[node].tag == .text {
      guard let link = link(around: node, within: Int(line.block) - 1),
        let href = tree.value(.href, of: link), href.count < 2000
      else { continue }
      let address = href.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
      if Self.programs.contains(where: { address.contains(bytesOf: $0) }) { return true }
      let path = address.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
      let name = path.split(separator: UInt8(ascii: "/")).last ?? []
      return Self.programPages.contains { name.elementsEqual($0.utf8) }
    }
    return false
  }

  private static let programs = [
    "play.google.com/store", "apps.apple.com", "itunes.apple.com/app", "appgallery.huawei.com",
    "onelink.me/", "app.link/", "page.link/", "app.adjust.com/",
  ]
  /// What sites call the page of their program.
  private static let programPages = [
    "app", "apps", "app.html", "mobile-app", "mobile-apps", "app-download", "download-app",
    "get-app",
    "getapp", "getourapp", "news-app", "newsapp", "our-app", "the-app", "aplicacion", "apps.html",
  ]

  private func link(around node: Int, within block: Int) -> Int? {
    var node = tree.parent(of: node)
    while node > block {
      if tree.nodes[node].tag == .a { return node }
      node = tree.parent(of: node)
    }
    return nil
  }
}
