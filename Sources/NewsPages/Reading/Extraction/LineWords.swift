internal import NewsBytes
internal import NewsHTML

/// What the words of a short line say it is for, in the languages that most pages are in.
///
/// One word proves nothing: ``BoundaryRules`` asks for several, for a place, or for a picture beside.
struct LineWords: OptionSet, Sendable {
  let rawValue: UInt64

  /// A letter to subscribe to.
  static let letter = LineWords(rawValue: 1 << 0)
  /// To sign up, to follow.
  static let signUp = LineWords(rawValue: 1 << 1)
  /// What such offers say besides.
  static let offer = LineWords(rawValue: 1 << 2)
  /// Cookies.
  static let cookie = LineWords(rawValue: 1 << 3)
  /// What notices of cookies say besides.
  static let consent = LineWords(rawValue: 1 << 4)
  /// Who took a picture.
  static let credit = LineWords(rawValue: 1 << 5)
  /// A heading above other articles.
  static let related = LineWords(rawValue: 1 << 6)
  /// A heading above the address of a press office.
  static let contact = LineWords(rawValue: 1 << 7)
  /// A heading above what a company says of itself.
  static let about = LineWords(rawValue: 1 << 8)
  /// A label above advertising.
  static let advertisement = LineWords(rawValue: 1 << 9)
  /// `Image 1 of 3`.
  static let picture = LineWords(rawValue: 1 << 10)
  /// Telephone, e-mail.
  static let reach = LineWords(rawValue: 1 << 11)
  /// What points to another article, with a link behind it.
  static let referral = LineWords(rawValue: 1 << 12)
  /// A heading above what the paper says of its author.
  static let author = LineWords(rawValue: 1 << 13)

