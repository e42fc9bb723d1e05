/// The names of TeX, LaTeX and amsmath for signs.
enum TeXSymbols {
  /// Reads lines of `name sign name sign …`.
  private static func table(_ text: String) -> [String: String] {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    var result: [String: String] = [:]
    for index in stride(from: 0, to: words.count - 1, by: 2) {
      result[words[index]] = words[index + 1]
    }
    return result
  }

  /// Letters and what stands like one.
  static let identifiers = table(
    """
    alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι
    kappa κ lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ
    upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ
    Upsilon Υ Phi Φ Psi Ψ Omega Ω infty ∞ partial ∂ nabla ∇ ell ℓ hbar ℏ hslash ℏ imath ı jmath ȷ
    Re ℜ Im ℑ aleph ℵ beth ℶ wp ℘ emptyset ∅ varnothing ∅ top ⊤ bot ⊥ angle ∠ measuredangle ∡
    triangle △ square □ Box □ blacksquare ■ diamond ⋄ Diamond ◊ clubsuit ♣ diamondsuit ♢ heartsuit ♡
    spadesuit ♠ checkmark ✓ degree ° dots … ldots … cdots ⋯ vdots ⋮ ddots ⋱ dotsc … dotsb ⋯ dotsm ⋯
    prime ′ backprime ‵ flat ♭ natural ♮ sharp ♯ AA Å S § P ¶ pounds £ yen ¥ euro € copyright ©
    % % $ $ # # _ _ therefore ∴ because ∵ Bbbk 𝕜 digamma ϝ complement ∁ eth ð mho ℧ surd √
    """)

  /// Operators, relations and arrows.
  static let operators = table(
    """
    pm ± mp ∓ times × div ÷ cdot ⋅ ast ∗ star ⋆ circ ∘ bullet • oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘
    odot ⊙ dagger † ddagger ‡ amalg ⨿ cap ∩ cup ∪ uplus ⊎ sqcap ⊓ sqcup ⊔ vee ∨ lor ∨ wedge ∧ land ∧
    setminus ∖ smallsetminus ∖ wr ≀ neg ¬ lnot ¬ forall ∀ exists ∃ nexists ∄ leq ≤ le ≤ geq ≥ ge ≥
    neq ≠ ne ≠ ll ≪ gg ≫ lll ⋘ ggg ⋙ equiv ≡ sim ∼ simeq ≃ approx ≈ cong ≅ asymp ≍ doteq ≐ propto ∝
    varpropto ∝ prec ≺ succ ≻ preceq ⪯ succeq ⪰ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ subsetneq ⊊
    supsetneq ⊋ nsubseteq ⊈ nsupseteq ⊉ sqsubset ⊏ sqsupset ⊐ sqsubseteq ⊑ sqsupseteq ⊒ in ∈ ni ∋
    owns ∋ notin ∉ mid ∣ nmid ∤ parallel ∥ nparallel ∦ perp ⊥ vdash ⊢ dashv ⊣ models ⊨ vDash ⊨
    smile ⌣ frown ⌢ bowtie ⋈ leqslant ⩽ geqslant ⩾ lesssim ≲ gtrsim ≳ lessgtr ≶ gtrless ≷
    nleq ≰ ngeq ≱ nless ≮ ngtr ≯ trianglelefteq ⊴ trianglerighteq ⊵ lhd ⊲ rhd ⊳ coloneqq ≔
    eqqcolon ≕ colon : triangleq ≜ leftarrow ← gets ← rightarrow → to → leftrightarrow ↔ Leftarrow ⇐
    Rightarrow ⇒ Leftrightarrow ⇔ implies ⟹ impliedby ⟸ iff ⟺ longleftarrow ⟵ longrightarrow ⟶
    longleftrightarrow ⟷ Longleftarrow ⟸ Longrightarrow ⟹ Longleftrightarrow ⟺ mapsto ↦
    longmapsto ⟼ hookleftarrow ↩ hookrightarrow ↪ uparrow ↑ downarrow ↓ updownarrow ↕ Uparrow ⇑
    Downarrow ⇓ nearrow ↗ searrow ↘ swarrow ↙ nwarrow ↖ leftharpoonup ↼ rightharpoonup ⇀
    leftharpoondown ↽ rightharpoondown ⇁ rightleftharpoons ⇌ leftrightharpoons ⇋ rightrightarrows ⇉
    twoheadrightarrow ↠ leadsto ⇝ rightsquigarrow ⇝ nrightarrow ↛ nleftarrow ↚ nRightarrow ⇏
    circlearrowleft ↺ circlearrowright ↻ upharpoonright ↾ restriction ↾ vert | lvert | rvert | Vert ‖
    lVert ‖ rVert ‖ & & bigtriangleup △ bigtriangledown ▽ triangleleft ◃ triangleright ▹ blacktriangle ▴
    """)

  /// Delimiters.
  static let delimiters = table(
    """
    { { } } lbrace { rbrace } lbrack [ rbrack ] langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉
    | ‖ vert | Vert ‖ lvert | rvert | lVert ‖ rVert ‖ backslash \\ lgroup ⟮ rgroup ⟯ ulcorner ⌜
    urcorner ⌝ llcorner ⌞ lrcorner ⌟
    """)

