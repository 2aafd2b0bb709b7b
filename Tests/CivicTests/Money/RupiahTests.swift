import Civic
import Testing

struct RupiahTests {
    @Test(arguments: [
        (0, "Rp0"), (5, "Rp5"), (999, "Rp999"), (1_000, "Rp1.000"), (16_800, "Rp16.800"),
        (2_351_865_600, "Rp2.351.865.600"), (-16_800, "-Rp16.800"), (-5, "-Rp5"),
        (Int64.max, "Rp9.223.372.036.854.775.807"), (Int64.min, "-Rp9.223.372.036.854.775.808"),
    ])
    func `prints points between thousands and no blank`(_ amount: Int64, _ text: String) {
        #expect("\(Rupiah(amount))" == text)
    }

    @Test func `adds, subtracts and multiplies whole rupiah`() {
        let premium = Rupiah(10_000) + Rupiah(6_800)
        #expect(premium == Rupiah(16_800))
        #expect(premium * 11_666 == Rupiah(195_988_800))
        #expect(premium - Rupiah(20_000) == -Rupiah(3_200))
        #expect(Rupiah(580_000_000).times(premium) == 34_523)
        #expect(premium.times(.zero) == 0)
        #expect([Rupiah(3), Rupiah(-1)].reduce(.zero, +) == Rupiah(2))
    }

    /// Schoolbook division digit by digit.
    @Test func `a share is cut towards zero`() {
        var generator = SeededGenerator(seed: 51)
        for _ in 0..<5_000 {
            let amount = Int64.random(in: -1_000_000_000_000...1_000_000_000_000, using: &generator)
            let rate = Int64.random(in: 0...1_000, using: &generator)
            let base = Int64.random(in: 1...10_000, using: &generator)
            let cut = Rupiah(amount).scaled(by: rate, over: base).amount
            let exact = amount.magnitude * rate.magnitude
            #expect(cut.magnitude * base.magnitude <= exact)
            #expect((cut.magnitude + 1) * base.magnitude > exact)
            #expect(cut == 0 || (cut < 0) == (amount < 0))
        }
        #expect(Rupiah(.max).scaled(by: 1_000, over: 1_000) == Rupiah(.max))
    }

    @Test func `an amount too large stops the program instead of becoming another`() async {
        await #expect(processExitsWith: .failure) { _ = Rupiah(.max) + Rupiah(1) }
        await #expect(processExitsWith: .failure) { _ = Rupiah(.min) - Rupiah(1) }
        await #expect(processExitsWith: .failure) { _ = Rupiah(.max) * 2 }
        await #expect(processExitsWith: .failure) { _ = -Rupiah(.min) }
        await #expect(processExitsWith: .failure) { _ = Rupiah(.max).scaled(by: 2, over: 1) }
        await #expect(processExitsWith: .failure) { _ = Rupiah(1).scaled(by: 1, over: 0) }
    }
}
