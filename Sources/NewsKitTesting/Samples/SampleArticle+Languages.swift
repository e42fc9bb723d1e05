public import NewsModel

extension SampleArticle {
  /// A Chinese article: full-width punctuation, emphasis next to it, Latin words and digits.
  public static let chinese: Article = {
    var metadata = Metadata()
    metadata.title = "老茶馆改成了社区书房"
    metadata.language = "zh-CN"
    metadata.published = Timestamp(iso8601: "2026-03-04T08:00:00+08:00")
    metadata.source = Organization(name: "河畔日报")
    return Article(
      metadata: metadata,
      body: [
        .paragraph(
          Paragraph([
            .text("三月的第一个周末，河畔街道的"), .strong([.text("“老茶馆”")]),
            .text("重新开门：楼下喝茶，楼上看书，2300册图书全部由居民捐赠。"),
          ])),
        .heading(Heading(level: 2, [.text("从茶桌到书桌")])),
        .paragraph(
          Paragraph([
            .text("“茶还是原来的茶，"), .emphasis([.text("书")]),
            .text("是新来的客人。”馆主说。详情见"),
            .link(Link("https://reading.example/shufang", [.text("书房主页")])), .text("。"),
          ])),
        .list(
          List(items: [
            List.Item([paragraph("周一至周五：九点到二十一点")]),
            List.Item([paragraph("周末：八点到二十二点")]),
          ])),
      ])
  }()

  /// A Japanese article: ruby, long vowels, small kana, a quotation.
  public static let japanese: Article = {
    var metadata = Metadata()
    metadata.title = "港の灯台、百年ぶりに塗り直し"
    metadata.language = "ja"
    metadata.published = Timestamp(iso8601: "2026-03-04")
    return Article(
      metadata: metadata,
      body: [
        .paragraph(
          Paragraph([
            .text("港の入り口に立つ"),
            .ruby(
              Ruby([
                Ruby.Pair(base: [.text("灯")], reading: [.text("とう")]),
                Ruby.Pair(base: [.text("台")], reading: [.text("だい")]),
              ])),
            .text("が、春を前に白く塗り直された。作業は四日間。「やっと海に似合う色になりました」と、管理人は笑った。"),
          ])),
        .quote(Quote([paragraph("ペンキは、ローラーではなく、すべて刷毛で塗ったという。")])),
      ])
  }()

  /// A Korean article.
  public static let korean: Article = {
    var metadata = Metadata()
    metadata.title = "동네 빵집, 새벽 배달을 멈추다"
    metadata.language = "ko"
    return Article(
      metadata: metadata,
      body: [
        paragraph("스무 해 동안 새벽마다 빵을 나르던 골목 빵집이 이달부터 배달을 멈춘다."),
        paragraph("“이제는 손님이 냄새를 따라 오시면 됩니다.” 주인은 그렇게 말했다."),
      ])
  }()

  /// An Arabic article: right to left, with Latin words and digits in it.
  public static let arabic: Article = {
    var metadata = Metadata()
    metadata.title = "حديقة صغيرة على سطح المدرسة"
    metadata.language = "ar"
    metadata.direction = .rightToLeft
    return Article(
      metadata: metadata,
      body: [
        .paragraph(
          Paragraph([
            .text("زرع تلاميذ المدرسة 120 شتلة على السطح، وسمّوا حديقتهم "),
            .span(Span(nil, [.text("Green Roof")], attributes: Attributes(language: "en"))),
            .text("، وهم يسقونها كل صباح."),
          ])),
        .list(
          List(
            .ordered(),
            items: [
              List.Item([paragraph("النعناع والريحان")]), List.Item([paragraph("الطماطم")]),
            ])),
      ])
  }()
}
