/// The names of months, by what they begin with, in the languages of the news.
package enum MonthNames {
  /// The month that a word in lower case names, 1 to 12.
  package static func month(_ word: String, language: String? = nil) -> Int? {
    guard mayBegin(word.utf8) else { return nil }
    let count = word.unicodeScalars.count
    guard count >= 2 else { return nil }
    if let language, let own = ownWords[String(language.prefix { $0 != "-" })],
      let entry = own.first(where: { word.hasPrefix($0.prefix) })
    {
      return entry.month
    }
    if let month = exact[word] { return month }
    guard count >= 3 else { return nil }
    if let month = month(in: prefixes, word, count) { return month }
    // Hebrew has its preposition before the name.
    guard word.hasPrefix("ב") else { return nil }
    let name = String(word.dropFirst())
    return exact[name] ?? month(in: prefixes, name, count - 1)
  }

  private static func month(
    in table: [Unicode.Scalar: [Entry]], _ word: String, _ count: Int
  ) -> Int? {
    guard let first = word.unicodeScalars.first, let entries = table[first] else { return nil }
    for entry in entries where word.hasPrefix(entry.prefix) {
      // `mayor` and `marketing` are none.
      return count <= entry.prefix.unicodeScalars.count + 7 ? entry.month : nil
    }
    return nil
  }

  /// Whether a name begins with the two bytes that a word begins with; most words are told by that
  /// to be none.
  private static func mayBegin(_ word: String.UTF8View) -> Bool {
    var rest = word.makeIterator()
    guard let first = rest.next(), let second = rest.next() else { return false }
    return first >= 0x80 || second >= 0x80 || beginnings[Int(first) << 7 | Int(second)]
  }

  /// The first two letters of names, both ASCII.
  private static let beginnings: [Bool] = {
    var beginnings = [Bool](repeating: false, count: 1 << 14)
    let names =
      Array(exact.keys) + prefixes.values.joined().map(\.prefix)
      + ownWords.values.joined().map(\.prefix)
    for name in names {
      let bytes = Array(name.utf8.prefix(2))
      if bytes.count == 2, bytes[0] < 0x80, bytes[1] < 0x80 {
        beginnings[Int(bytes[0]) << 7 | Int(bytes[1])] = true
      }
    }
    return beginnings
  }()

  private struct Entry {
    var prefix: String
    var month: Int
  }

  private static func entries(_ list: String) -> [Entry] {
    list.split(separator: " ").enumerated().compactMap { index, name in
      name == "_"
        ? nil : Entry(prefix: name.split(separator: "+").joined(separator: " "), month: index + 1)
    }
  }

  /// Whole words: short forms, and names that begin other words. `_` skips a month, `+` stands for
  /// a blank.
  private static let exact: [String: Int] = {
    let lists = [
      "jan feb mar apr may jun jul aug sep oct nov dec",
      "jan feb mär apr mai jun jul aug sep okt nov dez",
      "jän feb mrz apr mai jun jul aug sept okt nov dez",
      "ene feb mar abr may jun jul ago set oct nov dic",
      "gen feb mar apr mag giu lug ago set ott nov dic",
      "jan fev mar abr mai jun jul ago set out nov dez",
      "janv févr mars avr mai juin juil août sept oct nov déc",
      "janv fév mar avr mai juin juil aout sept oct nov dec",
      "gen febr març abr maig juny jul ag set oct nov des",
      "sty lut mar kwi maj cze lip sie wrz paź lis gru",
      "янв фев мар апр мая июн июл авг сен окт ноя дек",
      "янв февр март апр май июн июл авг сент окт нояб дек",
      "січ лют бер кві тра чер лип сер вер жов лис гру",
      "oca şub mar nis may haz tem ağu eyl eki kas ara",
      "jan feb mrt apr mei jun jul aug sep okt nov dec",
      "jan feb mars apr mai juni juli aug sep okt nov des",
      "ian feb mar apr mai iun iul aug sep oct noi dec",
      "led úno bře dub kvě čvn čvc srp zář říj lis pro",
      "jan febr márc ápr máj jún júl aug szept okt nov dec",
      "ιαν φεβ μαρ απρ μαι ιουν ιουλ αυγ σεπ οκτ νοε δεκ",
      "_ _ _ _ мај јун јул авг сеп _ _ _",
      "_ _ mac _ _ _ _ ogos _ _ _ _",
      "มค กพ มีค เมย พค มิย กค สค กย ตค พย ธค",
      "ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.",
      "_ _ _ _ ماي _ _ غشت شتنبر _ نونبر دجنبر",
      "جانفي فيفري _ أفريل ماي جوان جويلية أوت _ _ _ _",
      "كانون+الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين+الأول تشرين+الثاني كانون+الأول",
      "كانون+ثاني _ اذار _ ايار _ _ اب ايلول تشرين+أول تشرين+ثاني كانون+أول",
      "جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر",
      "_ _ _ _ مه ژوئن ژوئیه اوت سپتامبر _ _ _",
      "ינו פבר מרץ אפר מאי יוני יולי אוג ספט אוק נוב דצמ",
      "_ _ _ _ मई जून _ _ _ _ _ _",
      "_ _ _ _ মে জুন _ _ _ _ _ _",
      "_ _ _ _ மே ஜூன் ஜூலை _ _ _ _ _",
      "_ _ _ _ maj _ _ _ _ _ _ _",
      "_ _ _ _ מאי _ _ _ _ _ _ _",
      "_ _ mart _ mayo _ _ _ _ _ _ _",
      "_ _ _ _ мај _ _ _ _ _ _ _",
      "_ _ mac _ mei _ _ _ _ _ _ _",
      "_ _ _ _ მაისი _ _ _ _ _ _ _",
    ]
    var map: [String: Int] = [:]
    for entry in lists.flatMap(entries) where map[entry.prefix] == nil {
      map[entry.prefix] = entry.month
    }
    return map
  }()

  /// What names begin with, by their first letter, the longest first.
  private static let prefixes: [Unicode.Scalar: [Entry]] = {
    let lists = [
      "janu febr march april _ june july augu sept octo nove dece",
      "jänn feber märz april _ juni juli augu sept okto nove deze",
      "enero febrer marzo abril _ junio julio agosto septie octubr noviem diciem",
      "genna febbr marzo april maggio giugno luglio agosto settem ottobr novem dicem",
      "janei fever março abril maio junho julho agosto setem outub novem dezem",
      "janvi févri mars avril _ juin juill août septem octob novem décem",
      "janvi fevri _ _ _ _ juil aout _ _ _ decem",
      "gener febrer març abril maig juny juliol agost setem octub novem desem",
      "xanei febrei marzo abril maio xuñ xull agost setem outub novem decem",
      "urtarr otsail martxo apiril maiatz ekain uztail abuztu irail urri azaro abendu",
      "stycz lut marc kwie maja czerw lipc sierp wrze paźdz listop grud",
      "leden únor březn dubn květ červn červen srpn září říjn listop prosin",
      "ledna února břez dub květn června července srpen zář říj _ prosince",
      "január február marec apríl máj jún júl august septem októb novem decem",
      "januára februára marca apríla mája júna júla augusta _ _ _ _",
      "siječ velja ožuj travnj svib lipnj srpnj kolov ruj _ studen prosin",
      "_ _ _ travanj _ lipanj srpanj _ rujan _ _ _",
      "январ феврал март апрел _ июн июл август сентя октяб нояб декаб",
      "януар феврув март април май юни юли август септем октом ноем декем",
      "јануар фебруар март април _ јун јул август септем октоб новем децем",
      "_ февруар _ _ _ _ _ _ _ октом ноем декем",
      "січ лютого берез квіт травн червн липн серпн верес жовтн листоп груд",
      "_ лютий _ _ травень червень липень серпень _ жовтень _ _",
      "студз лютаг сакав красав _ чэрв ліпен жніў верас кастр лістап снежн",
      "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан",
      "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
      "yanvar fevral mart aprel _ iyun iyul avqust sentya oktya noya dekab",
      "_ _ _ _ _ _ _ avgust sentab oktab noyab dekabr",
      "januari februari maart april _ juni juli augustus septem oktober november december",
      "januar februar marts april _ juni juli august september oktober november december",
      "janúar febrúar mars apríl maí júní júlí ágúst septem október nóvem desem",
      "tammi helmi maalis huhti touko kesä heinä elok syys loka marras joulu",
      "jaanuar veebruar märts aprill _ juuni juuli august septem oktoob novem detsem",
      "janvār februār mart aprīl maij jūnij jūlij august septem oktob novem decem",
      "saus vasar kov baland geguž birž liep rugpj rugs spal lapkr gruod",
      "január február március április május június július auguszt szeptem október november december",
      "ianuar februar martie aprilie _ iunie iulie august septem octomb noiemb decemb",
      "ιανου φεβρ μαρτ απρι μαΐ ιουν ιουλ αυγο σεπτ οκτω νοεμ δεκε",
      "ιανουά φεβρου μάρτ απρίλ μάι ιούν ιούλ αύγ σεπτέ οκτώ νοέμ δεκέ",
      "janar shkurt mars prill _ qershor korrik gusht shtator tetor nëntor dhjetor",
      "januari februari maret april mei juni juli agustus september oktober november desember",
      "_ _ _ _ _ jun julai ogos _ _ _ disember",
      "_ pebrero marso abril _ hunyo hulyo agosto setyem oktubre nobyem disyem",
      "_ _ machi aprili _ _ julai agosti septem oktoba novem desem",
      "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
      "ينایر _ _ ابريل _ _ يوليوز اغسطس _ اكتوبر _ _",
      "ژانویه فوریه مارس آوریل _ ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر",
      "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند",
      "ינואר פברואר מרץ אפריל _ יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר",
      "जनवरी फरवरी मार्च अप्रैल _ _ जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर",
      "_ फ़रवरी _ _ _ _ _ _ सितम्बर अक्तूबर नवम्बर दिसम्बर",
      "जानेवारी फेब्रुवारी _ एप्रिल _ _ जुलै ऑगस्ट सप्टेंबर ऑक्टोबर नोव्हेंबर डिसेंबर",
      "জানুয়ারি ফেব্রুয়ারি মার্চ এপ্রিল _ _ জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর",
      "ஜனவரி பிப்ரவரி மார்ச் ஏப்ரல் _ _ _ ஆகஸ்ட் செப்டம்பர் அக்டோபர் நவம்பர் டிசம்பர்",
      "జనవరి ఫిబ్రవరి మార్చి ఏప్రిల్ _ _ జులై ఆగస్టు సెప్టెంబర్ అక్టోబర్ నవంబర్ డిసెంబర్",
      "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม",
      "იანვ თებერვ მარტ აპრილ მაის ივნის ივლის აგვისტ სექტემბ ოქტომბ ნოემბ დეკემბ",
      "հունվար փետրվար մարտ ապրիլ մայիս հունիս հուլիս օգոստոս սեպտեմբ հոկտեմբ նոյեմբ դեկտեմբ",
    ]
    var table: [Unicode.Scalar: [Entry]] = [:]
    for entry in lists.flatMap(entries) {
      guard let first = entry.prefix.unicodeScalars.first else { continue }
      if !table[first, default: []].contains(where: { $0.prefix == entry.prefix }) {
        table[first, default: []].append(entry)
      }
    }
    return table.mapValues { $0.sorted { $0.prefix.utf8.count > $1.prefix.utf8.count } }
  }()

  /// Names that mean another month than in most languages.
  private static let ownWords: [String: [Entry]] = {
    let croatian = entries("_ _ _ _ _ _ _ _ _ listop _ _")
    // In Persian the Gregorian آذر is none, in Iraq آذار is March: whole words decide there.
    let persian = entries(
      "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند")
    return ["hr": croatian, "bs": croatian, "fa": persian]
  }()
}
