import AdModel
import Configuration

extension RunSetting {
  /// Why it does nothing.
  var reason: String {
    "“\(name)” holds for a whole run, which takes it from the configuration of the working folder, so"
      + " here it does nothing; move it there, or say --\(name)."
  }

  /// What a run tells of it that it does nothing in.
  var problem: Problem {
    var problem = Problem(
      id: "idle-setting", file: "", message: reason, losesAds: false, concern: .setting)
    if case .file(let file, let line, _) = origin { (problem.file, problem.line) = (file, line) }
    return problem
  }
}
