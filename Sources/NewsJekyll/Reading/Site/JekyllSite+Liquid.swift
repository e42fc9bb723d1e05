import Liquid
import NewsFiles
import NewsFrontMatter
import NewsModel
import NewsText

extension JekyllSite: JekyllLiquidSite {
  var liquidObject: any LiquidObject { SiteObject(site: self) }

  var address: String { configuration.values["url"]?.rubyText ?? "" }

  var basePath: String { configuration.values["baseurl"]?.rubyText ?? "" }

  /// Nothing: the hour of the conversion is no part of an article.
  var liquidNow: LiquidDate? { nil }

  func offset(atLocalSeconds seconds: Int) -> Int {
    configuration.clock.zone.offset(atLocalSeconds: seconds)
  }

  func text(atPath path: String) -> [UInt8]? {
    let path = FileSystem.normalized(path)
    guard exists, !path.hasPrefix(".."), !path.hasPrefix("/") else { return nil }
    return FileSystem.bytes(of: source + "/" + path)
  }

  func url(ofPath path: String) -> String? {
    let path = FileSystem.normalized(path.hasPrefix("/") ? String(path.dropFirst()) : path)
    guard exists, !path.hasPrefix("..") else { return nil }
    guard FileSystem.kind(of: source + "/" + path) == .file else { return nil }
    guard let page = page(at: path),
      page.hasFrontMatter || page.place.kind == .post && PostName(path).date != nil
    else { return "/" + path }
    return page.url
  }

  func url(ofPostNamed name: String) -> String? {
    let name = name.hasPrefix("/") ? String(name.dropFirst()) : name
    return postFile(named: name).flatMap(page(at:))?.url
  }

  func html(ofMarkdown markdown: [UInt8]) -> [UInt8] {
    configuration.markdown.html(of: markdown)
  }
}
