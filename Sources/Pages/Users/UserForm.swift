package import Civic

/// The fields of an account, as its form shows them.
package struct UserForm: Sendable {
    package struct Choice: Sendable {
        package let value: String
        package let name: Phrase

        package init(value: String, name: Phrase) {
            self.value = value
            self.name = name
        }
    }

    /// A kecamatan with its kelurahan.
    package struct District: Sendable {
        package let district: Choice
        package let villages: [Choice]

        package init(district: Choice, villages: [Choice]) {
            self.district = district
            self.villages = villages
        }
    }

    package let roles: [Choice]
    package let agencies: [Choice]
    package let districts: [District]

    package let name: String
    package let role: String
    package let agency: String
    /// Codes of places.
    package let areas: Set<String>
    package let language: Language

    package init(
        roles: [Choice], agencies: [Choice], districts: [District], name: String, role: String,
        agency: String, areas: Set<String>, language: Language
    ) {
        self.roles = roles
        self.agencies = agencies
        self.districts = districts
        self.name = name
        self.role = role
        self.agency = agency
        self.areas = areas
        self.language = language
    }

    func view(_ say: Speech) -> View {
        [
            "userName": .text(name),
            "roles": .list(roles.map { option($0, role, say) }),
            "agencies": .list(agencies.map { option($0, agency, say) }),
            "languages": .list(
                Language.allCases.map { language in
                    option(
                        Choice(value: language.rawValue, name: UserForm.name(of: language)),
                        self.language.rawValue, say)
                }),
            "districts": .list(districts.map { view($0, say) }),
        ]
    }

    private func view(_ district: District, _ say: Speech) -> View {
        let all = [district.district] + district.villages
        return [
            "districtName": .text(say.text(district.district.name)),
            "isOpen": .flag(all.contains { areas.contains($0.value) }),
            "boxes": .list(
                all.map { place in
                    [
                        "boxId": .text("w-\(place.value.filter { $0 != "." })"),
                        "value": .text(place.value),
                        "boxName": .text(
                            place.value == district.district.value
                                ? say("user-whole-district", ["kecamatan": say.text(place.name)])
                                : say.text(place.name)),
                        "isSelected": .flag(areas.contains(place.value)),
                    ]
                }),
        ]
    }

    private func option(_ choice: Choice, _ selected: String, _ say: Speech) -> View {
        [
            "value": .text(choice.value), "optionName": .text(say.text(choice.name)),
            "isSelected": .flag(choice.value == selected),
        ]
    }

    /// Each language in its own words.
    private static func name(of language: Language) -> Phrase {
        switch language {
        case .indonesian: Phrase("Bahasa Indonesia", en: "Bahasa Indonesia")
        case .english: Phrase("English", en: "English")
        }
    }
}
