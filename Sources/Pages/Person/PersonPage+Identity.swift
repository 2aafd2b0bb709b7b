package import Civic

extension PersonPage {
    /// Who a person is, as far as the lists tell; identity numbers stay masked until asked for.
    package struct Identity: Sendable {
        package let nik: NIK?
        /// All sixteen digits, after somebody asked to see them and that was recorded; else nil.
        package let revealedNIK: String?
        package let birth: Day?
        /// Age in completed years on the day of the decision.
        package let age: Int?
        package let sex: Sex?
        package let familyCard: FamilyCardNumber?
        package let phone: PhoneNumber?
        package let address: String?
        package let rt: Int?
        package let rw: Int?
        package let village: String?
        package let district: String?
        package let occupation: Phrase?
        package let decile: Int?

        package init(
            nik: NIK?, revealedNIK: String?, birth: Day?, age: Int?, sex: Sex?,
            familyCard: FamilyCardNumber?, phone: PhoneNumber?, address: String?, rt: Int?,
            rw: Int?,
            village: String?, district: String?, occupation: Phrase?, decile: Int?
        ) {
            self.nik = nik
            self.revealedNIK = revealedNIK
            self.birth = birth
            self.age = age
            self.sex = sex
            self.familyCard = familyCard
            self.phone = phone
            self.address = address
            self.rt = rt
            self.rw = rw
            self.village = village
            self.district = district
            self.occupation = occupation
            self.decile = decile
        }

        func view(number: String, _ say: Speech) -> View {
            [
                "nikText": .text(revealedNIK.map(Identity.grouped) ?? nik?.masked ?? "–"),
                "isRevealed": .flag(revealedNIK != nil),
                "reveal": .part(
                    nik != nil && revealedNIK == nil
                        ? ["revealHref": .text(Address.nik(of: number))] : nil),
                "facts": .list(facts(say)),
            ]
        }

        private func facts(_ say: Speech) -> [View] {
            [
                (say("field-birth"), birthText(say)),
                (say("field-sex"), sex.map { $0 == .female ? say("sex-female") : say("sex-male") }),
                (say("field-family-card"), familyCard?.description),
                (say("field-phone"), phone?.masked),
                (say("field-address"), address),
                (say("field-rt-rw"), rtRW),
                (say("field-village"), village),
                (say("field-district"), district),
                (say("field-occupation"), occupation.map(say.text)),
                (say("field-decile"), decile.map { "\($0)" }),
            ].map { label, value in ["label": .text(label), "value": .text(value ?? "–")] }
        }

        private func birthText(_ say: Speech) -> String? {
            guard let birth else { return nil }
            guard let age else { return say.day(birth) }
            return say("birth-text", ["tanggal": say.day(birth), "usia": say.number(age)])
        }

        /// `RT 003/RW 011`.
        private var rtRW: String? {
            guard rt != nil || rw != nil else { return nil }
            func text(_ number: Int?) -> String {
                number.map { NumberText.padded($0, to: 3) } ?? "–"
            }
            return "RT \(text(rt))/RW \(text(rw))"
        }

        /// In groups of four, as people read a card aloud.
        private static func grouped(_ digits: String) -> String {
            let characters = Array(digits)
            return stride(from: 0, to: characters.count, by: 4).map { start in
                String(characters[start..<min(start + 4, characters.count)])
            }.joined(separator: " ")
        }
    }
}
