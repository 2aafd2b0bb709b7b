import Civic

/// Gives people the SIGAP numbers they had in the run before, so that whatever was said about a
/// number stays true, and new numbers to those who are new.
///
/// A person is the same by identity number; who had none, by name and birth date, or by name and
/// home where no birth date is known, as long as only one such person was known. Whoever was erased
/// is known by the marks that stayed. A number that was given once is never given to anybody else.
struct NumberBook: Sendable {
    /// Two keyed hashes of this process: as good as the text itself, at a fraction of its size.
    private struct Mark: Hashable {
        let first: Int
        let second: Int

        /// Nil for somebody of whom too little is known.
        init?(_ nameKey: String, _ birth: Day?, _ home: Home) {
            guard !nameKey.isEmpty, birth != nil || home.village != nil else { return nil }
            let home = birth == nil ? home : Home()
            first = Mark.hash(nameKey, birth, home, 1)
            second = Mark.hash(nameKey, birth, home, 2)
        }

        private static func hash(
            _ nameKey: String, _ birth: Day?, _ home: Home, _ salt: Int
        ) -> Int {
            var hasher = Hasher()
            hasher.combine(salt)
            hasher.combine(nameKey)
            hasher.combine(birth)
            hasher.combine(home)
            return hasher.finalize()
        }
    }

    private struct Home: Hashable {
        var village: PlaceCode?
        var rt: Int?
        var rw: Int?

        init(village: PlaceCode? = nil, rt: Int? = nil, rw: Int? = nil) {
            (self.village, self.rt, self.rw) = (village, rt, rw)
        }

        init(_ before: IdentityBefore) {
            (village, rt, rw) = (before.village, before.rt, before.rw)
        }
    }

    private let sealer: Sealer
    private var byNIK: [[UInt8]: String] = [:]
    /// Nil for a mark that several people bear.
    private var byMark: [Mark: String?] = [:]
    private var byErasure: [ErasureMark: String] = [:]
    private var given: Set<String> = []
    /// The next serial that nobody ever had.
    private(set) var nextSerial: Int

    init(_ sealer: Sealer, _ reader: any SQLReader) throws(Problem) {
        self.sealer = sealer
        let people = try reader.integer("SELECT COUNT(*) FROM person")
        let kept = try Setting.value(.nextSerial, reader).flatMap { Int($0) }
        // Earlier versions numbered people by their place in the run.
        nextSerial = kept ?? people
        byNIK.reserveCapacity(people)
        byErasure = try ErasureTable.numbers(reader)
        try reader.scan(
            "SELECT number, nik_index, name_key, birth, village, rt, rw FROM person", []
        ) { row throws(Problem) in
            var fields = SQLFields(row)
            let (number, index) = (fields.text(), fields.optionalBytes())
            let (name, birth) = (fields.text(), fields.day())
            let home = Home(
                village: fields.place(), rt: fields.optionalInt(), rw: fields.optionalInt())
            if let index {
                byNIK[index] = number
            } else if let mark = Mark(name, birth, home) {
                byMark.updateValue(byMark[mark] == nil ? number : nil, forKey: mark)
            }
        }
        for (number, before) in try KeptCorrections.identities(sealer, reader) {
            know(number, by: before)
        }
        try knowMerged(reader)
    }

    /// Whoever was merged into somebody is known by what both were known by: the lists may go on
    /// with the number of either.
    private mutating func knowMerged(_ reader: any SQLReader) throws(Problem) {
        let merged = try reader.all(
            """
            SELECT number, nik_index, name_key, birth, village, rt, rw FROM shelved_person
            ORDER BY id
            """
        ) { fields in
            (
                number: fields.text(), index: fields.optionalBytes(),
                mark: Mark(
                    fields.text(), fields.day(),
                    Home(
                        village: fields.place(), rt: fields.optionalInt(),
                        rw: fields.optionalInt()))
            )
        }
        for (number, index, mark) in merged {
            guard let living = try PersonAlias.living(number, reader)?.number else { continue }
            if let index {
                if byNIK[index] == nil { byNIK[index] = living }
            } else if let mark, byMark[mark] == nil {
                byMark[mark] = living
            }
        }
    }

    /// Lists go on saying what was corrected here.
    private mutating func know(_ number: String, by before: IdentityBefore) {
        if let nik = before.nik {
            for index in sealer.indexes(of: nik) where byNIK[index] == nil {
                byNIK[index] = number
            }
        } else if let mark = Mark(before.nameKey, before.birth, Home(before)),
            byMark[mark] == nil
        {
            byMark[mark] = number
        }
    }

    /// For people who are all new: nobody is looked up.
    init(new sealer: Sealer, _ reader: any SQLReader) throws(Problem) {
        self.sealer = sealer
        let people = try reader.integer("SELECT COUNT(*) FROM person")
        nextSerial = try Setting.value(.nextSerial, reader).flatMap { Int($0) } ?? people
    }

    /// The number of `person`, which is nobody else's from now on.
    mutating func number(
        of person: ImportedPerson, nameKey: String, erasedAs marks: Set<ErasureMark>
    ) -> PersonNumber {
        let erased = marks.compactMap { byErasure[$0] }.min()
        if let known = erased ?? known(person, nameKey), given.insert(known).inserted {
            return PersonNumber(known: known)
        }
        return fresh(like: person.number)
    }

    /// A number nobody ever had.
    mutating func fresh(like number: PersonNumber) -> PersonNumber {
        defer { nextSerial += 1 }
        return PersonNumber(prefix: number.prefix, serial: nextSerial)
    }

    private func known(_ person: ImportedPerson, _ nameKey: String) -> String? {
        if let nik = person.nik {
            for index in sealer.indexes(of: nik) {
                if let number = byNIK[index] { return number }
            }
        }
        let village = person.place.flatMap { $0.level == .village ? $0 : nil }
        let home = Home(village: village, rt: person.rt, rw: person.rw)
        return Mark(nameKey, person.birth, home).flatMap { byMark[$0] ?? nil }
    }
}
