/// One row on its way into a file: the bytes of its cells in a row, and where each ends.
struct RowBuffer {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    private var kinds: [Kind] = []

    /// How a spreadsheet stores a cell.
    enum Kind: UInt8 {
        case text
        case number
        /// Days since 30 December 1899, shown as a date.
        case date
    }

    init() { bytes.reserveCapacity(1024) }

    mutating func clear() {
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        kinds.removeAll(keepingCapacity: true)
    }

    var count: Int { ends.count }

    func cell(_ index: Int) -> ArraySlice<UInt8> {
        bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
    }

    func kind(_ index: Int) -> Kind { kinds[index] }

    /// Adds a cell with whatever `write` appends.
    mutating func add(_ write: (inout [UInt8]) -> Void) {
        write(&bytes)
        end(.text)
    }

    mutating func add(_ text: some Sequence<UInt8>) {
        bytes.append(contentsOf: text)
        end(.text)
    }

    /// Adds a cell that a spreadsheet takes for a number.
    mutating func add(number: UInt64) {
        Digits.append(number, width: 1, to: &bytes)
        end(.number)
    }

    /// Adds a cell that a spreadsheet shows as a date. Days before 1900 have no serial.
    mutating func add(dateSerial serial: UInt64) {
        Digits.append(serial, width: 1, to: &bytes)
        end(.date)
    }

    private mutating func end(_ kind: Kind) {
        ends.append(bytes.count)
        kinds.append(kind)
    }
}
