/// What a code holds: the bytes, and words by which a reader mends what it read wrongly.
enum QRWords {
    /// Data and correction of all blocks, interleaved as they are placed.
    static func all(of bytes: [UInt8], _ version: QRVersion) -> [UInt8] {
        var rest = data(bytes, version)[...]
        var blocks: [[UInt8]] = []
        for length in version.blocks {
            blocks.append(Array(rest.prefix(length)))
            rest = rest.dropFirst(length)
        }
        let field = GaloisField()
        let divisor = field.generator(version.correction)
        let corrections = blocks.map { field.remainder(of: $0, by: divisor) }
        return interleaved(blocks) + interleaved(corrections)
    }

    /// Mode, count and bytes, filled up to the room there is.
    private static func data(_ bytes: [UInt8], _ version: QRVersion) -> [UInt8] {
        var bits: [Bool] = []
        func append(_ value: Int, _ count: Int) {
            for place in (0..<count).reversed() { bits.append(value >> place & 1 == 1) }
        }
        append(0b0100, 4)
        append(bytes.count, version.countBits)
        for byte in bytes { append(Int(byte), 8) }
        let room = 8 * version.dataWords
        append(0, min(4, room - bits.count))
        append(0, (8 - bits.count % 8) % 8)
        var words = stride(from: 0, to: bits.count, by: 8).map { start in
            bits[start..<start + 8].reduce(0 as UInt8) { $0 << 1 | ($1 ? 1 : 0) }
        }
        var isFirst = true
        while words.count < version.dataWords {
            words.append(isFirst ? 0xEC : 0x11)
            isFirst.toggle()
        }
        return words
    }

    private static func interleaved(_ blocks: [[UInt8]]) -> [UInt8] {
        let longest = blocks.map(\.count).max() ?? 0
        return (0..<longest).flatMap { place in
            blocks.compactMap { $0.indices.contains(place) ? $0[place] : nil }
        }
    }
}

/// Arithmetic on bytes for Reed and Solomon's codes, by the polynomial 0x11D.
private struct GaloisField {
    private var powers = [UInt8](repeating: 0, count: 255)
    private var logarithms = [Int](repeating: 0, count: 256)

    init() {
        var value = 1
        for exponent in 0..<255 {
            powers[exponent] = UInt8(value)
            logarithms[value] = exponent
            value <<= 1
            if value > 255 { value ^= 0x11D }
        }
    }

    private func product(_ left: UInt8, _ right: UInt8) -> UInt8 {
        guard left != 0, right != 0 else { return 0 }
        return powers[(logarithms[Int(left)] + logarithms[Int(right)]) % 255]
    }

    /// The product of (x − 2⁰) … (x − 2ⁿ⁻¹), without its leading 1.
    func generator(_ degree: Int) -> [UInt8] {
        var result = [UInt8](repeating: 0, count: degree)
        result[degree - 1] = 1
        for exponent in 0..<degree {
            for place in 0..<degree {
                result[place] = product(result[place], powers[exponent])
                if place + 1 < degree { result[place] ^= result[place + 1] }
            }
        }
        return result
    }

    func remainder(of data: [UInt8], by divisor: [UInt8]) -> [UInt8] {
        var result = [UInt8](repeating: 0, count: divisor.count)
        for byte in data {
            let factor = byte ^ result.removeFirst()
            result.append(0)
            for (place, coefficient) in divisor.enumerated() {
                result[place] ^= product(coefficient, factor)
            }
        }
        return result
    }
}
