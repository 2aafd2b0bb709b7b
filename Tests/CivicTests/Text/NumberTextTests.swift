import Civic
import Testing

struct NumberTextTests {
    @Test(arguments: [
        (0, "0"), (999, "999"), (1_000, "1.000"), (11_666, "11.666"), (-1_234_567, "-1.234.567"),
        (Int64.min, "-9.223.372.036.854.775.808"),
    ])
    func `groups thousands with points`(_ value: Int64, _ text: String) {
        #expect(NumberText.grouped(value) == text)
    }

    @Test(arguments: [
        (10_412, 11_666, "89,3%"), (0, 7, "0,0%"), (7, 7, "100,0%"), (1, 3, "33,3%"),
        (2, 3, "66,7%"), (1, 2_000, "0,1%"), (1, 2_001, "0,0%"), (30, 2, "1.500,0%"), (5, 0, "–"),
        (44_000, 100_000, "44,0%"),
    ])
    func `shares have one decimal`(_ part: Int, _ whole: Int, _ text: String) {
        #expect(NumberText.percent(part, of: whole) == text)
    }

    @Test func `the grouped digits are the number`() {
        var generator = SeededGenerator(seed: 61)
        for _ in 0..<2_000 {
            let value =
                Int64.random(in: 0...Int64.max, using: &generator)
                >> Int64.random(in: 0...62, using: &generator)
            let groups = NumberText.grouped(value).split(separator: ".")
            #expect(groups.joined() == "\(value)")
            #expect(groups.dropFirst().allSatisfy { $0.count == 3 })
            #expect((1...3).contains(groups[0].count))
        }
    }

    @Test(arguments: [(7, 2, "07"), (123, 2, "123"), (0, 4, "0000"), (3_275, 10, "0000003275")])
    func `pads with zeros`(_ value: Int, _ width: Int, _ text: String) {
        #expect(NumberText.padded(value, to: width) == text)
    }
}
