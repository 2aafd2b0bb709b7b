import Civic

extension Clerk {
    /// What the registry, the welfare list or a ward says the person lives on.
    mutating func writeWork(_ field: Field, _ subject: Subject, into row: inout RowBuffer) {
        if dice.happens(rates[.occupationMissing]) { return row.add([]) }
        let job = data.work.jobs[Int(subject.person.occupation)]
        let word: Workforce.Word
        switch field {
        case .registryOccupation: word = job.registry[Int(subject.person.registryWord)]
        case .claimedOccupation:
            let claims = job.standing != .informal && dice.happens(data.extras.falseClaim)
            word = claims ? dice.pick(data.work.claims) : dice.pick(job.lists)
        default: word = dice.pick(job.lists)
        }
        said.work = word.standing
        writeText(word.text, into: &row)
    }

    /// The business, route, plate or stand of a worker; the same in every list of the person.
    mutating func writeExtra(_ field: Field, _ subject: Subject, into row: inout RowBuffer) {
        var own = SeededGenerator(seed: seed, purpose: 6, of: subject.index)
        let business = data.extras.businesses[data.extras.businessChoice.pick(&own)]
        switch field {
        case .businessKind: row.add(business.kind)
        case .business:
            let pattern = own.pick(business.names)
            let owner = data.names.store.bytes(subject.person.name[0])
            row.add { bytes in
                for byte in pattern {
                    if byte == UInt8(ascii: "*") {
                        bytes.append(contentsOf: owner)
                    } else {
                        bytes.append(byte)
                    }
                }
            }
        case .route: row.add(own.pick(data.extras.routes))
        case .stand: row.add(own.pick(data.extras.stands))
        default: writePlate(&own, into: &row)
        }
    }

    /// `B 3471 KXC`.
    private func writePlate(_ own: inout SeededGenerator, into row: inout RowBuffer) {
        let number = 1000 + own.below(8999)
        let letters = [65 + UInt8(own.below(26)), 65 + UInt8(own.below(26))]
        row.add { bytes in
            bytes.append(contentsOf: data.extras.plateArea)
            bytes.append(32)
            Digits.append(number, width: 4, to: &bytes)
            bytes.append(32)
            bytes.append(contentsOf: data.extras.plateSeries)
            bytes.append(contentsOf: letters)
        }
    }
}
