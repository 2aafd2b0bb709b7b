package import Civic

/// What speaks for and against two rows being one person, field by field.
package struct Evidence: Sendable {
    package struct Item: Sendable {
        /// `nik`, `name`, `birth`, `sex`, `mother`, `card`, `phone` or `place`.
        package let field: String
        /// The level reached, such as `slip`.
        package let level: String
        /// Bits for (positive) or against one person.
        package let weight: Float
    }

    package let items: [Item]

    init(_ pattern: Pattern, _ model: LinkageModel) {
        items = Field.allCases.compactMap { field in
            let level = pattern.level(field)
            guard level > 0 else { return nil }
            return Item(
                field: "\(field)", level: Evidence.levelName(field, level),
                weight: model.weight(field, pattern))
        }
    }

    /// `name=slip:+6.1 birth=same:+11.0 …`, strongest first.
    package var summary: String {
        items.sorted { (abs($0.weight), $0.field) > (abs($1.weight), $1.field) }.map { item in
            let tenths = Int((item.weight * 10).rounded())
            let sign = tenths < 0 ? "-" : "+"
            return "\(item.field)=\(item.level):\(sign)\(abs(tenths) / 10).\(abs(tenths) % 10)"
        }.joined(separator: " ")
    }

    private static func levelName(_ field: Field, _ level: Int) -> String {
        let raw = UInt8(level)
        switch field {
        case .nik: return NIKLevel(rawValue: raw).map { "\($0)" } ?? ""
        case .name: return NameLevel(rawValue: raw).map { "\($0)" } ?? ""
        case .birth: return BirthLevel(rawValue: raw).map { "\($0)" } ?? ""
        case .sex: return SexLevel(rawValue: raw).map { "\($0)" } ?? ""
        case .mother: return MotherLevel(rawValue: raw).map { "\($0)" } ?? ""
        case .card: return CardLevel(rawValue: raw).map { "\($0)" } ?? ""
        case .phone: return PhoneLevel(rawValue: raw).map { "\($0)" } ?? ""
        case .place: return PlaceLevel(rawValue: raw).map { "\($0)" } ?? ""
        }
    }
}

extension Evidence.Item {
    /// The finding in words, for the person who has to judge.
    package var sentence: Phrase {
        Evidence.words["\(field).\(level)"]
            ?? Phrase("\(field): \(level)", en: "\(field): \(level)")
    }
}

extension Evidence {
    fileprivate static let words: [String: Phrase] = [
        "nik.equal": Phrase("NIK sama", en: "same NIK"),
        "nik.equalButForeign": Phrase(
            "NIK sama, tetapi tidak cocok dengan data diri",
            en: "same NIK, but it fits another person"),
        "nik.slip": Phrase("NIK beda satu angka", en: "NIK differs by one digit"),
        "nik.damagedAgrees": Phrase(
            "sisa NIK yang rusak cocok", en: "what is left of the NIK agrees"),
        "nik.damagedPlaceAgrees": Phrase("awal NIK cocok", en: "first digits of the NIK agree"),
        "nik.sameBirthBlock": Phrase(
            "NIK hanya beda nomor urut", en: "NIK differs in the serial only"),
        "nik.different": Phrase("NIK berbeda", en: "different NIK"),
        "nik.damagedDiffers": Phrase("sisa NIK tidak cocok", en: "what is left of the NIK differs"),
        "nik.differentAndForeign": Phrase(
            "NIK berbeda, salah satunya milik orang lain",
            en: "different NIK, one of them somebody else's"),
        "name.same": Phrase("nama sama", en: "same name"),
        "name.soundsSame": Phrase("nama sama bunyinya", en: "name sounds the same"),
        "name.slip": Phrase("nama beda beberapa huruf", en: "name differs by a few letters"),
        "name.contained": Phrase("nama lebih pendek", en: "one name is shorter"),
        "name.partly": Phrase("sebagian nama sama", en: "part of the name agrees"),
        "name.different": Phrase("nama berbeda", en: "different name"),
        "birth.same": Phrase("tanggal lahir sama", en: "same birth date"),
        "birth.swapped": Phrase("tanggal dan bulan lahir tertukar", en: "day and month swapped"),
        "birth.onePartDiffers": Phrase(
            "tanggal lahir beda satu bagian", en: "birth date differs in one part"),
        "birth.sameYear": Phrase("tahun lahir sama", en: "same birth year"),
        "birth.different": Phrase("tanggal lahir berbeda", en: "different birth date"),
        "sex.same": Phrase("jenis kelamin sama", en: "same sex"),
        "sex.different": Phrase("jenis kelamin berbeda", en: "different sex"),
        "mother.same": Phrase("nama ibu sama", en: "same mother"),
        "mother.similar": Phrase("nama ibu mirip", en: "similar mother's name"),
        "mother.different": Phrase("nama ibu berbeda", en: "different mother"),
        "card.same": Phrase("nomor KK sama", en: "same family card"),
        "card.different": Phrase("nomor KK berbeda", en: "different family card"),
        "phone.same": Phrase("nomor HP sama", en: "same telephone"),
        "phone.different": Phrase("nomor HP berbeda", en: "different telephone"),
        "place.sameBlock": Phrase("RT/RW sama", en: "same RT/RW"),
        "place.sameVillage": Phrase("kelurahan sama", en: "same kelurahan"),
        "place.sameDistrict": Phrase("kecamatan sama", en: "same kecamatan"),
        "place.different": Phrase("kecamatan berbeda", en: "different kecamatan"),
    ]
}
