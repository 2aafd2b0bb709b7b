import Papers
import Testing

@Suite struct QRCodeTests {
    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567:/?&=%-._")

    private func text(_ length: Int) -> String {
        String((0..<length).map { Self.letters[($0 * 7 + length) % Self.letters.count] })
    }

    private func rows(_ code: QRCode, dark: Character, light: Character) -> [String] {
        (0..<code.size).map { row in
            String(
                (0..<code.size).map { code.isDark(row: row, column: $0) ? dark : light })
        }
    }

    /// As OpenCV reads it.
    @Test func `a short text is a small code`() throws {
        let code = try #require(QRCode("FMT2/"))
        #expect(
            rows(code, dark: "#", light: ".") == [
                "#######.......#######", "#.....#..###..#.....#", "#.###.#.#.....#.###.#",
                "#.###.#.##.#..#.###.#", "#.###.#.#...#.#.###.#", "#.....#.#.##..#.....#",
                "#######.#.#.#.#######", "........##...........", "#.#####....#..#####..",
                "..#.##.##..####..#...", "##....##.##.#.##.###.", "##.##..#..#####..##.#",
                "####..#.#.#.#..#.###.", "........#...#..#.##..", "#######...##.#..#.##.",
                "#.....#.###....##.##.", "#.###.#.#..#.#..##.#.", "#.###.#.#..#####..#..",
                "#.###.#.##..#.##.....", "#.....#....####.#.#..", "#######.#.#.#...#..#.",
            ])
    }

    /// Every size with every filling. OpenCV's two readers read each of these 213 codes as its text;
    /// the number is that of the modules they read (FNV-1a).
    @Test func `texts of every length are the codes that another reader reads`() throws {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        var sizes: Set<Int> = []
        for length in 1...213 {
            let code = try #require(QRCode(text(length)))
            sizes.insert(code.size)
            for byte in rows(code, dark: "1", light: "0").joined(separator: "/").utf8 {
                hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
            }
        }
        #expect(hash == 0xbf9a_a8fc_c800_40c5)
        #expect(sizes == Set((1...10).map { 17 + 4 * $0 }))
    }

    @Test func `a text that is too long is none`() {
        #expect(QRCode(String(repeating: "a", count: 214)) == nil)
        #expect(QRCode(String(repeating: "é", count: 107)) == nil)
        #expect(QRCode("")?.size == 21)
    }

    @Test func `the outline covers the dark modules and nothing else`() throws {
        let code = try #require(QRCode(text(90)))
        var covered: Set<[Int]> = []
        for match in code.path.matches(of: /M(\d+) (\d+)h(\d+)v1h-(\d+)z/) {
            let numbers = [match.1, match.2, match.3, match.4].compactMap { Int($0) }
            #expect(numbers[2] == numbers[3])
            for column in numbers[0]..<numbers[0] + numbers[2] {
                covered.insert([numbers[1] - 4, column - 4])
            }
        }
        for row in 0..<code.size {
            for column in 0..<code.size {
                #expect(covered.contains([row, column]) == code.isDark(row: row, column: column))
            }
        }
        #expect(code.side == code.size + 8)
    }
}
