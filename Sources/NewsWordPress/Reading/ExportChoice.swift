internal import NewsModel

/// Which items of an export are read.
struct ExportChoice: Sendable {
  private var types: Set<String> = ["post"]
  private var statuses: Set<String> = ["publish"]

  init(_ options: FormatOptions) throws(ConversionError) {
    if try options.flag("pages") == true { types.insert("page") }
    types.formUnion(options.values("post-type"))
    if try options.flag("drafts") == true { statuses.formUnion(["draft", "pending"]) }
    if try options.flag("future") == true { statuses.insert("future") }
    if try options.flag("unpublished") == true { statuses.insert("private") }
  }

  /// Why an item is not read; `nil` if it is.
  func reason(toLeaveOut item: ExportedItem) -> LeftOut.Reason? {
    // What the site is made of is nobody's article, and is not worth a word.
    if Self.furniture.contains(item.type) { return .furniture }
    if !types.contains(item.type) { return item.type == "page" ? .page : .type(item.type) }
    if item.status == "inherit" || item.status == "auto-draft" { return .furniture }
    if !statuses.contains(item.status) {
      switch item.status {
      case "draft", "pending": return .draft
      case "future": return .future
      case "private": return .unpublished
      case let other: return .status(other)
      }
    }
    return nil
  }

  /// Menus, styles, templates, form entries, cached answers of other sites, and old versions.
  private static let furniture: Set<String> = [
    "nav_menu_item", "revision", "custom_css", "customize_changeset", "oembed_cache",
    "user_request", "wp_template", "wp_template_part", "wp_global_styles", "wp_navigation",
    "wp_font_family", "wp_font_face", "acf-field", "acf-field-group", "feedback",
    "jp_img_sitemap", "jp_sitemap", "jp_sitemap_master", "jp_pay_order", "jp_pay_product",
  ]
}

/// How many items were left out, and why.
struct LeftOut {
  enum Reason: Hashable {
    case page, draft, future, unpublished, furniture
    case type(String)
    case status(String)
  }

  private var counts: [(reason: Reason, count: Int)] = []

  mutating func count(_ reason: Reason) {
    if let known = counts.firstIndex(where: { $0.reason == reason }) {
      counts[known].count += 1
    } else if counts.count < 1000 {
      counts.append((reason, 1))
    }
  }

  func report(_ diagnostics: inout Diagnostics) {
    for (reason, count) in counts {
      func some(_ one: String, _ several: String) -> String {
        count == 1 ? "1 \(one) is left out" : "\(count) \(several) are left out"
      }
      switch reason {
      case .furniture: break
      case .page:
        diagnostics.notice(
          .postUnpublished, some("page", "pages") + "; --pages reads pages too")
      case .draft:
        diagnostics.notice(.postDraft, some("draft", "drafts") + "; --drafts reads drafts too")
      case .future:
        diagnostics.notice(
          .postFuture, some("post", "posts") + " with a date to come; --future reads such too")
      case .unpublished:
        diagnostics.notice(
          .postUnpublished,
          some("private post", "private posts")
            + "; --unpublished reads such too")
      case .type(let type):
        diagnostics.notice(
          .postUnpublished,
          some("item", "items") + " of the type '\(type)'; --post-type \(type) reads such too")
      case .status(let status):
        diagnostics.notice(.postUnpublished, some("post", "posts") + " of status '\(status)'")
      }
    }
  }
}
