/// Chinese names that stand one after the other without a blank.
enum ChineseNames {
  /// The hundred and fifty commonest family names, which nearly all people bear.
  private static let families = Set(
    """
    王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜\
    范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛\
    伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄\
    單張劉陳楊趙黃吳孫馬羅鄭謝韓馮蕭鄧許呂蘇盧蔣賈葉閻餘鍾陸鄒譚錢湯龍萬賀賴龔龐蘭顏嚴溫魯畢聶叢齊莊費紀歐項陽衛
    """.filter { !$0.isWhitespace })

  /// The names, if they can be told apart in one way only; else the whole.
  static func split(_ text: String) -> [String] {
    let characters = Array(text)
    guard characters.count > 4, characters.count <= 24 else { return text.isEmpty ? [] : [text] }
    // How many ways lead to each place, and from where the last name of one began.
    var ways = Array(repeating: 0, count: characters.count + 1)
    var from = Array(repeating: 0, count: characters.count + 1)
    ways[0] = 1
    for end in 2...characters.count {
      for length in [2, 3] where end >= length && ways[end - length] > 0 {
        guard families.contains(characters[end - length]) else { continue }
        ways[end] = min(ways[end] + ways[end - length], 2)
        from[end] = end - length
      }
    }
    guard ways[characters.count] == 1 else { return [text] }
    var names: [String] = []
    var end = characters.count
    while end > 0 {
      names.append(String(characters[from[end]..<end]))
      end = from[end]
    }
    return names.reversed()
  }
}
