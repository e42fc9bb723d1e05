internal import NewsBytes
internal import NewsHTML

/// What a page says of itself in JSON-LD.
struct LinkedData {
  private var nodes: [LooseJSON] = []
  private var byID: [String: Int] = [:]

  /// Reads all of a page's `application/ld+json`.
  init(_ tree: HTMLTree) {
    for node in tree.nodes.indices {
      // Some frameworks write it as the content of a `meta`.
      if tree.nodes[node].tag == .meta, let name = tree.value(.name, of: node),
        name.elementsEqual("script:ld+json".utf8), let content = tree.value(.content, of: node),
        content.count < 4 << 20, let value = LooseJSON(content)
      {
        collect(value, depth: 0)
      }
      guard tree.nodes[node].tag == .script else { continue }
      guard let type = tree.value(.type, of: node), type.count < 64,
        type.map({ $0 | 0x20 }).contains(bytesOf: "ld+json")
      else { continue }
      for child in (node + 1)..<max(tree.end(of: node), node + 1)
      where tree.nodes[child].tag == .rawText || tree.nodes[child].tag == .text {
        guard tree.nodes[child].count < 4 << 20 else { continue }
        if let value = LooseJSON(tree.text(of: child)) { collect(value, depth: 0) }
      }
    }
  }

  private mutating func collect(_ value: LooseJSON, depth: Int) {
    guard depth < 12, nodes.count < 4096 else { return }
    switch value {
    case .array(let elements): for element in elements { collect(element, depth: depth + 1) }
    case .object(let entries):
      if value["@type"] != nil {
        if let id = value["@id"]?.text, byID[id] == nil { byID[id] = nodes.count }
        nodes.append(value)
      }
      for entry in entries {
        switch entry.value {
        case .object, .array: collect(entry.value, depth: depth + 1)
        default: break
        }
      }
    default: break
    }
  }

  /// A node, or the one that it only names.
  private func resolved(_ value: LooseJSON) -> LooseJSON {
    guard case .object(let entries) = value, entries.count <= 2, value["name"] == nil,
      let id = value["@id"]?.text, let index = byID[id]
    else { return value }
    return nodes[index]
  }

  private static func types(of node: LooseJSON) -> [String] {
    (node["@type"]?.elements ?? []).compactMap(\.text)
  }

  /// The node of the article.
  var article: LooseJSON? {
    nodes.first { node in
      Self.types(of: node).contains {
        $0.hasSuffix("Article") || $0.hasSuffix("Posting") || $0.hasSuffix("Report")
          || $0 == "Review" || $0 == "Recipe"
      } && (node["headline"] != nil || node["name"] != nil || node["datePublished"] != nil)
    }
  }

  /// When anything on the page was published, by what it says of itself.
  var published: [String] {
    ["datePublished", "uploadDate", "dateCreated"].flatMap { key in
      nodes.compactMap { $0[key]?.text }
    }
  }

  /// The text of the article.
  var articleBody: String? { article?["articleBody"]?.text ?? longestBody }

  /// The longest text that anything on the page says it has.
  private var longestBody: String? {
    var longest: String?
    for node in nodes {
      for key in ["articleBody", "reviewBody", "text"] {
        guard let text = node[key]?.text else { continue }
        if text.utf8.count > longest?.utf8.count ?? 0 { longest = text }
      }
    }
    return longest
  }

  /// The first node of a type.
  func node(_ type: String) -> LooseJSON? {
    nodes.first { Self.types(of: $0).contains(type) }
  }

  /// The last step but one of a trail of breadcrumbs: what the page is filed under.
  var lastCrumb: String? {
    guard let trail = node("BreadcrumbList")?["itemListElement"]?.elements, trail.count >= 3 else {
      return nil
    }
    let step = trail[trail.count - 2]
    return step["name"]?.text ?? name(step["item"])
  }

  /// What a property is called: its text, or the name of what it is.
  func name(_ value: LooseJSON?) -> String? {
    guard let value else { return nil }
    for element in value.elements {
      let element = resolved(element)
      if case .object = element {
        if let name = element["name"]?.text { return name }
      } else if let text = element.text {
        return text
      }
    }
    return nil
  }

  /// The address of a property: itself, or its `url`, or what it contains.
  func address(_ value: LooseJSON?) -> String? {
    guard let value else { return nil }
    for element in value.elements {
      let element = resolved(element)
      if case .object = element {
        if let text = element["url"]?.text ?? element["contentUrl"]?.text ?? element["@id"]?.text {
          return text
        }
      } else if let text = element.text {
        return text
      }
    }
    return nil
  }

  /// Who wrote it: people before organisations.
  func authors(of node: LooseJSON) -> [(name: String, url: String?, isOrganization: Bool)] {
    var people: [(name: String, url: String?, isOrganization: Bool)] = []
    var organizations: [(name: String, url: String?, isOrganization: Bool)] = []
    for key in ["author", "creator"] {
      for value in node[key]?.elements ?? [] {
        let value = resolved(value)
        guard case .object = value else {
          if let text = value.text { people.append((text, nil, false)) }
          continue
        }
        let isOrganization = Self.types(of: value).contains { $0.hasSuffix("Organization") }
        for name in value["name"]?.elements ?? [] {
          guard let name = name.text else { continue }
          let author = (name, value["url"]?.text ?? value["sameAs"]?.text, isOrganization)
          if isOrganization { organizations.append(author) } else { people.append(author) }
        }
      }
      if !people.isEmpty || !organizations.isEmpty { break }
    }
    return people.isEmpty ? organizations : people
  }
}
