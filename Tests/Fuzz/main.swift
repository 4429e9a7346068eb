import AdModel
import Reading
import TestSupport

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

// fuzz TARGET|all RUNS FIRST FOLDER…: reads RUNS documents by each target, made from the files in the
// folders, and looks whether a law of places breaks. Each document follows from its number. What
// breaks a law, crashes or takes more than ten seconds ends the run, and its number is the last one
// printed.

func stop(_ words: String) -> Never {
  print(words)
  exit(2)
}

/// Says which document is read, whatever happens then.
func begin(_ target: String, _ number: UInt64) {
  var line = Array("\(target) \(number)\n".utf8)
  line += Array(repeating: 0x20, count: max(0, 40 - line.count))
  unsafe _ = line.withUnsafeBytes { unsafe pwrite(9, $0.baseAddress, $0.count, 0) }
  alarm(10)
}

/// The documents that those of `target` are made from: files in `folders`, and its own.
func corpus(of target: Target, in folders: [String]) -> [[UInt8]] {
  let finder = FileFinder(fileExtensions: Set(target.endings))
  let files = finder.find(folders).files
  return files.compactMap { try? SourceFile.bytes(of: $0) } + target.seeds.map { Array($0.utf8) }
}

let arguments = Array(CommandLine.arguments.dropFirst())
guard arguments.count >= 3 else { stop("usage: fuzz TARGET|all RUNS FIRST FOLDER…") }
let targets = Target.all.filter { arguments[0] == "all" || $0.name == arguments[0] }
if targets.isEmpty {
  stop("There are the targets \(Target.all.map(\.name).joined(separator: " ")).")
}

#if LIBFUZZER
  // fuzz TARGET FOLDER SEEDS… -OPTION…
  try LibFuzzer.run(
    targets[0],
    from: corpus(of: targets[0], in: arguments.dropFirst(2).filter { !$0.hasPrefix("-") }),
    in: arguments[1], arguments.filter { $0.hasPrefix("-") })
#else
  guard let runs = UInt64(arguments[1]), let first = UInt64(arguments[2]) else {
    stop("usage: fuzz TARGET|all RUNS FIRST FOLDER…")
  }
  for target in targets {
    let corpus = corpus(of: target, in: Array(arguments.dropFirst(3)))
    let start = ContinuousClock.now
    for number in first..<first + runs {
      begin(target.name, number)
      var mutator = Mutator(corpus, tokens: target.tokens, seed: number)
      let document = mutator.next()
      if runs == 1 {
        unsafe _ = document.withUnsafeBytes { unsafe write(1, $0.baseAddress, $0.count) }
        print()
      }
      if let law = target.read(document) { stop("\(target.name) \(number): \(law)") }
    }
    alarm(0)
    print(
      "\(target.name): \(runs) documents in \((ContinuousClock.now - start).components.seconds) s")
  }
#endif
