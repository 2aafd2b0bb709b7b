package import Civic
package import Programme

/// A place as lists show it.
package struct WavePlaceLine: Sendable, Hashable {
    package let place: WavePlace
    /// Nil for somebody whom the latest lists do not hold any more.
    package let name: String?
}

/// A page of places, first place first.
package struct WavePlacePage: Sendable, Hashable {
    package let lines: [WavePlaceLine]
    /// The last place of this page, when more come behind it.
    package let next: Int?
}

/// Which places are asked for.
package struct WavePlaceFilter: Sendable, Hashable {
    package enum Village: Sendable, Hashable {
        case all
        /// Of whom no village is known.
        case unknown
        case one(PlaceCode)
    }

    package var village: Village
    /// Nil for both.
    package var isChosen: Bool?

    package init(_ village: Village = .all, isChosen: Bool? = nil) {
        self.village = village
        self.isChosen = isChosen
    }

    func condition(of wave: Int, _ sql: inout SQLText) -> String {
        var all = ["w.wave_id = \(sql.bind(SQLValue(wave)))"]
        switch village {
        case .all: break
        case .unknown: all.append("w.village IS NULL")
        case .one(let place): all.append("w.village = \(sql.bind(.text(place.description)))")
        }
        if let isChosen {
            all.append("w.standing = \(sql.bind(.text(WaveText.standing(isChosen))))")
        }
        return all.joined(separator: " AND ")
    }
}
