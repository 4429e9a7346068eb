public import Synchronization

/// A place for an object that is stored once, by whichever task comes first.
///
/// It does what `AtomicLazyReference` of the standard library does, whose calls no compiler sees into:
/// asking for what is there took 600 instructions, some 300 times an ad.
@safe public struct LazyReference<Object: AnyObject & Sendable>: ~Copyable, Sendable {
  /// The address of the object, which is retained; 0 for none.
  @usableFromInline let address = Atomic<UInt>(0)

  @inlinable public init() {}

  deinit {
    let address = address.load(ordering: .acquiring)
    if let pointer = unsafe UnsafeRawPointer(bitPattern: address) {
      unsafe Unmanaged<Object>.fromOpaque(pointer).release()
    }
  }

  /// What was stored, if anything was.
  @inlinable public func load() -> Object? {
    let address = address.load(ordering: .acquiring)
    // What is stored stays, and lives as long as this place.
    guard let pointer = unsafe UnsafeRawPointer(bitPattern: address) else { return nil }
    return unsafe Unmanaged<Object>.fromOpaque(pointer).takeUnretainedValue()
  }

  /// Stores `object` unless something was stored before, and returns what is stored then.
  public func storeIfNil(_ object: Object) -> Object {
    let retained = unsafe Unmanaged.passRetained(object)
    let new = unsafe UInt(bitPattern: retained.toOpaque())
    let (isFirst, _) = address.compareExchange(
      expected: 0, desired: new, ordering: .acquiringAndReleasing)
    if isFirst { return object }
    unsafe retained.release()
    return load() ?? object
  }
}
