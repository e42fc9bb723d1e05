import Foundation

/// A headless Chromium that opens documents, acts on all that can be acted on, and says what ran.
///
/// `make test` installs it. A test that needs it is `.enabled(if: Browser.isAvailable)`. One start
/// serves any number of documents; its time is virtual, so that no load of the machine matters.
public enum Browser {
  /// A document and what it is called.
  public struct Document: Sendable {
    /// A file name, whose extension tells the type.
    public var name: String
    /// What it holds.
    public var bytes: [UInt8]

    /// Names a document.
    public init(_ name: String, _ bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// What was seen in the documents.
  public struct Report: Sendable {
    /// How many documents were loaded.
    public var loaded = 0
    /// Markers that fired, each with its document: `page.html 12`.
    public var fired: [String] = []
    /// What could run, though it did not: handlers, scripts, addresses.
    public var found: [String] = []
  }

  /// Whether there is a Chromium.
  public static let isAvailable: Bool = {
    if program != nil { return true }
    print("skipped: pages in a browser; 'make test' installs chromium")
    return false
  }()

  private static let program: String? = ["chromium", "chromium-browser", "google-chrome"].first {
    (try? ProgramRun([$0, "--version"]))?.status == 0
  }

  /// What a script calls to be seen: `top.postMessage` reaches the page that loads the documents.
  public static func marker(_ id: Int) -> String { "top.postMessage('fired \(id)','*')" }

  /// Loads documents one after the other and acts on each.
  public static func report(on documents: [Document]) throws -> Report {
    guard let program else { throw CocoaError(.fileNoSuchFile) }
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "newskit-browser-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for document in documents {
      let file = folder.appending(path: document.name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(document.bytes).write(to: file)
    }
    let names = String(decoding: try JSONEncoder().encode(documents.map(\.name)), as: UTF8.self)
    let index = folder.appending(path: "index.html")
    try Data((page + "<script>const names = \(names);\n\(script)</script>").utf8).write(to: index)
    let run = try ProgramRun(
      [
        "timeout", "900", program, "--headless", "--no-sandbox", "--disable-gpu",
        "--disable-dev-shm-usage", "--disable-web-security", "--allow-file-access-from-files",
        "--no-first-run", "--disable-extensions", "--disable-background-networking",
        "--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=direct://",
        "--user-data-dir=" + folder.appending(path: "profile").path,
        "--virtual-time-budget=\(10_000 + documents.count * 120)", "--dump-dom",
        index.absoluteString,
      ], takesErrors: false)
    guard let start = run.output.firstRange(of: "<pre id=\"report\">"),
      let end = run.output[start.upperBound...].firstRange(of: "</pre>")
    else { throw Failure(description: "chromium reported nothing, status \(run.status)") }
    let text = run.output[start.upperBound..<end.lowerBound]
      .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
    var report = Report()
    for line in text.split(separator: "\n") {
      if line.hasPrefix("loaded ") {
        report.loaded += 1
      } else if line.hasPrefix("fired ") {
        report.fired.append(String(line.dropFirst(6)))
      } else {
        report.found.append(String(line))
      }
    }
    return report
  }

  private struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  private static let page = """
    <!DOCTYPE html><meta charset="utf-8"><pre id="report">not finished</pre><iframe id="frame"></iframe>
    """

  /// The page's script: what a reader may do, done to every element of every document; and what no
  /// document may hold, looked for.
  private static let script = #"""
    const lines = [], frame = document.getElementById('frame');
    let current = -1, isActing = false;
    const say = (kind, text) => lines.push(kind + ' ' + names[current] + ' ' + String(text).slice(0, 120).replace(/\s+/g, ' '));
    addEventListener('message', event => {
      const text = String(event.data);
      if (text.startsWith('fired ')) say('fired', text.slice(6));
    });
    const runs = new Set(['javascript:', 'vbscript:', 'data:', 'blob:', 'filesystem:', 'about:']);
    const addresses = ['href', 'src', 'poster', 'cite', 'action', 'formaction', 'data', 'background',
      'xlink:href', 'ping', 'manifest', 'longdesc', 'codebase', 'classid', 'profile', 'dynsrc', 'lowsrc'];
    const forbidden = new Set(['base', 'object', 'embed', 'applet', 'form', 'frame', 'frameset', 'portal',
      'foreignobject', 'animate', 'set', 'animatemotion', 'animatetransform', 'handler', 'bgsound', 'marquee']);
    const isPicture = (element, address) =>
      /^data:image\/(png|apng|jpe?g|gif|webp|avif|bmp|x-icon|svg\+xml)[;,]/i.test(address.trim())
      && ['img', 'image', 'video', 'feImage'].includes(element.localName);
    function look(element, base) {
      const name = element.localName.toLowerCase();
      if (forbidden.has(name)) say('found', '<' + name + '>');
      if (name === 'script' && element.type !== 'application/ld+json') say('found', '<script>');
      if (name === 'meta' && element.httpEquiv) say('found', '<meta http-equiv>');
      if (name === 'link' && !/^(canonical|stylesheet)$/.test(element.rel)) say('found', '<link rel=' + element.rel + '>');
      if (name === 'style' && /@import|url\(\s*['"]?(?!#|data:image)/i.test(element.textContent)) say('found', '<style> ' + element.textContent);
      for (const attribute of element.attributes) {
        const key = attribute.name.toLowerCase(), value = attribute.value;
        if (key.startsWith('on') || key === 'srcdoc' || key === 'formaction' || key === 'ping') say('found', name + ' ' + key);
        if (key === 'style' && /url|expression|binding|behavior|\\/i.test(value)) say('found', name + ' style=' + value);
        if (key === 'srcset' && /script:/i.test(value)) say('found', name + ' srcset=' + value);
        if (!addresses.includes(key)) continue;
        let protocol = '';
        try { protocol = new URL(value, base).protocol; } catch { }
        if (runs.has(protocol) && !isPicture(element, value)) say('found', name + ' ' + key + '=' + value);
      }
    }
    function act(element) {
      try {
        if (element.protocol === 'javascript:' || !('href' in element)) element.click && element.click();
        for (const type of ['mouseover', 'focus', 'error', 'load', 'toggle', 'animationstart', 'begin'])
          element.dispatchEvent(new Event(type));
        const link = element.getAttribute('xlink:href') || element.getAttribute('href');
        if (link && element.namespaceURI.endsWith('svg')) element.dispatchEvent(new MouseEvent('click', {bubbles: true}));
      } catch { }
    }
    function next() {
      current += 1;
      if (current >= names.length) {
        document.getElementById('report').textContent = lines.join('\n');
        return;
      }
      isActing = false;
      frame.src = names[current];
    }
    frame.onload = () => {
      if (isActing || current < 0) return;
      isActing = true;
      try {
        const page = frame.contentDocument, elements = [...page.querySelectorAll('*')];
        say('loaded', elements.length);
        page.addEventListener('click', event => {
          const link = event.target.closest && event.target.closest('a[href]');
          if (!link || link.protocol !== 'javascript:') event.preventDefault();
        }, true);
        for (const element of elements) look(element, 'https://base.example/');
        for (const element of elements) act(element);
      } catch (error) { say('found', error); }
      setTimeout(next, 20);
    };
    next();
    """#
}