  private static let latin: [(LineWords, [String])] = [
    (
      .letter,
      [
        "newsletter", "newsletters", "inbox", "mailing list", "email updates", "e-mail updates",
        "our letter", "boletin", "boletim", "nieuwsbrief", "nyhetsbrev", "posteingang", "hirlevel",
        "biuletyn", "lettre d information", "infolettre", "bulten", "uutiskirje", "nyhedsbrev",
      ]
    ),
    (
      .signUp,
      [
        "sign up", "signup", "subscribe", "subscribing", "register now", "join our", "follow us",
        "abonnieren", "abonniere", "anmelden", "jetzt anmelden", "abonnez", "inscrivez",
        "inscreva se", "assine", "suscribirse", "suscribase", "registrate", "apuntate", "iscriviti",
        "abbonati", "aanmelden", "meld je aan", "prenumerera", "zapisz sie", "subskrybuj",
        "subscribite", "log in", "already a subscriber", "subscribers", "download our app",
        "get our app", "create an account", "become a member",
      ]
    ),
    (
      .offer,
      [
        "free", "daily", "weekly", "each week", "every week", "every morning", "never miss",
        "don t miss", "stay up to date", "stay informed", "straight to", "delivered", "latest news",
        "kostenlos", "gratis", "gratuit", "gratuitement", "gratuito", "taglich", "wochentlich",
        "verpassen", "ne manquez", "no te pierdas", "non perdere", "mis niets", "your email",
        "email address", "there is more where", "full story", "full access", "unlimited access",
        "immediate access", "to continue reading", "weiterlesen", "acces illimite",
      ]
    ),
    (
      .cookie,
      [
        "cookie", "cookies",
        // What the advertisers' framework for consent has sites say.
        "partners store", "partners process", "unique identifiers", "device scanning",
        "geolocation data", "information on a device", "partner speichern", "partner verarbeiten",
        "informationen auf einem gerat", "auf ihrem gerat", "partenaires stockons",
        "partenaires traitons", "informations sur un appareil", "donnees de geolocalisation",
        "informacion en un dispositivo", "datos de geolocalizacion",
        "informazioni su un dispositivo", "dati di geolocalizzazione",
        "informacoes num dispositivo",
        "informacoes em um dispositivo", "informatie op een apparaat",
      ]
    ),
    (
      .consent,
      [
        "website", "our site", "this site", "webseite", "site web", "sitio web", "sito", "accept",
        "agree", "agreeing", "consent", "settings", "preferences", "akzeptieren", "zustimmen",
        "einstellungen", "accepter", "acceptez", "aceptar", "acepta", "aceitar", "accetti",
        "personalise", "personalize", "experience", "measure", "ads", "privacy", "datenschutz",
      ]
    ),
    (
      .credit,
      [
        "image credit", "photo credit", "picture credit", "photo by", "image by", "photograph by",
        "credit", "credits", "foto", "fotos", "photo", "bild", "bildquelle", "quelle",
        "credit photo",
        "getty", "getty images", "reuters", "afp", "epa", "dpa", "shutterstock", "istock", "alamy",
        "imago", "picture alliance", "courtesy of", "fotografia", "imagem", "imagen",
        "photographer",
        "image source", "unsplash", "pexels", "wikimedia commons", "ap photo", "via ap",
      ]
    ),
    (
      .related,
      [
        "you may also like", "you might also like", "you may also be interested", "related",
        "related articles", "related stories", "related posts", "related content", "related news",
        "related topics", "related links", "related reading", "read next", "read more", "read also",
        "also read", "more stories", "more from", "more on this", "more news", "more articles",
        "recommended", "recommended for you", "see also", "most read", "most popular", "trending",
        "trending now", "popular posts", "recent posts", "latest posts", "latest news", "up next",
        "what to read next", "keep reading", "editors picks", "das konnte sie auch interessieren",
        "auch interessant", "lesen sie auch", "mehr zum thema", "weitere artikel", "meistgelesen",
        "verwandte artikel", "lire aussi", "a lire aussi", "sur le meme sujet",
        "articles similaires",
        "te puede interesar", "le puede interesar", "lea tambien", "noticias relacionadas",
        "lee tambien", "leia tambem", "leia mais", "veja tambem", "noticias relacionadas",
        "leggi anche", "potrebbe interessarti", "articoli correlati", "lees ook", "meer nieuws",
        "las mer", "les ogsa", "czytaj takze", "zobacz takze", "baca juga", "ilgili haberler",
        "citeste si", "olvasta mar",
      ]
    ),
    (
      .contact,
      [
        "contact", "contacts", "media contact", "press contact", "media contacts", "press contacts",
        "for more information", "contact us", "pressekontakt", "kontakt", "ansprechpartner",
        "ruckfragen", "contact presse", "contacts presse", "contacto", "contacto de prensa",
        "contato",
        "contatti", "ufficio stampa", "perscontact", "presskontakt", "media inquiries",
        "media enquiries", "notes to editors", "editor s notes", "investor contact",
        "investor relations", "press office", "forward looking statements",
      ]
    ),
    (
      .about,
      [
        "about", "about us", "about the author", "about the company", "uber", "uber uns",
        "a propos", "a propos de", "acerca de", "sobre", "informazioni su", "chi siamo", "over ons",
        "om oss",
      ]
    ),
    (
      .advertisement,
      [
        "advertisement", "advertising", "anzeige", "werbung", "publicite", "publicidad",
        "publicidade", "pubblicita", "advertentie", "annons", "reklama", "reklam", "sponsored",
        "continue reading below", "story continues below", "article continues below",
        "article continues after", "promoted",
      ]
    ),
    (
      .picture,
      ["image", "picture", "photo", "slide", "bild", "foto", "imagen", "imagem", "immagine"]
    ),
    (
      .referral,
      [
        "read", "read this", "also", "see", "watch", "watch also", "listen", "must read",
        "in case you missed it",
        "lea", "lea mas", "lee", "lee mas", "leer mas", "mire", "mira", "mire tambien", "vea",
        "vea tambien",
        "ver tambien", "vea ademas", "ademas", "puede leer", "lesen sie", "lesen sie mehr",
        "mehr dazu", "siehe auch",
        "mehr lesen", "hier lesen", "lisez", "lisez aussi", "voir aussi", "leggi", "guarda anche",
        "leia", "veja", "saiba mais", "lees", "bekijk ook", "las", "las ocksa", "se ogsa",
        "lue myos",
        "czytaj", "czytaj wiecej", "czytaj rowniez", "zobacz", "ctete", "prectete si", "citeste",
        "vezi si", "baca", "okuyun", "xem them", "doc them",
      ]
    ),
    (
      .author,
      [
        "about the author", "about the authors", "about the writer", "about the editor",
        "about author", "author bio", "uber den autor", "uber die autorin", "uber die autoren",
        "zum autor", "zur autorin", "zur person", "sobre el autor", "sobre la autora",
        "acerca del autor", "sobre o autor", "sobre a autora", "a propos de l auteur",
        "l auteur", "sull autore", "over de auteur", "om forfatteren", "om forfattaren",
        "o autorze", "o autorce", "o autorovi", "despre autor", "editor hakkinda",
        "yazar hakkinda", "tentang penulis",
      ]
    ),
    (
      .reach,
      [
        "telephone", "tel", "phone", "email", "e mail", "mail", "telefon", "telefono", "fax",
        "mobile",
      ]
    ),
  ]

