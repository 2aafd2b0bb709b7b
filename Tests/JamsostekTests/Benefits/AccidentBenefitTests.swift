import Civic
import Jamsostek
import Testing

struct AccidentBenefitTests {
    static let income = Rupiah(1_000_000)
    static let on = day("2026-01-10")

    /// Example 23.
    @Test func `total disability pays 56 incomes and the periodic grant`() throws {
        let award = try law.totalDisabilityBenefit(
            declaredIncome: Self.income, on: Self.on,
            children: [ScholarChild(level: "tk"), ScholarChild(level: "tk")])
        #expect(award.total == Rupiah(56_000_000 + 12_000_000))
        #expect(award.scholarshipMax == Rupiah(174_000_000))
    }

    /// Example 24: the right thumb, and half the use of the left arm.
    @Test func `partial disability pays the table's share of eighty incomes`() throws {
        let thumb = try #require(law.disabilities.share(of: "thumb", on: Self.on))
        let lost = try law.partialDisabilityBenefit(
            thumb.share(ofRightSide: true), declaredIncome: Self.income, on: Self.on)
        #expect(lost.items.map(\.code) == [.partialAnatomical])
        #expect(lost.total == Rupiah(12_000_000))
        let arm = try #require(law.disabilities.share(of: "arm_shoulder", on: Self.on))
        let weaker = try law.partialDisabilityBenefit(
            arm.share(ofRightSide: false), functionLoss: PerMille(percent: 50),
            declaredIncome: Self.income, on: Self.on)
        #expect(weaker.items.map(\.code) == [.partialFunctional])
        #expect(weaker.total == Rupiah(14_000_000))
    }

    @Test func `left-handed people have the sides exchanged, and half per cents exist`() throws {
        let thumb = try #require(law.disabilities.share(of: "thumb", on: Self.on))
        #expect(thumb.share(ofRightSide: false, leftHanded: true) == PerMille(percent: 15))
        let phalanx = try #require(law.disabilities.share(of: "index_phalanx", on: Self.on))
        let award = try law.partialDisabilityBenefit(
            phalanx.share(ofRightSide: true), declaredIncome: Self.income, on: Self.on)
        #expect(award.total == Rupiah(3_600_000))
        #expect(law.disabilities.shares(on: Self.on).count == 33)
    }

    /// Example 25, and the edges around the thirteenth month.
    @Test(arguments: [
        (IncapacityLength.months(14), 12_000_000 + 2 * 500_000), (.days(45), 1_500_000),
        (.days(0), 0), (.days(1), 33_333), (.days(360), 12_000_000),
        (.days(361), 12_016_666), (.months(12), 12_000_000), (.months(13), 12_500_000),
    ])
    func `time without work pays`(_ length: IncapacityLength, _ amount: Int64) throws {
        let award = try law.temporaryIncapacityBenefit(
            length, declaredIncome: Self.income, on: Self.on)
        #expect(award.total == Rupiah(amount))
    }

    @Test func `days and whole months agree in every length up to five years`() throws {
        for months in 0...60 {
            let byMonths = try law.temporaryIncapacityBenefit(
                .months(months), declaredIncome: Rupiah(2_750_000), on: Self.on)
            let byDays = try law.temporaryIncapacityBenefit(
                .days(months * 30), declaredIncome: Rupiah(2_750_000), on: Self.on)
            #expect(byMonths.total == byDays.total)
        }
    }

    /// Example 26.
    @Test func `each way of transport has its own limit`() throws {
        let land = try law.reimbursement(
            of: [(.transportLand, Rupiah(6_200_000))], on: Self.on)
        #expect(land.total == Rupiah(5_000_000))
        let both = try law.reimbursement(
            of: [(.transportLand, Rupiah(1_200_000)), (.transportAir, Rupiah(11_000_000))],
            on: Self.on)
        #expect(both.total == Rupiah(1_200_000 + 10_000_000))
    }

    @Test func `two bills of one kind share one limit`() throws {
        let award = try law.reimbursement(
            of: [(.transportSea, Rupiah(1_500_000)), (.transportSea, Rupiah(1_500_000))],
            on: Self.on)
        #expect(award.total == Rupiah(2_000_000))
    }

    @Test func `care and aids are repaid up to their limits`() throws {
        let dear = Rupiah(100_000_000)
        let costs: [ReimbursedCost] = [.homeCare, .dentures, .hearingAid, .glasses]
        let award = try law.reimbursement(of: costs.map { ($0, dear) }, on: Self.on)
        let limits: [Int64] = [20_000_000, 5_000_000, 2_500_000, 1_000_000]
        #expect(award.items.map(\.amount) == limits.map { Rupiah($0) })
        #expect(try law.homeCareEnd(from: day("2026-01-10")) == day("2027-01-09"))
        let leg = try law.prosthesisReimbursement(
            of: dear, hospitalPrice: Rupiah(10_000_000), on: Self.on)
        #expect(leg.total == Rupiah(14_000_000))
    }

    @Test func `benefits rest on the declared band, not on earnings`() throws {
        let award = try law.totalDisabilityBenefit(
            declaredIncome: Rupiah(1_250_000), on: Self.on)
        #expect(award.items.first?.amount == Rupiah(56 * 1_200_000))
    }
}
