import Testing
@testable import NewsPages

/// Who wrote it, in lines as Chinese and Japanese pages print them.
struct ChineseBylineTests {
  @Test(arguments: [
    ("2004年3月9日08:15　来源：江城日报　作者：林静怡", ["林静怡"]),
    ("作者:北岸青年  阅读(120) 评论(3)", ["北岸青年"]),
    ("作者:harbourcat 阅读(88)", ["harbourcat"]),
    ("文/宋文远 编辑：何某", ["宋文远"]),
    ("撰文：罗海燕、郭立新", ["罗海燕", "郭立新"]),
    ("取材・文＝山本太一", ["山本太一"]),
    ("作者们在会上说，他们会再来。", []),
    ("来源：江城日报", []),
  ])
  func labels(line: String, names: [String]) {
    #expect(ChineseByline.labelled(line) == names)
  }

  @Test(arguments: [
    ("2004年7月2日09:40 [ 何文涛 ] 来源：[ 江城金融报 ]", ["何文涛"]),
    ("2005-03-09 11:02 【 郭 磊 】", ["郭磊"]),
    ("2004年7月2日09:40 [ 打印 ]", []),
    ("会上来了三个人 [ 何文涛 ]", []),
  ])
  func namesBehindTheDate(line: String, names: [String]) {
    #expect(ChineseByline.afterDate(line) == names)
  }

  @Test(arguments: [
    ("本贴由 晓风 于2005年4月1日10:20:30在〖港口论坛〗发表", ["晓风"]),
    ("由海港客张贴 @ 2005-03-02 10:11:12 (20)", ["海港客"]),
    ("〓 江城论坛 发布时间 2005/05/02 10:11:42 by 晓风残月 〓", ["晓风残月"]),
    ("发帖者：lighthouse | 回复", ["lighthouse"]),
    ("由于天气的原因，会议改期。", []),
    ("The wall was built by masons", []),
  ])
  func signedPosts(line: String, names: [String]) {
    #expect(ChineseByline.signed(line) == names)
  }

  @Test(arguments: [
    ("桥将在明年开放。（本报记者 林静怡 何文涛）", ["林静怡", "何文涛"]),
    ("本报江城3月2日电(记者何文涛)昨天上午，桥开放了。", ["何文涛"]),
    ("江城网 记者 林静怡 宋远", ["林静怡", "宋远"]),
    ("记者昨天从市政府了解到，桥将在明年开放。", []),
    ("（图）桥上的人", []),
  ])
  func reporters(line: String, names: [String]) {
    #expect(ChineseByline.reporters(line) == names)
  }

  @Test(arguments: [("林静怡", "林静怡"), ("桥开了", nil), ("何涛", "何涛"), ("江城的桥开了", nil)])
  func aNameAlone(line: String, name: String?) {
    #expect(ChineseByline.alone(line) == name)
  }
}
