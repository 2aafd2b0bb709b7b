/// `/kecelakaan`: the three things to do, first and large; then the hospitals.
package struct AccidentPage: Page {
    package struct Hospital: Sendable {
        package let name: String
        package let address: String?
        package let phone: String?

        package init(name: String, address: String?, phone: String?) {
            self.name = name
            self.address = address
            self.phone = phone
        }
    }

    package struct District: Sendable {
        package let name: String
        package let hospitals: [Hospital]

        package init(name: String, hospitals: [Hospital]) {
            self.name = name
            self.hospitals = hospitals
        }
    }

    package static let template = "accident"
    package static let room = Room.open
    package var section: NavigationItem? { .accident }

    /// Hospitals that treat without advance payment; empty when the city has not listed them.
    package let districts: [District]

    package init(districts: [District]) { self.districts = districts }

    package func view(_ say: Speech) -> View {
        [
            "title": .text(say("accident-title")),
            "hasHospitals": .flag(!districts.isEmpty),
            "districts": .list(districts.map { districtView($0) }),
            "checkHref": .text(Address.check),
        ]
    }

    private func districtView(_ district: District) -> View {
        [
            "districtName": .text(district.name),
            "hospitals": .list(
                district.hospitals.map { hospital in
                    [
                        "hospitalName": .text(hospital.name),
                        "hospitalAddress": .part(hospital.address.map { ["street": .text($0)] }),
                        "hospitalPhone": .part(hospital.phone.map(phoneView)),
                    ]
                }),
        ]
    }

    private func phoneView(_ phone: String) -> View {
        [
            "phone": .text(phone),
            "phoneHref": .text("tel:\(phone.filter { $0.isNumber || $0 == "+" })"),
        ]
    }
}
