/// Five classes of equal width with round limits, for maps.
package struct ClassBreaks {
    package static let count = 5

    /// Lower limit of the lowest class, and the width of each.
    let start: Int
    let width: Int

    /// Covers `values`; from 0 to 4 when there are none.
    package init(_ values: [Int]) {
        let least = values.min() ?? 0
        let greatest = values.max() ?? 0
        var width = Int(RoundSteps.step(reaching: Int64(greatest - least + 1), in: 5))
        var start = ClassBreaks.floor(least, width)
        while start + width * ClassBreaks.count <= greatest {
            width = Int(RoundSteps.step(reaching: Int64(width * ClassBreaks.count + 1), in: 5))
            start = ClassBreaks.floor(least, width)
        }
        self.start = start
        self.width = width
    }

    /// 0 for the lowest class to 4 for the highest.
    package func position(of value: Int) -> Int {
        min(ClassBreaks.count - 1, max(0, (value - start) / width))
    }

    /// First and last value of a class.
    package func limits(of position: Int) -> ClosedRange<Int> {
        let first = start + position * width
        return first...(first + width - 1)
    }

    private static func floor(_ value: Int, _ width: Int) -> Int { value / width * width }
}
