// A case has its source on one line and its HTML on the next, however long.
// swift-format-ignore-file

import Testing

/// Tables.
@Suite struct TableTests {
  static let cases: [Case] = [
    Case(#"| a | b |\#n|---|---|\#n| 1 | 2 |\#n"#,
      #"<table>\#n  <thead>\#n    <tr>\#n      <th>a</th>\#n      <th>b</th>\#n    </tr>\#n  </thead>\#n  <tbody>\#n    <tr>\#n      <td>1</td>\#n      <td>2</td>\#n    </tr>\#n  </tbody>\#n</table>\#n"#),
    Case(#"a | b\#n--|--\#n1 | 2\#n"#,
      #"<table>\#n  <thead>\#n    <tr>\#n      <th>a</th>\#n      <th>b</th>\#n    </tr>\#n  </thead>\#n  <tbody>\#n    <tr>\#n      <td>1</td>\#n      <td>2</td>\#n    </tr>\#n  </tbody>\#n</table>\#n"#),
    Case(#"| a | b |\#n| c | d |\#n"#,
      #"<table>\#n  <tbody>\#n    <tr>\#n      <td>a</td>\#n      <td>b</td>\#n    </tr>\#n    <tr>\#n      <td>c</td>\#n      <td>d</td>\#n    </tr>\#n  </tbody>\#n</table>\#n"#),
    Case(#"| l | c | r | n |\#n|:--|:-:|--:|---|\#n| 1 | 2 | 3 | 4 |\#n"#,
      #"<table>\#n  <thead>\#n    <tr>\#n      <th style="text-align: left">l</th>\#n      <th style="text-align: center">c</th>\#n      <th style="text-align: right">r</th>\#n      <th>n</th>\#n    </tr>\#n  </thead>\#n  <tbody>\#n    <tr>\#n      <td style="text-align: left">1</td>\#n      <td style="text-align: center">2</td>\#n      <td style="text-align: right">3</td>\#n      <td>4</td>\#n    </tr>\#n  </tbody>\#n</table>\#n"#),
    Case(#"| h |\#n|---|\#n| a |\#n|---|\#n| b |\#n|===|\#n| f |\#n"#,
      #"<table>\#n  <thead>\#n    <tr>\#n      <th>h</th>\#n    </tr>\#n  </thead>\#n  <tbody>\#n    <tr>\#n      <td>a</td>\#n    </tr>\#n  </tbody>\#n  <tbody>\#n    <tr>\#n      <td>b</td>\#n    </tr>\#n  </tbody>\#n  <tfoot>\#n    <tr>\#n      <td>f</td>\#n    </tr>\#n  </tfoot>\#n</table>\#n"#),
    Case(#"|---|---|\#n| a | b |\#n"#,
      #"<table>\#n  <tbody>\#n    <tr>\#n      <td>a</td>\#n      <td>b</td>\#n    </tr>\#n  </tbody>\#n</table>\#n"#),
    Case(#"| a | b |\#n|---|---|\#n| 1 |\#n| 1 | 2 | 3 |\#n"#,
      #"<table>\#n  <thead>\#n    <tr>\#n      <th>a</th>\#n      <th>b</th>\#n      <th>\#u{A0}</th>\#n    </tr>\#n  </thead>\#n  <tbody>\#n    <tr>\#n      <td>1</td>\#n      <td>\#u{A0}</td>\#n      <td>\#u{A0}</td>\#n    </tr>\#n    <tr>\#n      <td>1</td>\#n      <td>2</td>\#n      <td>3</td>\#n    </tr>\#n  </tbody>\#n</table>\#n"#),
    Case(#"| a |\#n|---|\#n"#,
      #"<p>| a |\#n|—|</p>\#n"#),
    Case(#"x | y\#n"#,
      #"<table>\#n  <tbody>\#n    <tr>\#n      <td>x</td>\#n      <td>y</td>\#n    </tr>\#n  </tbody>\#n</table>\#n"#),
    Case(#"| `a|b` | c |\#n"#,
      #"<table>\#n  <tbody>\#n    <tr>\#n      <td><code>a|b</code></td>\#n      <td>c</td>\#n    </tr>\#n  </tbody>\#n</table>\#n"#),
    Case(#"| a \| b | c |\#n"#,
      #"<table>\#n  <tbody>\#n    <tr>\#n      <td>a | b</td>\#n      <td>c</td>\#n    </tr>\#n  </tbody>\#n</table>\#n"#),
    Case(#"| **b** | [l](/u) | "q" |\#n|---|---|---|\#n|||\#n"#,
      #"<table>\#n  <thead>\#n    <tr>\#n      <th><strong>b</strong></th>\#n      <th><a href="/u">l</a></th>\#n      <th>“q”</th>\#n    </tr>\#n  </thead>\#n  <tbody>\#n    <tr>\#n      <td>\#u{A0}</td>\#n      <td>\#u{A0}</td>\#n      <td>\#u{A0}</td>\#n    </tr>\#n  </tbody>\#n</table>\#n"#),
    Case(#"text\#n| a | b |\#n"#,
      #"<p>text\#n| a | b |</p>\#n"#),
    Case(#"| a | b |\#ntext\#n"#,
      #"<p>| a | b |\#ntext</p>\#n"#),
    Case(#"{: .c}\#n| a | b |\#n"#,
      #"<table class="c">\#n  <tbody>\#n    <tr>\#n      <td>a</td>\#n      <td>b</td>\#n    </tr>\#n  </tbody>\#n</table>\#n"#),
    Case(#"| a | b |\#n{: .c}\#n"#,
      #"<table class="c">\#n  <tbody>\#n    <tr>\#n      <td>a</td>\#n      <td>b</td>\#n    </tr>\#n  </tbody>\#n</table>\#n"#),
    Case(#"| <code>x|y</code> | z |\#n"#,
      #"<table>\#n  <tbody>\#n    <tr>\#n      <td><code>x|y</code></td>\#n      <td>z</td>\#n    </tr>\#n  </tbody>\#n</table>\#n"#),
    Case(#"| <b>x|y</b> | z |\#n"#,
      #"<table>\#n  <tbody>\#n    <tr>\#n      <td><b>x</b></td>\#n      <td>y&lt;/b&gt;</td>\#n      <td>z</td>\#n    </tr>\#n  </tbody>\#n</table>\#n"#),
    Case(#"| a\#n| b\#n"#,
      #"<table>\#n  <tbody>\#n    <tr>\#n      <td>a</td>\#n    </tr>\#n    <tr>\#n      <td>b</td>\#n    </tr>\#n  </tbody>\#n</table>\#n"#),
    Case(#"| a | b |\#n|:-:|\#n| c | d |\#n"#,
      #"<table>\#n  <thead>\#n    <tr>\#n      <th style="text-align: center">a</th>\#n      <th>b</th>\#n    </tr>\#n  </thead>\#n  <tbody>\#n    <tr>\#n      <td style="text-align: center">c</td>\#n      <td>d</td>\#n    </tr>\#n  </tbody>\#n</table>\#n"#),
    Case(#"||\#n"#,
      #"<table>\#n  <tbody>\#n    <tr>\#n      <td>\#u{A0}</td>\#n    </tr>\#n  </tbody>\#n</table>\#n"#),
    Case(#"a \| b\#n"#,
      #"<p>a | b</p>\#n"#),
    Case(#"* a | b\#n"#,
      #"<ul>\#n  <li>\#n    <table>\#n      <tbody>\#n        <tr>\#n          <td>a</td>\#n          <td>b</td>\#n        </tr>\#n      </tbody>\#n    </table>\#n  </li>\#n</ul>\#n"#),
    Case(#"| a |\#n+---+\#n| b |\#n"#,
      #"<p>| a |\#n+—+\#n| b |</p>\#n"#),
    Case(#"| &nbsp; | <br> |\#n"#,
      #"<table>\#n  <tbody>\#n    <tr>\#n      <td>\#u{A0}</td>\#n      <td><br /></td>\#n    </tr>\#n  </tbody>\#n</table>\#n"#),
  ]

  @Test(arguments: cases)
  func html(_ example: Case) {
    #expect(example.result == example.html)
  }
}
