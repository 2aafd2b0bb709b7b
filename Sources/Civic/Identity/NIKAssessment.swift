/// All that one identity number says, and all that is doubtful about it.
///
/// Faults make the number unusable; doubts never do, because a NIK stays for life while people move,
/// districts split and birth data are corrected.
package struct NIKAssessment: Sendable {
    package enum Doubt: String, Sendable, Hashable {
        /// No province has this code, now or in the past.
        case unknownProvince = "nik-province"
        /// The home city has no such district.
        case unknownDistrict = "nik-district"
        /// First registered in another city.
        case otherRegion = "nik-other-region"
        /// The digits allow two centuries and no birth date was given.
        case ambiguousCentury = "nik-century"
        /// The digits name another birth date than the one given.
        case otherBirthDate = "nik-birth-date"
        /// The digits name the other sex.
        case otherSex = "nik-sex"
        /// One digit sixteen times.
        case repeatedDigit = "nik-repeated"
    }

    package let nik: NIK?
    package let fault: NIKFault?
    package let doubts: [Doubt]
    package let sex: Sex?
    /// Nil when the century is open.
    package let birthDate: Day?
    /// `32.75.01`, whether or not such a district exists; nil for an unusable number.
    package let place: PlaceCode?

    /// - Parameters:
    ///   - text: as written; blanks and an apostrophe at either end are ignored.
    ///   - today: decides the century of birth.
    ///   - declaredBirth: the birth date from another document, if any.
    ///   - declaredSex: the sex from another document, if any.
    ///   - home: the city in which the number is used.
    package init(
        _ text: String, on today: Day, declaredBirth: Day? = nil, declaredSex: Sex? = nil,
        home: HomeRegion
    ) {
        let trimmed = Text.trimmed(text).filter { $0 != "'" }
        fault = NIKAssessment.fault(of: trimmed)
        nik = fault == nil ? NIK(trimmed) : nil
        guard let nik else {
            (doubts, sex, birthDate, place) = ([], nil, nil, nil)
            return
        }
        let parts = nik.parts
        let candidates = parts.birthDates(on: today)
        let declaredFits = declaredBirth.map(parts.names) ?? true
        var doubts = home.doubts(about: parts)
        if !declaredFits { doubts.append(.otherBirthDate) }
        if candidates.count != 1, declaredBirth == nil || !declaredFits {
            doubts.append(.ambiguousCentury)
        }
        if let declaredSex, declaredSex != parts.sex { doubts.append(.otherSex) }
        if Set(trimmed).count == 1 { doubts.append(.repeatedDigit) }
        self.doubts = doubts
        sex = parts.sex
        birthDate = declaredFits ? (declaredBirth ?? candidates.only) : candidates.only
        place = PlaceCode(district: parts.district)
    }

    private static func fault(of text: String) -> NIKFault? {
        guard text.utf8.allSatisfy(ASCII.isDigit) else { return .notDigits }
        guard text.utf8.count == 16, let digits = UInt64(text) else { return .notSixteenDigits }
        return NIKFault.of(digits: digits)
    }
}

/// What a city knows about codes in identity numbers: its own districts and the country's provinces.
package struct HomeRegion: Sendable {
    /// `PPKK` as one number, 3275.
    package let regency: Int
    /// `PPKKCC` of each district of the home city.
    package let districts: Set<Int>
    /// Two-digit codes of all provinces, retired ones included.
    package let provinces: Set<Int>

    package init(regency: Int, districts: Set<Int>, provinces: Set<Int>) {
        self.regency = regency
        self.districts = districts
        self.provinces = provinces
    }

    func doubts(about parts: NIKParts) -> [NIKAssessment.Doubt] {
        guard provinces.contains(parts.province) else { return [.unknownProvince] }
        guard parts.regency == regency else { return [.otherRegion] }
        return districts.contains(parts.district) ? [] : [.unknownDistrict]
    }
}

extension Array {
    /// The element of an array of one.
    package var only: Element? { count == 1 ? self[0] : nil }
}
