/// The names of months, by what they begin with, in the languages of the news.
enum MonthNames {
  /// The month a word names, 1 to 12.
  static func month(_ word: String) -> Int? {
    guard word.unicodeScalars.count >= 3 else { return nil }
    if let month = exact[word] { return month }
    for (prefix, month) in prefixes where word.hasPrefix(prefix) {
      // `mayor` and `marketing` are none.
      return word.unicodeScalars.count <= prefix.unicodeScalars.count + 7 ? month : nil
    }
    return nil
  }

  private static let exact: [String: Int] = {
    let lists = [
      "jan feb mar apr may jun jul aug sep oct nov dec",
      "jan feb mär apr mai jun jul aug sep okt nov dez",
      "jän feb mrz apr mai jun jul aug sept okt nov dez",
      "ene feb mar abr may jun jul ago set oct nov dic",
      "gen feb mar apr mag giu lug ago set ott nov dic",
      "jan fev mar abr mai jun jul ago set out nov dez",
      "janv févr mars avr mai juin juil août sept oct nov déc",
      "sty lut mar kwi maj cze lip sie wrz paź lis gru",
      "янв фев мар апр мая июн июл авг сен окт ноя дек",
      "oca şub mar nis may haz tem ağu eyl eki kas ara",
      "jan feb mrt apr mei jun jul aug sep okt nov dec",
      "may may march april may june july august sept october november december",
    ]
    var map: [String: Int] = [:]
    for list in lists {
      for (index, name) in list.split(separator: " ").enumerated() where map[String(name)] == nil {
        map[String(name)] = index + 1
      }
    }
    return map
  }()

  private static let prefixes: [(String, Int)] = {
    let lists = [
      "janu febr march april _ june july augu sept octo nove dece",
      "jänn feber märz april _ juni juli augu sept okto nove deze",
      "enero febrer marzo abril mayo junio julio agosto septie octubr noviem diciem",
      "genna febbr marzo april maggio giugno luglio agosto settem ottobr novem dicem",
      "janei fever março abril maio junho julho agosto setem outub novem dezem",
      "janvi févri mars avril _ juin juill août septem octob novem décem",
      "stycz lut marca kwiet maja czerw lipca sierp wrze paźdz listop grud",
      "leden únor břez dubn květ červn červen srpn září říjn listop prosin",
      "январ феврал март апрел мая июн июл август сентяб октябр ноябр декабр",
      "січн лютого берез квіт травн червн липн серпн верес жовтн листоп груд",
      "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
      "januari februari maart april mei juni juli augustus september oktober november december",
      "januar februar marts april maj juni juli august september oktober november december",
      "tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu",
      "január február márci április május június július auguszt szeptem október november december",
      "ianuar februar martie aprilie mai iunie iulie august septem octomb noiemb decemb",
      "ιανου φεβρ μαρτ απρι μαΐ ιουν ιουλ αυγο σεπτ οκτω νοεμ δεκε",
      "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
      "januari februari maret april mei juni juli agustus september oktober november desember",
    ]
    var pairs: [(String, Int)] = []
    for list in lists {
      for (index, name) in list.split(separator: " ").enumerated() where name != "_" {
        pairs.append((String(name), index + 1))
      }
    }
    return pairs
  }()
}
