// Scales pictures and draws covers for newsconv, in a process of its own: the libraries that draw
// cost every start of a program that is linked to them, and a picture that brings them down brings
// down no conversion.
//
//   newsconv-draw image WIDTH HEIGHT < picture > picture   fits a picture into a box, in pixels
//   newsconv-draw cover < description > picture.png        draws a cover
//
// Status 0 and a picture, or 1 and nothing. Input is read whole before anything is written.

import Glibc

StandardStreams.exitWhenNobodyReads()

/// A hostile picture may take this much and no more. AddressSanitizer reserves more than any machine
/// has for itself.
var memory = rlimit(rlim_cur: 2 << 30, rlim_max: 2 << 30)
if dlsym(nil, "__asan_init") == nil {
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
    guard arguments.count == 4, let width = Int(arguments[2]), let height = Int(arguments[3]) else {
      exit(64)
    }
    result = ScaledImage(StandardStreams.input(), width: width, height: height)?.bytes
#endif
#if canImport(CPangoCairo)
  case "cover"?:
    let text = String(decoding: StandardStreams.input(), as: UTF8.self)
    result = CoverDrawing(CoverDescription(text)).png()
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
