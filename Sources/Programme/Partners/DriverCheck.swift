package import Civic

/// One driver as a platform may send one: four facts and the day of consent, nothing else.
package struct DriverRow: Sendable, Hashable {
    /// The partner's own row number.
    package let record: Int
    package let nik: NIK
    package let name: String
    package let birth: Day
    package let phone: PhoneNumber
    /// When the driver agreed to be sent.
    package let consent: Day

    package init(
        record: Int, nik: NIK, name: String, birth: Day, phone: PhoneNumber, consent: Day
    ) {
        self.record = record
        self.nik = nik
        self.name = name
        self.birth = birth
        self.phone = phone
        self.consent = consent
    }
}

/// A row as it was read; nil for what is missing or cannot be read.
package struct DriverCells: Sendable, Hashable {
    package let record: Int
    package var nik: NIK?
    package var name: String
    package var birth: Day?
    package var phone: PhoneNumber?
    package var consent: Day?

    package init(
        record: Int, nik: NIK? = nil, name: String = "", birth: Day? = nil,
        phone: PhoneNumber? = nil, consent: Day? = nil
    ) {
        self.record = record
        self.nik = nik
        self.name = name
        self.birth = birth
        self.phone = phone
        self.consent = consent
    }
}

/// Why a row is not kept. The first that applies is told.
package enum DriverFault: String, Sendable, CaseIterable {
    case consentMissing = "consent-missing"
    /// The consent lies in the future.
    case consentFuture = "consent-future"
    /// The consent is older than the city accepts.
    case consentOld = "consent-old"
    case nik
    case name
    case birth
    case phone
    /// The same NIK stands further up in the same file.
    case repeated
}

/// What the city asks of a consent.
package struct ConsentTerms: Sendable, Hashable {
    /// So many days ago a driver may have agreed at most.
    package let oldestDays: Int

    package init(oldestDays: Int) { self.oldestDays = oldestDays }

    package func fault(of consent: Day?, on today: Day) -> DriverFault? {
        guard let consent else { return .consentMissing }
        if consent > today { return .consentFuture }
        return today - consent > oldestDays ? .consentOld : nil
    }
}

/// The check of form: which rows may be kept at all.
package struct DriverCheck: Sendable, Hashable {
    package private(set) var rows: [DriverRow] = []
    /// By record.
    package private(set) var faults: [Int: DriverFault] = [:]

    /// - Parameters:
    ///   - cells: the rows as they were read, in their order.
    ///   - fileConsent: the day of consent for rows that name none.
    ///   - terms: what the city asks of a consent.
    ///   - today: the day of sending.
    package init(
        _ cells: [DriverCells], fileConsent: Day?, terms: ConsentTerms, today: Day
    ) {
        var seen: Set<NIK> = []
        for row in cells {
            let consent = row.consent ?? fileConsent
            if let fault = terms.fault(of: consent, on: today) ?? DriverCheck.fault(row, today) {
                faults[row.record] = fault
                continue
            }
            guard let nik = row.nik, let birth = row.birth, let phone = row.phone, let consent
            else { continue }
            guard seen.insert(nik).inserted else {
                faults[row.record] = .repeated
                continue
            }
            rows.append(
                DriverRow(
                    record: row.record, nik: nik, name: row.name, birth: birth, phone: phone,
                    consent: consent))
        }
    }

    private static func fault(_ row: DriverCells, _ today: Day) -> DriverFault? {
        if row.nik == nil { return .nik }
        if NameSpelling.canonical(row.name).isEmpty { return .name }
        guard let birth = row.birth, birth < today else { return .birth }
        return row.phone == nil ? .phone : nil
    }

    /// How many rows have which fault.
    package var faultCounts: [DriverFault: Int] {
        faults.values.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }
}