  private static let others: [(LineWords, [String])] = [
    (
      .related,
      [
        "相关阅读", "相关新闻", "相关链接", "相关文章", "推荐阅读", "延伸阅读", "延伸閱讀", "相關新聞", "更多新闻",
        "関連記事", "関連リンク", "あわせて読みたい", "おすすめ記事", "관련 기사", "관련기사", "추천 기사",
        "Читайте также", "Читайте ещё", "Читать также", "Читайте также", "Читайте також", "По теме",
        "اقرأ أيضا", "اقرأ أيضًا", "مواضيع ذات صلة", "מאמרים קשורים", "Διαβάστε επίσης",
        "könnte Sie auch interessieren", "Läs mer", "À lire", "Прочетете още", "İlgili haberler",
      ]
    ),
    (.contact, ["联系方式", "媒体联系", "联系我们", "お問い合わせ", "연락처", "Контакты", "Контакт для"]),
    (.about, ["关于我们", "会社概要", "О компании", "Über "]),
    (
      .referral,
      [
        "Смотрите", "Читайте", "Читай", "См. также", "اقرأ", "شاهد", "بخوانید", "延伸", "参见", "更多",
        "続きを読む", "閱讀",
      ]
    ),
    (
      .author,
      [
        "Editör Hakkında", "Yazar Hakkında", "关于作者", "作者简介", "關於作者", "作者簡介", "この記事を書いた人",
        "著者プロフィール", "저자 소개", "Об авторе", "Про автора",
        "عن الكاتب",
      ]
    ),
    (.letter, ["订阅", "訂閱", "メルマガ", "뉴스레터", "рассылк", "suscríb", "boletín", "הניוזלטר"]),
    (.cookie, ["クッキー", "куки"]),
    (.credit, ["摄影", "图片来源", "（图", "写真", "사진", "Фото", "フォト", "©"]),
    (.advertisement, ["广告", "廣告", "広告", "광고", "Реклама", "إعلان", "פרסומת", "Publicité"]),
  ]

  /// The same, each word with the bytes that a text must have for it.
  private static let otherWords: [(words: LineWords, text: String, bytes: ByteSet)] =
    others.flatMap { words, list in list.map { (words, $0, ByteSet(Array($0.utf8))) } }

  private static let automaton = WordAutomaton(
    latin.flatMap { words, list in
      list.map { word in (text: "_" + word + "_", bits: words.rawValue) }
    })

  /// What a line's words say.
  init(_ text: [UInt8]) {
    var bits = text.withUnsafeBufferPointer { Self.automaton.bits(in: $0) }
    if text.contains(where: { $0 >= 0x80 }) {
      let bytes = ByteSet(text)
      for word in Self.otherWords
      where word.bytes.isSubset(of: bytes) && text.contains(bytesOf: word.text) {
        bits |= word.words.rawValue
      }
    }
    rawValue = bits
  }

  init(rawValue: UInt64) { self.rawValue = rawValue }
}