  /// Arrows that grow as delimiters do.
  static let arrowsAsDelimiters = table(
    "uparrow ↑ downarrow ↓ updownarrow ↕ Uparrow ⇑ Downarrow ⇓ Updownarrow ⇕")

  /// Operators that grow and have limits.
  static let large = table(
    """
    sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ iiint ∭ oint ∮ oiint ∯ bigcup ⋃ bigcap ⋂ bigsqcup ⨆ bigvee ⋁
    bigwedge ⋀ bigoplus ⨁ bigotimes ⨂ bigodot ⨀ biguplus ⨄
    """)

  /// Spaces and their widths.
  static let spaces: [String: String] = [
    ",": "0.1667em", ":": "0.2222em", ">": "0.2222em", ";": "0.2778em", "!": "-0.1667em",
    " ": "0.25em", "quad": "1em", "qquad": "2em", "enspace": "0.5em", "thinspace": "0.1667em",
    "medspace": "0.2222em", "thickspace": "0.2778em", "negthinspace": "-0.1667em",
    "enskip": "0.5em", "space": "0.25em", "nobreakspace": "0.25em", "/": "0em",
  ]

  /// Functions that are written upright.
  static let functions: Set<String> = [
    "sin", "cos", "tan", "cot", "sec", "csc", "arcsin", "arccos", "arctan", "sinh", "cosh", "tanh",
    "coth", "exp", "log", "ln", "lg", "det", "dim", "deg", "gcd", "hom", "ker", "arg", "lim",
    "liminf", "limsup", "max", "min", "sup", "inf", "Pr", "argmax", "argmin", "injlim", "projlim",
  ]

  /// Those that have their limits below them.
  static let functionsWithLimits: Set<String> = [
    "det", "gcd", "lim", "liminf", "limsup", "max", "min", "sup", "inf", "Pr", "argmax", "argmin",
    "injlim", "projlim",
  ]

  /// Those that are written otherwise than they are called.
  static let functionNames: [String: String] = [
    "liminf": "lim inf", "limsup": "lim sup", "argmax": "arg max", "argmin": "arg min",
    "injlim": "inj lim", "projlim": "proj lim",
  ]

  /// A mark above or below what it belongs to.
  struct Accent {
    var mark: String
    var isWide = false
    var isBelow = false
  }

  static let accents: [String: Accent] = [
    "hat": Accent(mark: "^"), "widehat": Accent(mark: "^", isWide: true),
    "check": Accent(mark: "ˇ"), "tilde": Accent(mark: "~"),
    "widetilde": Accent(mark: "~", isWide: true), "acute": Accent(mark: "´"),
    "grave": Accent(mark: "`"), "dot": Accent(mark: "˙"), "ddot": Accent(mark: "¨"),
    "dddot": Accent(mark: "\u{20DB}"), "breve": Accent(mark: "˘"), "bar": Accent(mark: "¯"),
    "vec": Accent(mark: "→"), "mathring": Accent(mark: "˚"),
    "overline": Accent(mark: "‾", isWide: true),
    "overrightarrow": Accent(mark: "→", isWide: true),
    "overleftarrow": Accent(mark: "←", isWide: true),
    "overbrace": Accent(mark: "⏞", isWide: true),
    "underline": Accent(mark: "_", isWide: true, isBelow: true),
    "underbrace": Accent(mark: "⏟", isWide: true, isBelow: true),
    "utilde": Accent(mark: "~", isWide: true, isBelow: true),
  ]

  /// The commands that set their argument in an alphabet.
  static let alphabets: [String: MathVariant] = [
    "mathrm": .normal, "mathnormal": .italic, "mathbf": .bold, "mathit": .italic,
    "boldsymbol": .boldItalic,
    "bm": .boldItalic, "mathbb": .doubleStruck, "mathcal": .script, "mathscr": .script,
    "mathfrak": .fraktur, "mathsf": .sansSerif, "mathtt": .monospace,
  ]

  /// The old commands that hold to the end of a group.
  static let switches: [String: MathVariant] = [
    "rm": .normal, "bf": .bold, "it": .italic, "sf": .sansSerif, "tt": .monospace, "cal": .script,
    "boldmath": .bold,
  ]

  /// What may stand within text.
  static let inText: [String: String] = [
    " ": " ", ",": "\u{2009}", "%": "%", "$": "$", "#": "#", "&": "&", "_": "_", "{": "{", "}": "}",
    "ldots": "…", "dots": "…", "quad": "\u{2003}", "-": "\u{AD}", "ss": "ß", "ae": "æ", "oe": "œ",
    "o": "ø", "aa": "å", "textasciitilde": "~", "textasciicircum": "^", "textbackslash": "\\",
  ]

  /// Fonts within text say nothing here.
  static let fonts: Set<String> = ["rm", "bf", "it", "textbf", "textit", "textrm", "em", "small"]
}
