import Civic

/// `/kerja/kartu`: whose cards can be printed, village by village, and the lists to sign on.
package struct CardsPage: Page {
    package static let template = "cards"
    package static let room = Room.work
    package var section: NavigationItem? { .cards }

    package struct Place: Sendable {
        /// Nil for people of no known village.
        package let name: String?
        package let district: String?
        /// Nil where no address names the place.
        package let slug: String?
        package let ready: Int
        package let waiting: Int

        package init(name: String?, district: String?, slug: String?, ready: Int, waiting: Int) {
            self.name = name
            self.district = district
            self.slug = slug
            self.ready = ready
            self.waiting = waiting
        }
    }

    package let places: [Place]
    /// The decree whose people these are; nil for everybody.
    package let decree: Int?
    /// Its number, for whoever may see it.
    package let decreeName: String?
    /// So many cards stand on a sheet.
    package let perSheet: Int

    package init(places: [Place], decree: Int?, decreeName: String?, perSheet: Int) {
        self.places = places
        self.decree = decree
        self.decreeName = decreeName
        self.perSheet = perSheet
    }

    private var ready: Int { places.reduce(0) { $0 + $1.ready } }
    private var waiting: Int { places.reduce(0) { $0 + $1.waiting } }

    package func view(_ say: Speech) -> View {
        [
            "title": .text(say.counted(ready, one: "cards-title-one", many: "cards-title-many")),
            "ofDecree": .part(
                decreeName.flatMap { name in
                    decree.map {
                        ["decreeHref": .text(Address.decree($0)), "decreeName": .text(name)]
                    }
                }),
            "waitingText": .part(
                waiting == 0
                    ? nil
                    : [
                        "text": .text(
                            say.counted(
                                waiting, one: "cards-waiting-one", many: "cards-waiting-many"))
                    ]),
            "isEmpty": .flag(places.isEmpty), "hasPlaces": .flag(!places.isEmpty),
            "places": .list(places.map { view($0, say) }),
            "sumReady": .text(say.number(ready)), "sumWaiting": .text(say.number(waiting)),
            "all": .part(ready > 0 && places.count > 1 ? files(nil, ready, say) : nil),
        ]
    }

    private func view(_ place: Place, _ say: Speech) -> View {
        [
            "placeName": .text(place.name ?? say("decree-no-village")),
            "placeDistrict": .text(place.district ?? "–"),
            "ready": .text(say.number(place.ready)),
            "waiting": .text(say.number(place.waiting)),
            "files": .part(
                place.ready == 0 ? nil : place.slug.map { files($0, place.ready, say) }),
        ]
    }

    private func files(_ slug: String?, _ people: Int, _ say: Speech) -> View {
        let sheets = (people + perSheet - 1) / perSheet
        func href(_ name: String) -> View.Value {
            .text(Address.cardFile(name, of: decree, village: slug))
        }
        return [
            "cardsHref": href("kartu.pdf"),
            "cardsText": .text(
                say.counted(sheets, one: "cards-print-one", many: "cards-print-many")),
            "handoverHref": href("tanda-terima.pdf"),
            "sheet": .part(slug == nil ? nil : ["sheetHref": href("tanda-terima.xlsx")]),
        ]
    }
}
