import Civic
import Testing

@testable import Office

@Suite("Numbers that were meant")
struct NIKDoctorTests {
    private static let nik = NIK("3275014507900003")
    private static let birth = Day(iso: "1990-07-05")

    @Test(arguments: [
        ("32750145O7900003", true), ("3275Ol45O79OOOO3", true), ("327S014507900003", true),
        ("3275014507900003", false), ("32750145X7900003", false), ("32750145O790000", false),
    ])
    func `letters that look like digits`(text: String, isMeant: Bool) {
        #expect(NIKDoctor.withoutLetters(text) == (isMeant ? Self.nik : nil))
    }

    /// Of every place at which a digit may be lost, the one number that fits is found, or none.
    @Test(arguments: 0..<16)
    func `a lost digit`(place: Int) throws {
        var digits = Array("3275014507900003")
        digits.remove(at: place)
        let text = String(digits)
        let found = NIKDoctor.completed(
            text, birth: Self.birth, sex: .female, districts: [327_501, 327_502])
        // By trying every digit in every place.
        var fits: Set<NIK> = []
        for place in 0...15 {
            for digit in "0123456789" {
                var whole = digits
                whole.insert(digit, at: place)
                guard let nik = NIK(String(whole)), nik.sex == .female,
                    nik.parts.names(try #require(Self.birth)),
                    [327_501, 327_502].contains(nik.parts.district)
                else { continue }
                fits.insert(nik)
            }
        }
        #expect(fits.contains(try #require(Self.nik)))
        #expect(found == (fits.count == 1 ? fits.first : nil))
    }

    @Test(arguments: [
        ("327501450790003", true), ("32750145079000033", true), ("3275014507900013", true),
        ("3275014570900003", true), ("3275014507900003", true), ("3275014507901113", false),
        ("32750145079000", false), ("", false),
    ])
    func `near a known number`(text: String, isNear: Bool) throws {
        #expect(NIKDoctor.isNear(text, try #require(Self.nik)) == isNear)
    }
}
