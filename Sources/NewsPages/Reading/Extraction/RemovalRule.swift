/// Why a line of a page is not in the article.
enum RemovalRule: UInt8, Sendable {
  /// It is in the article.
  case none
  /// A row of teasers.
  case teasers
  /// The names of its element, or its tag, call it something else.
  case names
  /// A list or box that is mostly links.
  case links
  /// It leads to letters, apps, channels or accounts.
  case promotion
  /// It announces something that is gone.
  case announcement
  /// It stands above the first sentence.
  case start
  /// It stands below the last sentence.
  case end
  /// A notice of copyright.
  case rights
  /// A heading with nothing below it.
  case heading
  /// Its like is not in articles, as far as was learned from other pages.
  case judged
  /// It belongs to another article that is appended.
  case nextArticle
  /// It belongs to a press contact.
  case contact
  /// It asks for consent to cookies.
  case consent
  /// A label above advertising.
  case advertisement
  /// It counts pictures.
  case counter
  /// It says what the article is no advice on.
  case disclaimer
  /// It tells who the author is.
  case author
  /// It repeats on other pages of the host.
  case furniture

  /// The rule in words, for those who ask what was left out.
  var description: String {
    switch self {
    case .none: "outside of the article"
    case .teasers: "a row of teasers"
    case .names: "its element is named as something else"
    case .links: "mostly links"
    case .promotion: "leads to letters, apps or accounts"
    case .announcement: "announces what is gone"
    case .start: "above the first sentence"
    case .end: "below the last sentence"
    case .rights: "a notice of copyright"
    case .heading: "a heading with nothing below it"
    case .judged: "unlike lines of articles"
    case .nextArticle: "another article"
    case .contact: "a press contact"
    case .consent: "asks for consent to cookies"
    case .advertisement: "a label above advertising"
    case .counter: "counts pictures"
    case .disclaimer: "a disclaimer"
    case .author: "about the author"
    case .furniture: "repeats on other pages of the host"
    }
  }
}
