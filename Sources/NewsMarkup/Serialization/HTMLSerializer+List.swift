package import NewsModel

extension HTMLSerializer {
  package mutating func write(_ list: List) {
    let name: StaticString
    switch list.kind {
    case .unordered:
      name = "ul"
      out.raw("<ul")
    case .ordered(let start, let style):
      name = "ol"
      out.raw("<ol")
      if start != 1 { out.attribute("start", String(start)) }
      if style != .decimal { out.attribute("type", style.rawValue) }
    }
    let isTaskList = list.items.contains { $0.task != nil }
    write(list.attributes, adding: isTaskList ? (style.isBook ? "nk-tasks" : "task-list") : "")
    out.raw(">\n")
    for item in list.items { write(item, isTight: list.isTight, isNumbered: list.isNumbered) }
    out.raw("</")
    out.raw(name)
    out.raw(">\n")
  }

  private mutating func write(_ item: List.Item, isTight: Bool, isNumbered: Bool) {
    out.raw("<li")
    if isNumbered, let number = item.number { out.attribute("value", String(number)) }
    write(
      item.attributes,
      adding: item.task == nil || style.isBook ? "" : "task-list-item")
    out.raw(">")
    var content = item.content[...]
    if let task = item.task {
      // The box stands in the first line, within its paragraph where the list is loose.
      if !isTight, case .paragraph(let first)? = content.first {
        out.raw("<p")
        write(first.attributes)
        out.raw(">")
        box(isDone: task)
        inlines(first.content)
        out.raw("</p>\n")
        content = content.dropFirst()
      } else {
        box(isDone: task)
      }
    }
    if isTight {
      tight(content)
    } else if !content.isEmpty {
      out.raw("\n")
      blocks(Array(content))
    }
    out.raw("</li>\n")
  }

  private mutating func box(isDone: Bool) {
    if style.isBook {
      // Forms are no part of a book.
      out.raw(isDone ? "☑ " : "☐ ")
    } else {
      out.raw("<input type=\"checkbox\" class=\"task-list-item-checkbox\"")
      flag("disabled")
      if isDone { flag("checked") }
      closeVoid()
      out.raw(" ")
    }
  }

  /// Blocks whose plain paragraphs are lines rather than `p`, except where two would run together.
  private mutating func tight(_ content: ArraySlice<Block>) {
    for index in content.indices {
      if case .paragraph(let paragraph) = content[index], paragraph.attributes.isEmpty,
        !isParagraph(content, index - 1), !isParagraph(content, index + 1)
      {
        inlines(paragraph.content)
        if index + 1 < content.endIndex { out.raw("\n") }
      } else {
        if index == content.startIndex { out.raw("\n") }
        blocks([content[index]])
      }
    }
  }

  private func isParagraph(_ content: ArraySlice<Block>, _ index: Int) -> Bool {
    guard content.indices.contains(index), case .paragraph = content[index] else { return false }
    return true
  }

  package mutating func write(_ list: DefinitionList) {
    out.raw("<dl")
    write(list.attributes)
    out.raw(">\n")
    var needsTerm = true
    var needsDefinition = false
    for item in list.items {
      switch item {
      case .term(let content, let attributes):
        out.raw("<dt")
        write(attributes)
        out.raw(">")
        inlines(content)
        out.raw("</dt>\n")
        needsTerm = false
        needsDefinition = true
      case .definition(let content, let attributes):
        // A book's list is made of terms and definitions alike.
        if needsTerm, style.isBook { out.raw("<dt></dt>\n") }
        out.raw("<dd")
        write(attributes)
        out.raw(">")
        lineOrBlocks(content)
        out.raw("</dd>\n")
        needsTerm = false
        needsDefinition = false
      }
    }
    if needsDefinition, style.isBook { out.raw("<dd></dd>\n") }
    out.raw("</dl>\n")
  }
}

extension List {
  fileprivate var isNumbered: Bool {
    if case .ordered = kind { true } else { false }
  }
}
