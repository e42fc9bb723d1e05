import Liquid
import NewsFiles
import NewsFrontMatter
import NewsModel
import NewsText

extension JekyllSite: JekyllLiquidSite {
  func liquidObject(noting refusals: RefusalNotes) -> any LiquidObject {
    SiteObject(site: self, refusals: refusals)
  }

  var address: String { configuration.values["url"]?.rubyText ?? "" }

  var basePath: String { configuration.values["baseurl"]?.rubyText ?? "" }

  /// Nothing: the hour of the conversion is no part of an article.
  var liquidNow: LiquidDate? { nil }

  func offset(atLocalSeconds seconds: Int) -> Int {
    configuration.clock.zone.offset(atLocalSeconds: seconds)
  }

  func text(atPath path: String) throws(LiquidError) -> [UInt8]? {
    let path = FileSystem.normalized(path)
    guard exists, !path.hasPrefix(".."), !path.hasPrefix("/") else { return nil }
    return try bytes(atPath: path)
  }

  /// The bytes of a file by its path relative to the source.
  ///
  /// - Throws: where there is one that is not opened.
  func bytes(atPath path: String) throws(LiquidError) -> [UInt8]? {
    let reading = boundary.read(source + "/" + path)
    if let refusal = reading.refusal {
      throw LiquidError(.noTemplate, "'\(path)' \(refusal.message)")
    }
    return reading.bytes
  }

  func url(ofPath path: String) -> String? {
    let path = FileSystem.normalized(path.hasPrefix("/") ? String(path.dropFirst()) : path)
    guard exists, !path.hasPrefix("..") else { return nil }
    guard boundary.kind(of: source + "/" + path) == .file else { return nil }
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
