/// The modules of a code while it is drawn.
struct QRGrid {
    let size: Int
    private let version: QRVersion
    /// Row after row; nil where nothing was drawn yet.
    private(set) var modules: [Bool?]

    /// With everything that does not depend on the text.
    init(_ version: QRVersion) {
        self.version = version
        size = version.size
        modules = Array(repeating: nil, count: size * size)
        for (row, column) in [(3, 3), (3, size - 4), (size - 4, 3)] { drawFinder(row, column) }
        drawAlignment()
        for place in 8..<size - 8 {
            if self[6, place] == nil { self[6, place] = place % 2 == 0 }
            if self[place, 6] == nil { self[place, 6] = place % 2 == 0 }
        }
        drawFormat(mask: 0)
        drawVersion()
    }

    private subscript(row: Int, column: Int) -> Bool? {
        get { modules[row * size + column] }
        set { modules[row * size + column] = newValue }
    }

    /// A large square with its light border, as far as it lies inside.
    private mutating func drawFinder(_ centreRow: Int, _ centreColumn: Int) {
        for row in centreRow - 4...centreRow + 4 where (0..<size).contains(row) {
            for column in centreColumn - 4...centreColumn + 4 where (0..<size).contains(column) {
                let distance = max(abs(row - centreRow), abs(column - centreColumn))
                self[row, column] = distance != 2 && distance != 4
            }
        }
    }

    private mutating func drawAlignment() {
        for centreRow in version.alignment {
            for centreColumn in version.alignment where self[centreRow, centreColumn] == nil {
                for row in centreRow - 2...centreRow + 2 {
                    for column in centreColumn - 2...centreColumn + 2 {
                        let distance = max(abs(row - centreRow), abs(column - centreColumn))
                        self[row, column] = distance != 1
                    }
                }
            }
        }
    }

    // MARK: What a reader must know first

    /// Level M, whose bits are 00, and the mask, guarded by a code of their own, twice.
    private mutating func drawFormat(mask: Int) {
        let bits = (mask << 10 | QRGrid.remainder(mask, 0x537, 10)) ^ 0x5412
        func bit(_ place: Int) -> Bool { bits >> place & 1 == 1 }
        for place in 0..<6 { self[place, 8] = bit(place) }
        self[7, 8] = bit(6)
        self[8, 8] = bit(7)
        self[8, 7] = bit(8)
        for place in 9..<15 { self[8, 14 - place] = bit(place) }
        for place in 0..<8 { self[8, size - 1 - place] = bit(place) }
        for place in 8..<15 { self[size - 15 + place, 8] = bit(place) }
        self[size - 8, 8] = true
    }

    /// Larger codes tell their size, twice.
    private mutating func drawVersion() {
        guard version.number >= 7 else { return }
        let bits = version.number << 12 | QRGrid.remainder(version.number, 0x1F25, 12)
        for place in 0..<18 {
            let isDark = bits >> place & 1 == 1
            self[size - 11 + place % 3, place / 3] = isDark
            self[place / 3, size - 11 + place % 3] = isDark
        }
    }

    private static func remainder(_ value: Int, _ divisor: Int, _ degree: Int) -> Int {
        var rest = value
        for _ in 0..<degree { rest = rest << 1 ^ (rest >> (degree - 1) & 1) * divisor }
        return rest
    }

    // MARK: The words

    /// Draws the words in pairs of columns from the right, upwards and downwards in turn.
    mutating func place(_ words: [UInt8], mask: Int) {
        let all: [Bool] = words.flatMap { word in
            (0..<8).map { place in word >> (7 - place) & 1 == 1 }
        }
        var bits = all[...]
        var isUpwards = true
        // The column of the row of dots is left out.
        for right in stride(from: size - 1, to: 0, by: -2).map({ $0 <= 6 ? $0 - 1 : $0 }) {
            for step in 0..<size {
                let row = isUpwards ? size - 1 - step : step
                for column in [right, right - 1] where self[row, column] == nil {
                    let bit = bits.popFirst() ?? false
                    self[row, column] = bit != QRGrid.isFlipped(mask, row, column)
                }
            }
            isUpwards.toggle()
        }
        drawFormat(mask: mask)
    }

    private static func isFlipped(_ mask: Int, _ row: Int, _ column: Int) -> Bool {
        let product = row * column
        return switch mask {
        case 0: (row + column) % 2 == 0
        case 1: row % 2 == 0
        case 2: column % 3 == 0
        case 3: (row + column) % 3 == 0
        case 4: (row / 2 + column / 3) % 2 == 0
        case 5: product % 2 + product % 3 == 0
        case 6: (product % 2 + product % 3) % 2 == 0
        default: ((row + column) % 2 + product % 3) % 2 == 0
        }
    }

    // MARK: Which mask is best

    /// High where long lines, squares or patterns like the large squares would confuse a reader.
    var penalty: Int {
        let dark = modules.map { $0 ?? false }
        var total = 0
        for line in 0..<size {
            total += QRGrid.penalty(of: (0..<size).map { dark[line * size + $0] })
            total += QRGrid.penalty(of: (0..<size).map { dark[$0 * size + line] })
        }
        for row in 0..<size - 1 {
            for column in 0..<size - 1 {
                let corner = row * size + column
                let square = [
                    dark[corner], dark[corner + 1], dark[corner + size], dark[corner + size + 1],
                ]
                if square.allSatisfy({ $0 == square[0] }) { total += 3 }
            }
        }
        let share = dark.count { $0 } * 20
        return total + abs(share - dark.count * 10) / dark.count * 10
    }

    private static let finderLike: [[Bool]] = [
        "10111010000", "00001011101",
    ].map { $0.map { $0 == "1" } }

    private static func penalty(of line: [Bool]) -> Int {
        var total = 0
        var run = 0
        for (place, module) in line.enumerated() {
            run = place > 0 && line[place - 1] == module ? run + 1 : 1
            if run == 5 { total += 3 } else if run > 5 { total += 1 }
            let end = place + finderLike[0].count
            if end <= line.count, finderLike.contains(Array(line[place..<end])) { total += 40 }
        }
        return total
    }
}
