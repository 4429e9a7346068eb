/// A value that is made when somebody first asks for it, and then kept for all who ask.
///
/// Most of what rules and laws have to say nobody wants to hear in a given run, and reading it takes
/// longer than checking a small ad. Where tasks ask at once, each may make the value, and all get
/// the same one.
public final class Deferred<Value: Sendable>: Sendable {
  @usableFromInline let make: @Sendable () -> Value
  @usableFromInline let kept = LazyReference<Kept>()

  @usableFromInline final class Kept: Sendable {
    @usableFromInline let value: Value

    @usableFromInline init(_ value: Value) { self.value = value }
  }

  /// A value that `make` makes: the same each time, since tasks that ask at once may each call it.
  public init(_ make: @escaping @Sendable () -> Value) { self.make = make }

  /// A value that is there already.
  public convenience init(made value: Value) { self.init { value } }

  /// Each ad asks hundreds of values, so that whoever asks knows the type, and asks for no metadata.
  @inlinable public var value: Value { (kept.load() ?? kept.storeIfNil(Kept(make()))).value }

  /// What `body` tells of the value, which is not copied for it: a copy counts all that it holds.
  @inlinable public func read<Told>(_ body: (borrowing Value) -> Told) -> Told {
    body((kept.load() ?? kept.storeIfNil(Kept(make()))).value)
  }
}

/// Values each of which is made when somebody first asks for it.
public struct DeferredArray<Element: Sendable>: RandomAccessCollection, Sendable {
  @usableFromInline let values: [Deferred<Element>]

  public init(_ values: [Deferred<Element>] = []) { self.values = values }

  public var startIndex: Int { 0 }
  public var endIndex: Int { values.count }

  @inlinable public subscript(index: Int) -> Element { values[index].value }

  /// What `body` tells of the element at `index`, which is not copied for it.
  @inlinable public func read<Told>(_ index: Int, _ body: (borrowing Element) -> Told) -> Told {
    values[index].read(body)
  }
}
