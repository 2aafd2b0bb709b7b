import Synchronization

/// Work in numbered units on several cores. Results come in the order of the units, so that nothing
/// depends on which core did what.
enum Parallel {
    /// - Parameters:
    ///   - units: how many there are.
    ///   - workers: how many run at once.
    ///   - state: made once for each worker and handed to all its units, such as a cache.
    ///   - body: one unit of work.
    /// - Returns: what the units came to, in their order.
    static func map<State, Result: Sendable>(
        units: Int, workers: Int, state: @escaping @autoclosure @Sendable () -> State,
        _ body: @escaping @Sendable (inout State, Int) -> Result
    ) async -> [Result] {
        let counter = UnitCounter()
        return await withTaskGroup(of: [(Int, Result)].self) { group in
            for _ in 0..<max(1, min(workers, units)) {
                group.addTask {
                    var state = state()
                    var results: [(Int, Result)] = []
                    while let unit = counter.next(below: units) {
                        results.append((unit, body(&state, unit)))
                    }
                    return results
                }
            }
            var all: [(Int, Result)] = []
            for await results in group { all += results }
            return all.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }

    static func map<Result: Sendable>(
        units: Int, workers: Int, _ body: @escaping @Sendable (Int) -> Result
    ) async -> [Result] {
        await map(units: units, workers: workers, state: ()) { _, unit in body(unit) }
    }

    /// `count` elements as units of `size`.
    static func ranges(of count: Int, size: Int) -> [Range<Int>] {
        stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
    }
}

private final class UnitCounter: Sendable {
    private let taken = Atomic<Int>(0)

    func next(below end: Int) -> Int? {
        let unit = taken.wrappingAdd(1, ordering: .relaxed).oldValue
        return unit < end ? unit : nil
    }
}

/// Memory that several units fill at once.
///
/// `@unchecked Sendable` because the compiler cannot see what holds: every unit writes elements, or
/// parts of them, of its own, and nobody reads before all units are done.
final class SharedBuffer<Element: BitwiseCopyable>: @unchecked Sendable {
    let elements: UnsafeMutableBufferPointer<Element>

    init(repeating element: Element, count: Int) {
        elements = .allocate(capacity: count)
        elements.initialize(repeating: element)
    }

    deinit { elements.deallocate() }

    var readOnly: UnsafeBufferPointer<Element> { UnsafeBufferPointer(elements) }
}
