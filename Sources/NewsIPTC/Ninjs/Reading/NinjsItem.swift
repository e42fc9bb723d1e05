internal import NewsModel

/// An item of ninjs whatever its version: 1.x has texts where 2.x has lists, 3.x writes its keys in
/// other letters.
struct NinjsItem {
  /// A headline, a description or a body.
  struct Text {
    var role: String
    var type: String
    var value: String

    /// Whether it is HTML, by its type or the name of its role.
    var isHTML: Bool {
      type.contains("html") || type.isEmpty && role.contains("html")
    }
    /// Whether it is a document of XML that is no HTML.
    var isXML: Bool { !isHTML && type.contains("xml") }
  }

  private let value: JSONValue
  private let members: [String: JSONValue]

  init(_ value: JSONValue) {
    self.value = value
    var members: [String: JSONValue] = [:]
    for member in value.members { members[Self.name(member.key)] = member.value }
    self.members = members
  }

  /// A key as 2.1 writes it.
  static func name(_ key: String) -> String {
    let lower = key.lowercased()
    return names[lower] ?? lower
  }

  private static let names = [
    "person": "people", "organisation": "organisations", "place": "places",
    "subject": "subjects", "event": "events", "object": "objects", "infosource": "infosources",
    "genre": "genres", "byline": "by", "trustindicator": "trustindicators",
    "$standard": "standard", "embargoeduntil": "embargoed", "organization": "organisations",
    "organizations": "organisations",
  ]

  /// All members under the names of 2.1, in the order of the source.
  var all: [(key: String, value: JSONValue)] {
    value.members.map { (Self.name($0.key), $0.value) }
  }

  subscript(key: String) -> JSONValue? { members[key] }

  /// A text; `nil` where it is empty.
  func text(_ key: String) -> String? { members[key]?.string?.collapsed }

  func concepts(_ key: String) -> [Concept] {
    (members[key]?.array ?? []).compactMap { Concept($0) }
  }

  /// Headlines, descriptions or bodies: the list of 2.x and 3.x, the texts of 1.x.
  func texts(_ list: String, _ single: String) -> [Text] {
    var texts: [Text] = []
    for member in value.members {
      if member.key == single, let text = member.value.string {
        texts.append(Text(role: "", type: "", value: text))
      } else if member.key.hasPrefix(single + "_"), let text = member.value.string {
        let role = String(member.key.dropFirst(single.utf8.count + 1)).lowercased()
        texts.append(Text(role: role, type: "", value: text))
      } else if member.key == list {
        for element in member.value.array ?? [] {
          guard let text = element["value"]?.string else { continue }
          texts.append(
            Text(
              role: element["role"]?.string?.lowercased() ?? "",
              type: (element["contenttype"] ?? element["contentType"])?.string?.lowercased() ?? "",
              value: text))
        }
      }
    }
    return texts.filter { $0.value.utf8.contains { $0 > 0x20 } }
  }

  /// The items that go with this one, with the names they have here.
  var associations: [(name: String, item: NinjsItem)] {
    switch members["associations"] {
    case .array(let items)?: items.map { ($0["name"]?.string ?? "", NinjsItem($0)) }
    case .object(let members)?: members.map { ($0.key, NinjsItem($0.value)) }
    default: []
    }
  }

  /// The item as a picture, a recording or a film: the rendition that serves best.
  func picture(_ text: ItemText) -> ItemPicture? {
    let type = self.text("type")
    var renditions: [(name: String, value: JSONValue)] = []
    switch members["renditions"] {
    case .array(let list)?: renditions = list.map { ($0["name"]?.string ?? "", $0) }
    case .object(let members)?: renditions = members.map { ($0.key, $0.value) }
    default: break
    }
    var best: (picture: ItemPicture, rank: Int)?
    for (name, rendition) in renditions {
      guard let href = rendition["href"]?.string?.collapsed else { continue }
      let media =
        (rendition["contenttype"] ?? rendition["contentType"] ?? rendition["mimetype"])?.string?
        .lowercased() ?? ItemPicture.mediaType(of: href) ?? ""
      let kind: ItemPicture.Kind
      switch (media.prefix { $0 != "/" }, type) {
      case ("image", _): kind = .picture
      case ("audio", _): kind = .audio
      case ("video", _): kind = .video
      case (_, "audio"?): kind = .audio
      case (_, "video"?): kind = .video
      case (_, "picture"?), (_, "graphic"?): kind = .picture
      default: continue
      }
      // A film's still stands for it only where there is no film.
      let isOwn =
        switch (kind, type) {
        case (.picture, "video"?), (.picture, "audio"?): false
        default: true
        }
      let width = Self.whole(rendition["width"])
      var rank = isOwn ? 1_000_000 : 0
      // Wide enough for a page, and no wider than must be.
      if let width { rank += width <= 2000 ? width : max(1, 4000 - width) }
      if ["main", "original", "web"].contains(name.lowercased()) { rank += 1 }
      guard rank > best?.rank ?? -1 else { continue }
      best = (
        ItemPicture(
          kind: kind, address: href, width: width, height: Self.whole(rendition["height"])), rank
      )
    }
    if best == nil, let uri = self.text("uri"), type == "picture" || type == "graphic",
      ItemPicture.mediaType(of: uri)?.hasPrefix("image/") == true
    {
      best = (ItemPicture(kind: .picture, address: uri), 0)
    }
    guard var picture = best?.picture else { return nil }
    picture.title = headline(text) ?? self.text("title")
    picture.caption = description(text)
    if picture.title == nil, type == nil { picture.title = self.text("name") }
    picture.credit = self.text("copyrightnotice") ?? self.text("by")
    return picture
  }

  private static func whole(_ value: JSONValue?) -> Int? {
    switch value {
    case .integer(let number)? where (1...1_000_000).contains(number): number
    case .number(let number)? where number >= 1 && number <= 1_000_000: Int(number)
    case .string(let text)?: Int(text).flatMap { (1...1_000_000).contains($0) ? $0 : nil }
    default: nil
    }
  }

  /// The headline, on one line.
  func headline(_ text: ItemText) -> String? {
    let all = texts("headlines", "headline")
    let main = all.first { $0.role == "main" } ?? all.first { $0.role.isEmpty } ?? all.first
    return main.flatMap { text.line(html: $0.value) }
  }

  /// The second headline.
  func subtitle(_ text: ItemText) -> String? {
    let names: Set<String> = [
      "subtitle", "sub", "subheadline", "subhead", "deck", "secondary", "alternate", "alternative",
    ]
    return texts("headlines", "headline").first { names.contains($0.role) }
      .flatMap { text.line(html: $0.value) }
  }

  /// The description, on one line.
  func description(_ text: ItemText) -> String? {
    let all = texts("descriptions", "description")
    let names: Set<String> = ["", "text", "main", "summary", "abstract", "caption", "description"]
    let plain = all.first { names.contains($0.role) && !$0.isHTML } ?? all.first
    return plain.flatMap { text.line(html: $0.value) }
  }
}
