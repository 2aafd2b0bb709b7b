package import Civic

/// What speaks for and against two rows being one person, field by field.
package struct Evidence: Sendable {
    package struct Item: Sendable {
        /// `lists`, `nik`, `name`, `birth`, `sex`, `mother`, `card`, `phone`, `place`, `address`.
        package let field: String
        /// The level reached, such as `slip`.
        package let level: String
        /// Bits for (positive) or against one person, given the fields before.
        package let weight: Float
    }

    /// Log-odds in bits before any field is read.
    package let prior: Float
    /// In the order in which they were weighed. With ``prior`` the weights add up to the weight of
    /// the pair: each says what its field adds to what the fields before it have said. A birth date
    /// that agrees adds little once an equal number has been seen.
    package let items: [Item]

    init(_ pattern: Pattern, _ model: LinkageModel) {
        var items: [Item] = []
        var before = model.prior
        prior = before
        for field in Field.allCases where pattern.level(field) > 0 {
            let after = LinkageModel.logOdds(model.joint(pattern, upTo: field.rawValue + 1))
            items.append(
                Item(
                    field: "\(field)", level: Evidence.levelName(field, pattern.level(field)),
                    weight: after - before))
            before = after
        }
        self.items = items
    }

    package var weight: Float { items.reduce(prior) { $0 + $1.weight } }

    /// `name=slip:+6.1 birth=same:+11.0 …`, strongest first.
    package var summary: String {
        items.filter { $0.field != "lists" }
            .sorted { (abs($0.weight), $0.field) > (abs($1.weight), $1.field) }
            .map { "\($0.field)=\($0.level):\(Evidence.tenths($0.weight))" }
            .joined(separator: " ")
    }

    /// `+6.1` or `-0.4`.
    package static func tenths(_ weight: Float) -> String {
        let tenths = Int((weight * 10).rounded())
        return "\(tenths < 0 ? "-" : "+")\(abs(tenths) / 10).\(abs(tenths) % 10)"
    }

    static func levelName(_ field: Field, _ level: Int) -> String {
        let raw = UInt8(level)
        switch field {
        case .lists: return ListsLevel(rawValue: raw).map { "\($0)" } ?? ""
        case .nik: return NIKLevel(rawValue: raw).map { "\($0)" } ?? ""
        case .name: return NameLevel.kind(of: level).map { "\($0)" } ?? ""
        case .birth: return BirthLevel(rawValue: raw).map { "\($0)" } ?? ""
        case .sex: return SexLevel(rawValue: raw).map { "\($0)" } ?? ""
        case .mother: return MotherLevel(rawValue: raw).map { "\($0)" } ?? ""
        case .card, .phone: return NumberLevel(rawValue: raw).map { "\($0)" } ?? ""
        case .place: return PlaceLevel(rawValue: raw).map { "\($0)" } ?? ""
        case .address: return AddressLevel(rawValue: raw).map { "\($0)" } ?? ""
        case .extra1, .extra2, .extra3, .extra4, .extra5, .extra6:
            return ValueLevel(rawValue: raw).map { "\($0)" } ?? ""
        }
    }
}

extension Evidence.Item {
    /// The finding in words, for the person who has to judge.
    package var sentence: Phrase { Evidence.sentence(field: field, level: level) }

    /// The finding and what it adds, in bits for or against one person: `NIK sama (+18,6)`.
    package var weighedSentence: Phrase {
        let bits = Evidence.tenths(weight)
        let comma = String(bits.map { $0 == "." ? "," : $0 })
        return Phrase(
            "\(sentence.indonesian) (\(comma))", en: "\(sentence.english) (\(bits))")
    }
}

extension Evidence {
    package static func sentence(field: String, level: String) -> Phrase {
        words["\(field).\(level)"] ?? Phrase("\(field) \(level)", en: "\(field) \(level)")
    }
}

