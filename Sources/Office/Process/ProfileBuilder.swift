import Civic
import Intake
import Linkage
import Programme

/// Gathers what all rows of a person say into one profile, field by field, from the list whose word
/// is believed first.
struct ProfileBuilder {
    private let region: Region
    private let deliveries: [ReceivedDelivery]
    private let linkage: LinkageResult
    private let asOf: Day
    private let standings: [Occupation.Standing]
    private var profiles: [Profile]
    private var best: [BestRanks]

    /// How good the values taken so far are; 255 while there is none.
    private struct BestRanks: BitwiseCopyable {
        var nik: UInt8 = .max
        var name: UInt8 = .max
        var birth: UInt8 = .max
        var place: UInt8 = .max
        var occupation: UInt8 = .max
        var decile: UInt8 = .max
        var card: UInt8 = .max
        var mother: UInt8 = .max
        var phone: UInt8 = .max
        var address: UInt8 = .max
        var lastSource = Profile.noSource
    }

    private struct SourceRanks {
        let role: Agency.Role
        let number: UInt16
        let nik: UInt8
        let name: UInt8
        let birth: UInt8
        let place: UInt8
        let occupation: UInt8
        let phone: UInt8
    }

    /// A doubtful value counts as coming from the list so many places further down.
    private static let doubt: UInt8 = 100

    init(
        region: Region, deliveries: [ReceivedDelivery], linkage: LinkageResult, asOf: Day
    ) {
        self.region = region
        self.deliveries = deliveries
        self.linkage = linkage
        self.asOf = asOf
        standings = region.occupations.occupations.map(\.standing)
        profiles = [Profile](repeating: Profile(), count: linkage.personCount)
        best = [BestRanks](repeating: BestRanks(), count: linkage.personCount)
    }

    mutating func build() -> [Profile] {
        for (number, received) in deliveries.enumerated() {
            let ranks = sourceRanks(number, received.delivery.agency)
            let start = linkage.sourceStarts[number]
            for (offset, row) in received.delivery.roster.rows.enumerated() {
                let person = Int(linkage.personOfRow[start + offset])
                take(row, at: start + offset, person, ranks)
            }
        }
        for person in profiles.indices { complete(person) }
        return profiles
    }

    private func sourceRanks(_ number: Int, _ agency: Agency) -> SourceRanks {
        func rank(_ field: Precedence.Field) -> UInt8 {
            UInt8(min(region.precedence.rank(of: agency.role, in: field), 50))
        }
        return SourceRanks(
            role: agency.role, number: UInt16(number), nik: rank(.nik), name: rank(.name),
            birth: rank(.birth), place: rank(.place), occupation: rank(.occupation),
            phone: rank(.phone))
    }

    private mutating func take(
        _ row: RosterRow, at position: Int, _ person: Int, _ source: SourceRanks
    ) {
        if best[person].lastSource != source.number {
            best[person].lastSource = source.number
            profiles[person].sources += 1
        }
        profiles[person].rows &+= 1
        takeIdentity(row, position, person, source)
        takeContacts(row, position, person, source)
        takePlace(row, person, source)
        takeWork(row, person, source)
        takeState(row, person, source)
    }

    private mutating func takeIdentity(
        _ row: RosterRow, _ position: Int, _ person: Int, _ source: SourceRanks
    ) {
        if row.nik != 0 {
            let foreign = row.facts.contains(.nikDisagrees) && source.role != .civilRegistry
            let rank = source.nik + (foreign ? ProfileBuilder.doubt : 0)
            if rank < best[person].nik {
                best[person].nik = rank
                profiles[person].nik = row.nik
                profiles[person].nikSource = source.number
            }
        }
        if !row.name.isEmpty, source.name < best[person].name {
            best[person].name = source.name
            profiles[person].nameRow = UInt32(position)
        }
        if row.hasBirth {
            let isVague = row.birthPrecision == .yearOnly
            let rank = source.birth + (isVague ? ProfileBuilder.doubt : 0)
            if rank < best[person].birth {
                best[person].birth = rank
                profiles[person].birth = row.birth
                profiles[person].birthSource = source.number
            }
        }
        if row.sex != 0, profiles[person].sex == 0 || source.role == .civilRegistry {
            profiles[person].sex = row.sex
        }
        if row.recorded != RosterRow.noDay,
            profiles[person].recorded == RosterRow.noDay || row.recorded < profiles[person].recorded
        {
            profiles[person].recorded = row.recorded
        }
    }

    private mutating func takeContacts(
        _ row: RosterRow, _ position: Int, _ person: Int, _ source: SourceRanks
    ) {
        let position = UInt32(position)
        if row.familyCard != 0, source.name < best[person].card {
            best[person].card = source.name
            profiles[person].cardRow = position
        }
        if !row.motherName.isEmpty, source.name < best[person].mother {
            best[person].mother = source.name
            profiles[person].motherRow = position
        }
        if row.phone != 0, source.phone < best[person].phone {
            best[person].phone = source.phone
            profiles[person].phoneRow = position
        }
        if !row.address.isEmpty || row.rt > 0, source.place < best[person].address {
            best[person].address = source.place
            profiles[person].addressRow = position
        }
    }

