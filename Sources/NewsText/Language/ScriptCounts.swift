/// How many letters of each writing system were seen: an array, for it is asked at every letter.
struct ScriptCounts {
  private var counts = [Int](repeating: 0, count: Script.allCases.count)

  subscript(script: Script) -> Int {
    get { counts[script.rawValue] }
    set { counts[script.rawValue] = newValue }
  }
}
