/// A size of code and how its words are divided into blocks, at error correction level M.
struct QRVersion: Sendable {
    let number: Int
    /// Words of error correction in each block.
    let correction: Int
    /// Words of data in each block.
    let blocks: [Int]
    /// Rows and columns in which the centres of the small squares lie.
    let alignment: [Int]

    var size: Int { 17 + 4 * number }
    var dataWords: Int { blocks.reduce(0, +) }
    /// Length of the count of bytes, in bits.
    var countBits: Int { number < 10 ? 8 : 16 }

    private static let all: [QRVersion] = [
        QRVersion(number: 1, correction: 10, blocks: [16], alignment: []),
        QRVersion(number: 2, correction: 16, blocks: [28], alignment: [6, 18]),
        QRVersion(number: 3, correction: 26, blocks: [44], alignment: [6, 22]),
        QRVersion(number: 4, correction: 18, blocks: [32, 32], alignment: [6, 26]),
        QRVersion(number: 5, correction: 24, blocks: [43, 43], alignment: [6, 30]),
        QRVersion(number: 6, correction: 16, blocks: [27, 27, 27, 27], alignment: [6, 34]),
        QRVersion(number: 7, correction: 18, blocks: [31, 31, 31, 31], alignment: [6, 22, 38]),
        QRVersion(number: 8, correction: 22, blocks: [38, 38, 39, 39], alignment: [6, 24, 42]),
        QRVersion(
            number: 9, correction: 22, blocks: [36, 36, 36, 37, 37], alignment: [6, 26, 46]),
        QRVersion(
            number: 10, correction: 26, blocks: [43, 43, 43, 43, 44], alignment: [6, 28, 50]),
    ]

    static func smallest(for bytes: Int) -> QRVersion? {
        all.first { version in 4 + version.countBits + 8 * bytes <= 8 * version.dataWords }
    }
}
