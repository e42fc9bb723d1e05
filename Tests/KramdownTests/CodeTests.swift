// A case has its source on one line and its HTML on the next, however long.
// swift-format-ignore-file

import Testing

/// Code, indented and fenced, and in text.
@Suite struct CodeTests {
  static let cases: [Case] = [
    Case(#"    code\#n    more\#n"#,
      #"<pre><code>code\#nmore\#n</code></pre>\#n"#),
    Case(#"\#tcode\#n"#,
      #"<pre><code>code\#n</code></pre>\#n"#),
    Case(#"    a\#n\#n    b\#n"#,
      #"<pre><code>a\#n\#nb\#n</code></pre>\#n"#),
    Case(#"    a\#n\#n\#n      b\#n\#ntext\#n"#,
      #"<pre><code>a\#n\#n\#n  b\#n</code></pre>\#n\#n<p>text</p>\#n"#),
    Case(#"    a\#nlazy\#n"#,
      #"<pre><code>a lazy\#n</code></pre>\#n"#),
    Case(#"text\#n    no code\#n"#,
      #"<p>text\#n    no code</p>\#n"#),
    Case(#"```\#nplain\#n```\#n"#,
      #"<pre><code>plain\#n</code></pre>\#n"#),
    Case(#"```swift\#nlet x = 1\#n```\#n"#,
      #"<pre><code class="language-swift">let x = 1\#n</code></pre>\#n"#),
    Case(#"```swift?start=3\#nlet x = 1\#n```\#n"#,
      #"<pre><code class="language-swift">let x = 1\#n</code></pre>\#n"#),
    Case(#"```two words\#nx\#n```\#n"#,
      #"<p><code>two words\#nx\#n</code></p>\#n"#),
    Case(#"~~~\#na\#n~~~~~\#n"#,
      #"<pre><code>a\#n</code></pre>\#n"#),
    Case(#"````\#n```\#n````\#n"#,
      #"<pre><code>```\#n</code></pre>\#n"#),
    Case(#"```\#nnever closed\#n"#,
      #"<p>```\#nnever closed</p>\#n"#),
    Case(#"  ```\#n  two spaces\#n  ```\#n"#,
      #"<pre><code>  two spaces\#n</code></pre>\#n"#),
    Case(#"text\#n```\#ncode\#n```\#ntext\#n"#,
      #"<p>text</p>\#n<pre><code>code\#n</code></pre>\#n<p>text</p>\#n"#),
    Case(#"```\#n<b> & "q"\#n```\#n"#,
      #"<pre><code>&lt;b&gt; &amp; "q"\#n</code></pre>\#n"#),
    Case(#"    code\#n{: .language-ruby}\#n"#,
      #"<pre><code class="language-ruby">code\#n</code></pre>\#n"#),
    Case(#"```c++\#nx\#n```\#n{: .numbers #n}\#n"#,
      #"<pre class="numbers" id="n"><code class="language-c++">x\#n</code></pre>\#n"#),
    Case(#"``` \#nspace\#n``` \#n"#,
      #"<pre><code>space\#n</code></pre>\#n"#),
    Case(#"`a` ``b`c`` `` ` `` ` x `\#n"#,
      #"<p><code>a</code> <code>b`c</code> <code>`</code> ` x `</p>\#n"#),
    Case(#"`never closed\#n"#,
      #"<p>`never closed</p>\#n"#),
    Case(#"a ` b ` c\#n"#,
      #"<p>a ` b ` c</p>\#n"#),
    Case(#"`<b>&amp;`\#n"#,
      #"<p><code>&lt;b&gt;&amp;amp;</code></p>\#n"#),
    Case(#"`a\#nb`\#n"#,
      #"<p><code>a\#nb</code></p>\#n"#),
    Case(#"`code`{: .language-sh}\#n"#,
      #"<p><code class="language-sh">code</code></p>\#n"#),
    Case(#"``\#nempty\#n"#,
      #"<p>``\#nempty</p>\#n"#),
    Case(#"~~~\#n```\#n~~~\#n"#,
      #"<pre><code>```\#n</code></pre>\#n"#),
    Case(#"* item\#n\#n  ```sh\#n  ls\#n    -l\#n  ```\#n"#,
      #"<ul>\#n  <li>\#n    <p>item</p>\#n\#n    <pre><code class="language-sh">ls\#n  -l\#n</code></pre>\#n  </li>\#n</ul>\#n"#),
  ]

  @Test(arguments: cases)
  func html(_ example: Case) {
    #expect(example.result == example.html)
  }
}
