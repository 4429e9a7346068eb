import AdModel
import Reading
import TestSupport

/// The ads of `text`, read as `format`.
func ads(_ text: String, as format: String, name: String = "ad") throws -> [Ad] {
  try ads(of: SourceFile(name: name, bytes: Array(text.utf8)), as: format)
}

/// The ads of `file`, read as `format`, or as what it looks like.
func ads(of file: SourceFile, as format: String? = nil) throws -> [Ad] {
  let reader = try Readers.reader(for: file, forced: format)
  return try reader.records(in: file).map { try reader.ad(from: $0, in: file) }
}

/// The one ad of `text`.
func ad(_ text: String, as format: String) throws -> Ad {
  try ads(text, as: format)[0]
}

/// Reads `bytes` whatever they are, and gives what is wrong with them.
func problems(_ bytes: [UInt8], as format: String? = nil) -> [Problem] {
  do throws(Problem) {
    let file = try SourceFile(name: "ad", bytes: bytes)
    let reader = try Readers.reader(for: file, forced: format)
    return reader.records(in: file).compactMap { record in
      do throws(Problem) {
        _ = try reader.ad(from: record, in: file)
        return nil
      } catch {
        return error
      }
    }
  } catch {
    return [error]
  }
}

extension Ad {
  /// The fields that a person reads, as `name: text`.
  var told: [String] {
    fields.filter(\.part.isRead).map { "\($0.part): \(text(at: $0.place))" }
  }

  /// The blocks, as `kind: text`.
  var laidOut: [String] {
    blocks.map { block in
      let kind: String =
        switch block.kind {
        case .paragraph: "p"
        case .item: "li"
        case .heading(let level): "h\(level)"
        case .code: "code"
        }
      return "\(kind): \(text(at: block.place))"
    }
  }

  /// The texts of the fields of `part`.
  func texts(of part: Part) -> [String] {
    fields.filter { $0.part == part }.map { text(at: $0.place) }
  }

  /// What `words` of the prose are in the file.
  func spelling(of words: String, in file: [UInt8]) -> String? {
    guard let place = place(of: words) else { return nil }
    return String(decoding: file[map.origin(covering: place).utf8], as: UTF8.self)
  }

  /// Where `words` first stand in the prose.
  func place(of words: String) -> ByteRange<Prose>? {
    let wanted = Array(words.utf8)
    guard prose.count >= wanted.count else { return nil }
    for start in 0...prose.count - wanted.count
    where prose[start..<start + wanted.count].elementsEqual(wanted) {
      return ByteRange(start, start + wanted.count)
    }
    return nil
  }
}