    private mutating func takePlace(_ row: RosterRow, _ person: Int, _ source: SourceRanks) {
        if row.place >= 0 {
            // A village says more than a district of the same list.
            let isDistrict = Int(row.place) < region.places.districtCount
            let rank = source.place * 2 + (isDistrict ? 1 : 0)
            if rank < best[person].place {
                best[person].place = rank
                profiles[person].place = row.place
                profiles[person].placeSource = source.number
            }
        }
        guard source.role != .civilRegistry else {
            takeRegistration(row, person, source)
            return
        }
        guard !profiles[person].facts.contains(.registered) else { return }
        guard !row.facts.isDisjoint(with: [.inside, .outside]) else { return }
        let known = profiles[person].residenceSource
        let isBetter =
            known == Profile.noSource
            || source.place
                < UInt8(
                    min(
                        region.precedence.rank(
                            of: deliveries[Int(known)].delivery.agency.role, in: .place), 50))
        guard isBetter else { return }
        profiles[person].residenceSource = source.number
        profiles[person].facts.subtract([.inside, .outside])
        profiles[person].facts.insert(row.facts.contains(.outside) ? .outside : .inside)
    }

    /// Standing in the city's own registry is being registered in the city, unless the registry says
    /// otherwise.
    private mutating func takeRegistration(
        _ row: RosterRow, _ person: Int, _ source: SourceRanks
    ) {
        if !profiles[person].facts.contains(.registered) {
            profiles[person].facts.subtract([.inside, .outside])
        }
        profiles[person].facts.insert(.registered)
        profiles[person].residenceSource = source.number
        if row.facts.contains(.movedOut) { profiles[person].facts.insert(.movedOut) }
        profiles[person].facts.insert(row.facts.contains(.outside) ? .outside : .inside)
    }

    private mutating func takeWork(_ row: RosterRow, _ person: Int, _ source: SourceRanks) {
        if source.role == .sectorList {
            profiles[person].facts.insert(.sectorListed)
            if profiles[person].sectorSource == Profile.noSource {
                profiles[person].sectorSource = source.number
            }
        }
        guard row.occupation >= 0 else { return }
        let standing = standings[Int(row.occupation)]
        if source.role == .welfareRegistry, standing == .informal {
            profiles[person].facts.insert(.informalByWelfare)
        }
        if standing == .state, source.role != .sectorList {
            profiles[person].facts.insert(.stateEmployee)
            profiles[person].stateSource = source.number
        }
        if source.occupation < best[person].occupation {
            best[person].occupation = source.occupation
            profiles[person].occupation = row.occupation
            profiles[person].occupationSource = source.number
        }
    }

    private mutating func takeState(_ row: RosterRow, _ person: Int, _ source: SourceRanks) {
        if row.decile > 0 {
            let rank: UInt8 = source.role == .welfareRegistry ? 0 : 1
            if rank < best[person].decile {
                best[person].decile = rank
                profiles[person].decile = row.decile
                profiles[person].decileSource = source.number
            }
        }
        if row.facts.contains(.dead) {
            let byRegistry = source.role == .civilRegistry
            profiles[person].facts.insert(byRegistry ? .registryDead : .reportedDead)
            profiles[person].lifeSource = source.number
        }
        if source.role == .stateEmployer || row.facts.contains(.stateEmployee) {
            profiles[person].facts.insert(.stateEmployee)
            profiles[person].stateSource = source.number
        }
        if source.role == .insurer
            || !row.facts.isDisjoint(with: [.insuredActive, .insuredInactive])
        {
            takeInsurance(row, person, source)
        }
        if row.facts.contains(.notWorking) {
            profiles[person].facts.insert(.notWorking)
            profiles[person].workSource = source.number
        }
        if row.facts.contains(.refused) { profiles[person].facts.insert(.refused) }
    }

    private mutating func takeInsurance(_ row: RosterRow, _ person: Int, _ source: SourceRanks) {
        guard source.role == .insurer else { return }
        if row.facts.contains(.insuredActive) {
            profiles[person].facts.insert(.insured)
            profiles[person].insuranceSource = source.number
        } else {
            profiles[person].facts.insert(.formerlyInsured)
            if profiles[person].insuranceSource == Profile.noSource {
                profiles[person].insuranceSource = source.number
            }
        }
    }

    /// What follows from the number where no list says it.
    private mutating func complete(_ person: Int) {
        guard profiles[person].nik != 0 else { return }
        let parts = NIKParts(digits: profiles[person].nik)
        if profiles[person].birth == RosterRow.noDay, let birth = parts.birthDates(on: asOf).only {
            profiles[person].birth = birth.number
            profiles[person].birthSource = profiles[person].nikSource
        }
        if profiles[person].sex == 0 { profiles[person].sex = parts.sex.rawValue }
    }
}