extension Evidence {
    fileprivate static let words: [String: Phrase] = [
        "lists.registryAndOther": Phrase(
            "satu baris dari Dukcapil", en: "one row is the civil registry's"),
        "lists.sameListOnce": Phrase(
            "dua baris dari daftar yang memuat setiap orang satu kali",
            en: "two rows of a list that names each person once"),
        "lists.sameList": Phrase("dua baris dari satu daftar", en: "two rows of one list"),
        "lists.otherLists": Phrase("dua daftar berbeda", en: "two different lists"),
        "nik.equal": Phrase("NIK sama", en: "same NIK"),
        "nik.equalUnchecked": Phrase(
            "NIK sama, satu baris tanpa tanggal lahir",
            en: "same NIK, one row without a birth date"),
        "nik.damagedAgreesButForeign": Phrase(
            "sisa NIK yang rusak cocok dengan NIK milik orang lain",
            en: "what is left of the NIK agrees with somebody else's"),
        "nik.equalButForeign": Phrase(
            "NIK sama, tetapi tidak cocok dengan data diri",
            en: "same NIK, but it fits another person"),
        "nik.slip": Phrase("NIK beda satu angka", en: "NIK differs by one digit"),
        "nik.slipInSerial": Phrase(
            "nomor urut NIK beda satu angka", en: "serial of the NIK differs by one digit"),
        "nik.damagedAgrees": Phrase(
            "sisa NIK yang rusak cocok", en: "what is left of the NIK agrees"),
        "nik.damagedPlaceAgrees": Phrase("awal NIK cocok", en: "first digits of the NIK agree"),
        "nik.sameBirthBlock": Phrase(
            "NIK hanya beda nomor urut", en: "NIK differs in the serial only"),
        "nik.different": Phrase("NIK berbeda", en: "different NIK"),
        "nik.differentUnchecked": Phrase(
            "NIK berbeda, satu baris tanpa tanggal lahir",
            en: "different NIK, one row without a birth date"),
        "nik.damagedDiffersUnchecked": Phrase(
            "sisa NIK tidak cocok, pemiliknya belum pasti",
            en: "what is left of the NIK differs, whose it is stays open"),
        "nik.damagedDiffers": Phrase("sisa NIK tidak cocok", en: "what is left of the NIK differs"),
        "nik.differentAndForeign": Phrase(
            "NIK berbeda, salah satunya milik orang lain",
            en: "different NIK, one of them somebody else's"),
        "nik.twoRegistered": Phrase(
            "dua NIK berbeda di Dukcapil", en: "two numbers of the civil registry"),
        "name.same": Phrase("nama sama", en: "same name"),
        "name.soundsSame": Phrase("nama sama bunyinya", en: "name sounds the same"),
        "name.slip": Phrase("nama beda beberapa huruf", en: "name differs by a few letters"),
        "name.contained": Phrase("nama lebih pendek", en: "one name is shorter"),
        "name.partly": Phrase("sebagian nama sama", en: "part of the name agrees"),
        "name.different": Phrase("nama berbeda", en: "different name"),
        "birth.same": Phrase("tanggal lahir sama", en: "same birth date"),
        "birth.sameDefault": Phrase(
            "tanggal lahir sama-sama 1 Januari", en: "both born on 1 January"),
        "birth.swapped": Phrase("tanggal dan bulan lahir tertukar", en: "day and month swapped"),
        "birth.oneDigitDiffers": Phrase(
            "tanggal lahir beda satu angka", en: "birth date differs in one digit"),
        "birth.onePartDiffers": Phrase(
            "tanggal lahir beda satu bagian", en: "birth date differs in one part"),
        "birth.sameYear": Phrase("tahun lahir sama", en: "same birth year"),
        "birth.different": Phrase("tanggal lahir berbeda", en: "different birth date"),
        "sex.same": Phrase("jenis kelamin sama", en: "same sex"),
        "sex.different": Phrase("jenis kelamin berbeda", en: "different sex"),
        "mother.sameRare": Phrase("nama ibu sama", en: "same mother"),
        "mother.sameFrequent": Phrase(
            "nama ibu sama, nama yang umum", en: "same mother, a frequent name"),
        "mother.similar": Phrase("nama ibu mirip", en: "similar mother's name"),
        "mother.partly": Phrase("sebagian nama ibu sama", en: "part of the mother's name agrees"),
        "mother.different": Phrase("nama ibu berbeda", en: "different mother"),
        "card.same": Phrase("nomor KK sama", en: "same family card"),
        "card.slip": Phrase("nomor KK beda satu angka", en: "family card differs by one digit"),
        "card.different": Phrase("nomor KK berbeda", en: "different family card"),
        "phone.same": Phrase("nomor HP sama", en: "same telephone"),
        "phone.slip": Phrase("nomor HP beda satu angka", en: "telephone differs by one digit"),
        "phone.different": Phrase("nomor HP berbeda", en: "different telephone"),
        "place.sameBlock": Phrase("RT/RW sama", en: "same RT/RW"),
        "place.sameVillage": Phrase("kelurahan sama", en: "same kelurahan"),
        "place.sameDistrict": Phrase("kecamatan sama", en: "same kecamatan"),
        "place.different": Phrase("kecamatan berbeda", en: "different kecamatan"),
        "address.same": Phrase("alamat sama", en: "same address"),
        "address.mostly": Phrase("alamat hampir sama", en: "nearly the same address"),
        "address.partly": Phrase("sebagian alamat sama", en: "part of the address agrees"),
        "address.different": Phrase("alamat berbeda", en: "different address"),
    ]
}
