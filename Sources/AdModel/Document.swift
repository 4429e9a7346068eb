/// What a document that is no text file looks like: its paragraphs and links, in the text that was
/// read of it.
///
/// Its places are told in that text, a line for each paragraph or line; nothing can be edited there.
public struct Document: Hashable, Sendable {
  /// A paragraph, a cell of a table, or the cells of a row that are one line.
  public struct Paragraph: Hashable, Sendable {
    /// What it is; a title is one that the document itself calls so.
    public enum Kind: Hashable, Sendable {
      case body, title, item
      case heading(level: Int)
    }
    public var kind: Kind
    /// Its words in the text, without the line end.
    public var range: Range<Int>
    /// Where the cells of a row behind the first one begin in the text.
    public var cells: [Int]

    public init(_ kind: Kind, _ range: Range<Int>, cells: [Int] = []) {
      self.kind = kind
      self.range = range
      self.cells = cells
    }
  }

  /// Words that lead to somewhere.
  public struct Link: Hashable, Sendable {
    public var range: Range<Int>
    public var target: String

    public init(_ range: Range<Int>, target: String) {
      self.range = range
      self.target = target
    }
  }

  /// The part of the file in which the bytes of places are counted, such as `word/document.xml`; empty
  /// where they are those of the text itself.
  public var part: String
  /// Its paragraphs in order; empty where a document has lines only.
  public var paragraphs: [Paragraph]
  /// Its links in order.
  public var links: [Link]
  /// Where each page begins in the text; empty where a document does not tell.
  public var pages: [Int]

  public init(
    part: String = "", paragraphs: [Paragraph] = [], links: [Link] = [], pages: [Int] = []
  ) {
    self.part = part
    self.paragraphs = paragraphs
    self.links = links
    self.pages = pages
  }

  /// The number of the page, from 1, on which byte `offset` of the text stands.
  public func page(at offset: Int) -> Int? {
    pages.isEmpty ? nil : max(1, pages.prefix { $0 <= offset }.count)
  }
}
