import Store
import Testing

@testable import Store

@Suite struct TimeCodeTests {
    /// The secret of the test vectors of RFC 4226 and RFC 6238.
    private let secret = Array("12345678901234567890".utf8)

    private func instant(_ seconds: Int64) -> Instant { Instant(milliseconds: seconds * 1000) }

    @Test(
        arguments: [
            "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583",
            "399871", "520489",
        ].enumerated().map { ($0, $1) })
    func `codes are those of RFC 4226, appendix D`(_ step: Int, _ code: String) {
        #expect(TimeCode.code(secret, step: Int64(step)) == code)
    }

    /// The RFC prints eight digits; six are their end.
    @Test(
        arguments: [
            (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"),
            (1_234_567_890, "89005924"), (2_000_000_000, "69279037"),
            (20_000_000_000, "65353130"),
        ] as [(Int64, String)])
    func `codes are those of RFC 6238, appendix B`(_ seconds: Int64, _ code: String) {
        let step = TimeCode.step(at: instant(seconds))
        #expect(TimeCode.code(secret, step: step) == String(code.suffix(6)))
        #expect(Int(TimeCode.number(secret, step: step)) % 100_000_000 == Int(code))
    }

    @Test func `a code of the step before, of now and of the next one is taken, no other`() {
        let now = instant(1_234_567_890)
        let step = TimeCode.step(at: now)
        for other in step - 6...step + 6 {
            let taken = TimeCode.step(
                of: TimeCode.code(secret, step: other), secret, at: now, after: nil)
            #expect(taken == (abs(other - step) <= 1 ? other : nil))
        }
    }

    @Test func `no code is taken again, nor one from before it`() {
        let now = instant(1_234_567_890)
        let step = TimeCode.step(at: now)
        for (other, used) in [(step, step), (step - 1, step), (step + 1, step + 1)] {
            let code = TimeCode.code(secret, step: other)
            #expect(TimeCode.step(of: code, secret, at: now, after: used) == nil)
            #expect(TimeCode.step(of: code, secret, at: now, after: other - 1) == other)
        }
    }

    @Test(arguments: ["", "12345", "1234567", "12345a", "٢٨٧٠٨٢", "287 082"])
    func `what is no code is none`(_ typed: String) {
        #expect(!TimeCode.isForm(typed))
        #expect(TimeCode.step(of: typed, secret, at: instant(59), after: nil) == nil)
    }

    @Test(
        arguments: [
            ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"),
            ("fooba", "MZXW6YTB"), ("foobar", "MZXW6YTBOI"),
            ("12345678901234567890", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"),
        ])
    func `letters are those of RFC 4648`(_ text: String, _ letters: String) {
        #expect(Base32.text(Array(text.utf8)) == letters)
    }

    @Test func `printed codes differ, can be read, and are known however they are typed`() {
        let codes = (0..<2000).map { _ in PrintedCode.random() }
        #expect(Set(codes).count == codes.count)
        for code in codes {
            #expect(code.wholeMatch(of: /[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}/) != nil)
            let plain = PrintedCode.normal(code)
            #expect(plain.count == 10)
            #expect(PrintedCode.normal(" \(code.lowercased()) ") == plain)
            #expect(PrintedCode.normal(plain) == plain)
        }
        #expect(PrintedCode.startPassword().count == 19)
    }
}
