internal import CCLD2

/// Tells the language of a text: CLD2's tables know 83 of them; a short text, or one on a
/// system without the library, is judged by its letters and commonest words.
///
/// Meant for texts that no metadata speaks for. Writing systems that serve one language decide at
/// once; Han, Cyrillic and Arabic are told apart by letters that only one language has; for Latin
/// letters the short words that no text can do without take a vote. Where nothing is clear the
/// answer is that it is not known: a wrong language is worse than none.
package struct LanguageDetector {
  /// How much of a text is looked at.
  private static let sampleSize = 4096

  private var scripts = ScriptCounts()
  /// Latin letters of the text that is being looked at.
  private var latin = 0
  /// How often each of ``tellingLetters`` and ``commonWords`` was seen, by their numbers.
  private var letters = [Int32](repeating: 0, count: Self.letterIndex.count)
  private var words = [Int32](repeating: 0, count: Self.wordIndex.count)
  private var wordCount = 0
  private var remaining = Self.sampleSize
  /// The text that is looked at, for CLD2.
  private var sample: [UInt8] = []
  /// Less text than this, in bytes, is too little for CLD2's tables.
  private static let shortestSample = 120
  /// The word that is being read: its first eight bytes, and how many it has.
  private var word: UInt64 = 0
  private var wordLength = 0

  /// Makes a detector that has seen nothing.
  package init() {}

  /// The BCP 47 tag of a text's language, or `nil` where it is not clear.
  package static func language(of text: String) -> String? {
    var detector = LanguageDetector()
    detector.add(text)
    return detector.language
  }

  /// Whether enough was seen that more would not matter.
  package var isSatisfied: Bool { remaining <= 0 }

  /// Looks at more text; what exceeds the sample is ignored.
  package mutating func add(_ text: String) {
    for scalar in text.unicodeScalars {
      guard remaining > 0 else { break }
      remaining -= 1
      sample += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      let value = scalar.value
      if value < 0x80 {
        if (value | 0x20) >= 0x61, (value | 0x20) <= 0x7A {
          latin += 1
          append(UInt8(value | 0x20))
        } else {
          endWord()
        }
        continue
      }
      guard let script = Script(of: value) else {
        // Marks belong to the word; everything else ends it.
        if !(0x300...0x36F).contains(value) { endWord() }
        continue
      }
      scripts[script] += 1
      switch script {
      case .latin: for byte in String(scalar).lowercased().utf8 { append(byte) }
      case .cyrillic, .arabic, .devanagari, .han:
        if let number = Self.letterIndex.number(of: UInt64(value)) { letters[number] += 1 }
        endWord()
      default: endWord()
      }
    }
    endWord()
    scripts[.latin] += latin
    latin = 0
  }

  private mutating func append(_ byte: UInt8) {
    if wordLength < 8 { word = word << 8 | UInt64(byte) }
    wordLength += 1
  }

  private mutating func endWord() {
    guard wordLength > 0 else { return }
    wordCount += 1
    if wordLength <= 8, let number = Self.wordIndex.number(of: word) { words[number] += 1 }
    word = 0
    wordLength = 0
  }

  /// The language of what was seen.
  package var language: String? {
    if sample.count >= Self.shortestSample, let language = tabled { return language }
    return byLetters
  }

  /// By CLD2's tables.
  private var tabled: String? {
    let code = sample.withUnsafeBytes { bytes in
      cld2_language(
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count)
      ).map { String(cString: $0) }
    }
    // CLD2 has names that BCP 47 has replaced.
    switch code {
    case nil, "un"?, "xxx"?: return nil
    case "iw"?: return "he"
    case "jw"?: return "jv"
    case "in"?: return "id"
    case "no"?: return "nb"
    case "mo"?: return "ro"
    case let code?: return code
    }
  }

  /// By letters and common words.
  private var byLetters: String? {
    // A Chinese character or a Korean syllable says as much as two or three letters.
    func weight(_ script: Script) -> Int {
      let count = scripts[script]
      switch script {
      case .han, .hangul: return count * 3
      case .kana: return count * 2
      default: return count
      }
    }
    let east = weight(.han) + weight(.kana) + weight(.hangul)
    var best: (script: Script, weight: Int)?
    for script in Script.allCases {
      let weight = script == .han ? east : script == .kana || script == .hangul ? 0 : weight(script)
      if weight > best?.weight ?? 0 { best = (script, weight) }
    }
    guard let best, best.weight >= 6 else { return nil }
    switch best.script {
    case .han, .kana, .hangul: return eastAsian
    case .latin: return latinLanguage
    case .cyrillic: return cyrillic
    case .arabic: return arabic
    case .devanagari: return count("ळ") * 200 > scripts[.devanagari] ? "mr" : "hi"
    default: return best.script.language
    }
  }

  private func count(_ characters: String) -> Int {
    characters.unicodeScalars.reduce(0) { sum, letter in
      sum + (Self.letterIndex.number(of: UInt64(letter.value)).map { Int(letters[$0]) } ?? 0)
    }
  }

  // MARK: - Languages of one script

  private static let traditionalHan =
    "們這個來說時國學會對後還過發現體點當從經問題無與為東長門車馬開關實應將開機產電業氣歷報導環灣臺"
  private static let simplifiedHan =
    "们这个来说时国学会对后还过发现体点当从经问题无与为东长门车马开关实应将开机产电业气历报导环湾台"
  /// Letters of other scripts that only some of their languages have.
  private static let tellingLetters = "ळіїєґыўәғқңөұүһѓќѕђљњћџјъэٹڈڑںےہپچژگکی"
  private static let letterIndex = KeyIndex(
    (traditionalHan + simplifiedHan + tellingLetters).unicodeScalars.map { UInt64($0.value) })

  private var eastAsian: String? {
    let han = scripts[.han]
    let kana = scripts[.kana]
    let hangul = scripts[.hangul]
    if hangul > han + kana { return "ko" }
    if hangul * 3 > han + kana, kana * 10 < hangul { return "ko" }
    if kana * 20 > han + kana { return "ja" }
    let traditional = count(Self.traditionalHan)
    let simplified = count(Self.simplifiedHan)
    return traditional > simplified ? "zh-Hant" : "zh"
  }

  private var cyrillic: String? {
    let total = scripts[.cyrillic]
    func share(_ characters: String) -> Int { count(characters) * 1000 / max(total, 1) }
    if share("іїєґ") > 15, share("ы") < 5 { return "uk" }
    if share("ў") > 2 { return "be" }
    if share("әғқңөұүһ") > 15 { return "kk" }
    if share("ѓќѕ") > 2 { return "mk" }
    if share("ђљњћџј") > 8 { return "sr" }
    if share("ъ") > 8, share("ыэ") < 3 { return "bg" }
    return "ru"
  }

  private var arabic: String? {
    let total = max(scripts[.arabic], 1)
    if count("ٹڈڑںےہ") * 1000 / total > 15 { return "ur" }
    if count("پچژگکی") * 1000 / total > 25 { return "fa" }
    return "ar"
  }

  /// A vote of short words, each weighted by how few of the languages use it.
  private var latinLanguage: String? {
    let ranking = latinRanking
    guard let first = ranking.first, first.value >= 24 else { return nil }
    // Running text is a third such words; a list of names is not.
    guard first.value * 100 >= wordCount * 12 * 4 else { return nil }
    let second = ranking.dropFirst().first?.value ?? 0
    return first.value * 4 >= second * 5 ? first.key : nil
  }

  private var latinRanking: [(key: String, value: Int)] {
    var votes: [String: Int] = [:]
    for (number, count) in words.enumerated() where count > 0 {
      let languages = Self.languagesOfWord[number]
      for language in languages {
        votes[language, default: 0] += Int(count) * 12 / languages.count
      }
    }
    return votes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
  }

  /// How sure the answer is, 0 (there is none) to 1: the share of the letters that are of the
  /// language's script, and for Latin letters times the first language's votes over those of the
  /// first two.
  package var confidence: Double {
    guard let language else { return 0 }
    let counts = Script.allCases.map { scripts[$0] }
    let all = counts.reduce(0, +)
    let own =
      ["zh", "zh-Hant", "ja", "ko"].contains(language)
      ? scripts[.han] + scripts[.kana] + scripts[.hangul] : counts.max() ?? 0
    let share = Double(own) / Double(max(all, 1))
    guard own == scripts[.latin] else { return share }
    let votes = latinRanking.prefix(2).map(\.value)
    return share * Double(votes.first ?? 0) / Double(max(1, votes.reduce(0, +)))
  }

  /// The common words by their bytes.
  private static let wordIndex = KeyIndex(
    commonWords.flatMap { $0.1.split(separator: " ").map(key) })

  private static let languagesOfWord: [[String]] = {
    var languages = [[String]](repeating: [], count: wordIndex.count)
    for (language, words) in commonWords {
      for word in words.split(separator: " ") {
        if let number = wordIndex.number(of: key(word)) { languages[number].append(language) }
      }
    }
    return languages
  }()

  private static func key(_ word: Substring) -> UInt64 {
    word.utf8.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  private static let commonWords: [(String, String)] = [
    (
      "en",
      "the and of to is that it for was with as are this have from they which you not but his her were will would there their been has what when"
    ),
    (
      "de",
      "der die das und ist nicht ein eine zu den mit sich auf für dem von im des auch als wird wie sie bei oder nach sind werden einer über noch wir"
    ),
    (
      "fr",
      "le la les des et est une un dans que pour qui sur pas au avec ce il par plus sont du ne se cette nous vous ont être aux mais"
    ),
    (
      "es",
      "el la los las de y en que un una es por con para se del no su al lo más como pero sus este esta son fue ha muy"
    ),
    (
      "pt",
      "o a os as de e que em um uma do da não para com no na por mais dos das se como ao foi são é você pelo ou também"
    ),
    (
      "it",
      "il la di che e un una per non in del con sono della gli le da si più è alla nel anche dei come questo ma ha dal"
    ),
    (
      "nl",
      "de het een en van is dat niet te zijn op met voor die aan er maar ook als bij naar om door wordt deze nog dan hij"
    ),
    (
      "pl",
      "nie się na jest że to w i z do jak o ale po co tak za od dla przez jego oraz był który przy są ma już"
    ),
    (
      "cs",
      "je na se že to v a s do jak o ale po pro jako které který byl není už také jsou podle být nebo při"
    ),
    (
      "sk",
      "je na sa že to v a s do ako o ale po pre ktoré ktorý bol nie už aj sú podľa byť alebo pri čo"
    ),
    (
      "sv",
      "och att det är som en på av för med den till inte om ett han har de ett vi från så kan var men eller nu"
    ),
    (
      "da",
      "og at det er som en på af for med den til ikke om et han har de vi fra så kan var men eller nu hun blev"
    ),
    (
      "nb",
      "og at det er som en på av for med den til ikke om et han har de vi fra så kan var men eller nå hun ble"
    ),
    (
      "fi",
      "ja on ei se että oli hän mutta ovat joka kun niin myös kuin tai sen mukaan sekä vain voi nyt jo ole"
    ),
    (
      "tr",
      "ve bir bu da de için ile olarak daha çok gibi olan kadar en ama ne var sonra her değil ya ise mi"
    ),
    (
      "id",
      "yang dan di dengan untuk dari dalam ini itu pada tidak akan adalah ke juga oleh sebagai ada telah kami anda dapat bisa"
    ),
    (
      "vi",
      "và của là các có được cho không trong một với những người này khi đã để từ tại cũng như về bạn ra"
    ),
    (
      "ro",
      "și în de la cu pe care este un o nu din pentru mai că sunt se al ale prin sau dar fost după"
    ),
    ("hu", "a az és hogy nem egy is de ez meg van volt csak már mint vagy még ha azt el után kell"),
    (
      "ca",
      "el la els les de i en que un una és per amb del no al com més però aquest aquesta són ha va"
    ),
    ("hr", "je i u na se da su za od s ne to koji kao a o bi ali iz što nije biti ili"),
    ("sl", "je in v na se da so za od z ne ki to kot pa bi po iz ali ter tudi bil"),
    ("et", "ja on ei et see oli ta kui ka aga või mis ning oma selle nii siis veel"),
    ("lt", "ir yra kad į su iš tai kaip bet ar buvo per jis už apie nuo tik dar"),
    ("lv", "un ir ka no ar uz par kas tas bet vai arī kā pie gan jau lai"),
    ("eu", "eta da ez du bat izan dira hau ere baina egin zen dute bere"),
    ("sw", "na ya wa kwa ni katika la za kuwa hii au yake pia lakini"),
    ("tl", "ang ng sa na mga ay at ito kung para hindi siya ko nang"),
  ]
}
