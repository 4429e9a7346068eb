import AdModel

extension Record {
  /// The record that the object `root` of `tape` is; `pointer` leads to it.
  init(
    _ tape: JSONTape, root: Int = 0, pointer: ValuePointer = ValuePointer(),
    record: ByteRange<Source>,
    in file: SourceFile, names: FieldNames
  ) {
    self.init(at: record, in: file, names: names, layout: tape.layout(of: root), root: pointer.text)
    collect(tape, from: root, pointer: pointer)
    hideCopies()
  }

  /// An open object or array.
  private struct Level {
    var end: Int
    var part: Part?
    var name: String
    var pointer: ValuePointer
    var path: String
    var isObject: Bool
    var count = 0
    /// What the value beside a name tells, by that name.
    var labelled: Part?
  }

  /// Finds the values in the object `root`, and what part of the ad each is.
  private mutating func collect(_ tape: JSONTape, from root: Int, pointer: ValuePointer) {
    let limit = tape.nodes[root].next
    var open = [Level(end: limit, name: "", pointer: pointer, path: "", isObject: true)]
    var index = root + 1
    reserve((limit - root) / 2)
    while index < limit {
      while let last = open.last, last.end <= index { open.removeLast() }
      guard let last = open.last else { return }
      var name = last.name
      var step = ""
      var path = last.path
      var part = last.part
      var meaning: FieldNames.Meaning?
      if last.isObject {
        name = tape.name(index)
        step = name
        index += 1
        if let layout {
          path = Layout.path(path, name)
          part = layout.part(at: path)
          if case .labelled = layout.role(at: path) { part = last.labelled }
        }
        let isKnown = layout != nil && part != nil
        if !isKnown, layout?.isOpen != false || open.count == 1 {
          meaning = names.meaning(of: name.utf8Span.span)
          part = self.part(meaning, isTop: open.count == 1, in: last.part)
        }
      } else {
        step = "\(last.count)"
        if layout == nil { name = step }
        open[open.count - 1].count += 1
      }
      let pointer = last.pointer.appending(step)
      let node = tape.nodes[index]
      index += 1
      if node.kind == .object || node.kind == .array {
        open.append(
          Level(
            end: node.next, part: part, name: name, pointer: pointer, path: path,
            isObject: node.kind == .object))
        continue
      }
      let value = Value(node, part: part ?? .other, name: name, pointer: pointer.text, path: path)
      guard let layout else {
        add(value, meaning: open.count == 1 ? meaning : nil)
        continue
      }
      if case .label = layout.role(at: path) {
        open[open.count - 1].labelled = self.labelled(value)
      }
      if layout.isID(at: path) { nameIfNeeded(by: value) }
      add(value, meaning: open.count == 1 && !layout.isKeptWhole ? meaning : nil)
    }
  }
}

extension JSONTape {
  /// How the record `index` is laid out, if its source is known.
  fileprivate func layout(of index: Int) -> Layout? {
    if isPosting(index) { return Layouts.jobPosting }
    return Layouts.layout(naming: children(of: index).lazy.map { nodes[$0].range }, in: text)
  }
}

extension Record.Value {
  /// The value that the node is, under a name.
  fileprivate init(_ node: JSONTape.Node, part: Part, name: String, pointer: String, path: String) {
    let kind: Record.Kind =
      switch node.kind {
      case .number: .number
      case .bool: .bool
      case .null: .null
      case .string, .object, .array: .text
      }
    self.init(
      part: part, name: name, pointer: pointer, path: path, kind: kind, place: node.range,
      spelling: node.hasEscapes ? .json : .plain)
  }
}
