import Pages
import Testing

/// Contrast of the colours in the style sheet, by the formula of WCAG 2.
@Suite struct ColourTests {
    private static func tokens(dark: Bool) -> [String: UInt32] {
        let css = PageFiles.text("pages/assets/sigap.css") ?? ""
        let parts = css.split(separator: "prefers-color-scheme:dark", maxSplits: 1)
        let light = String(parts.first ?? "")
        let night = String((parts.last ?? "").prefix { $0 != "*" })
        var tokens: [String: UInt32] = [:]
        for text in dark ? [light, night] : [light] {
            for match in text.matches(of: /--([a-z0-9-]+):#([0-9A-F]{3,6})/) {
                let digits = String(match.2)
                let six = digits.count == 6 ? digits : digits.map { "\($0)\($0)" }.joined()
                tokens[String(match.1)] = UInt32(six, radix: 16)
            }
        }
        tokens["putih-tetap"] = 0xFFFFFF
        return tokens
    }

    private static func luminance(_ colour: UInt32) -> Double {
        let parts = [colour >> 16, colour >> 8 & 255, colour & 255].map { part -> Double in
            let value = Double(part) / 255
            return value <= 0.03928 ? value / 12.92 : power((value + 0.055) / 1.055)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }

    /// x to the 2.4th: x² times the fifth root of x², found by Newton's steps.
    private static func power(_ value: Double) -> Double {
        let square = value * value
        var root = 1.0
        for _ in 0..<60 {
            root -= (root * root * root * root * root - square) / (5 * root * root * root * root)
        }
        return square * root
    }

    private static func contrast(_ one: UInt32, _ other: UInt32) -> Double {
        let (a, b) = (luminance(one), luminance(other))
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    @Test(arguments: [
        ("tinta", "kertas"), ("tinta", "putih"), ("tinta", "pasir"), ("tinta-2", "kertas"),
        ("tinta-2", "putih"), ("tinta-2", "pasir"), ("tinta-3", "kertas"), ("tinta-3", "putih"),
        ("langit", "putih"), ("langit", "kertas"), ("langit", "pasir"), ("bata", "putih"),
        ("bata", "bata-muda"), ("bata-tua", "bata-muda"), ("kunyit-tua", "kunyit-muda"),
        ("bambu-tua", "bambu-muda"), ("langit-tua", "langit-muda"), ("nila", "nila-muda"),
        ("tinta-2", "abu-muda"), ("utama-isi", "utama"), ("utama", "putih"),
        ("putih-tetap", "kepala"), ("kunyit-tua", "putih"),
    ])
    func `text can be read on its ground by day and by night`(ink: String, ground: String) throws {
        for dark in [false, true] {
            let tokens = Self.tokens(dark: dark)
            let (front, back) = (try #require(tokens[ink]), try #require(tokens[ground]))
            #expect(Self.contrast(front, back) >= 4.5, "dark: \(dark)")
        }
    }

    @Test(arguments: [
        ("garis-kuat", "putih"), ("garis-kuat", "kertas"), ("bambu", "putih"),
        ("bambu-500", "putih"), ("dana-apbd", "putih"), ("dana-csr", "putih"),
        ("dana-psr", "putih"),
    ])
    func `borders and bars stand out`(line: String, ground: String) throws {
        for dark in [false, true] {
            let tokens = Self.tokens(dark: dark)
            let (front, back) = (try #require(tokens[line]), try #require(tokens[ground]))
            #expect(Self.contrast(front, back) >= 3, "dark: \(dark)")
        }
    }
}
