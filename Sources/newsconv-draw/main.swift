// Scales pictures and draws covers for newsconv, in a process of its own: the libraries that draw
// cost every start of a program that is linked to them, and a picture that brings them down brings
// down no conversion.
//
//   newsconv-draw image WIDTH HEIGHT colour|grey QUALITY < picture > picture
//                                                     fits a picture into a box, in pixels
//   newsconv-draw cover WIDTH HEIGHT colour|grey < description > picture.png
//                                                     draws a cover
//
// Status 0 and a picture, or nothing and 1; 65 for a cover with characters that no font has. Input is read whole before anything is written.

import Glibc

StandardStreams.exitWhenNobodyReads()

/// A hostile picture may take this much and no more. Sanitizers reserve more than any machine has for
/// themselves.
var memory = rlimit(rlim_cur: 2 << 30, rlim_max: 2 << 30)
if dlsym(nil, "__asan_init") == nil, dlsym(nil, "__tsan_init") == nil {
  setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &memory)
}
/// Of work, not by the clock. At the first limit the system sends SIGXCPU, which says why.
var seconds = rlimit(rlim_cur: 30, rlim_max: 31)
setrlimit(__rlimit_resource_t(RLIMIT_CPU.rawValue), &seconds)

let arguments = CommandLine.arguments
let result: [UInt8]?
switch arguments.dropFirst().first {
#if canImport(CGD)
  case "image"?:
    guard arguments.count == 6, let width = Int(arguments[2]), let height = Int(arguments[3]),
      let quality = Int32(arguments[5]), (1...100).contains(quality)
    else { exit(64) }
    result =
      ScaledImage(
        StandardStreams.input(), width: width, height: height, isGrey: arguments[4] == "grey",
        quality: quality)?.bytes
#endif
#if canImport(CPangoCairo)
  case "cover"?:
    guard arguments.count == 5, let width = Int(arguments[2]), let height = Int(arguments[3]),
      (200...4000).contains(width), (200...4000).contains(height)
    else { exit(64) }
    let text = String(decoding: StandardStreams.input(), as: UTF8.self)
    let drawing = CoverDrawing(
      CoverDescription(text), width: width, height: height, isGrey: arguments[4] == "grey")
    if drawing.lacksFonts { exit(65) }
    result = drawing.png()
#endif
case "can"?:
  // What this build can do, one word a line.
  var abilities = ""
  #if canImport(CGD)
    abilities += "image\n"
  #endif
  #if canImport(CPangoCairo)
    abilities += "cover\n"
  #endif
  result = Array(abilities.utf8)
default:
  exit(64)
}
guard let result, StandardStreams.output(result) else { exit(1) }
