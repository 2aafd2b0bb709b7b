import Civic
import Papers
import Store

/// Cards, and the lists on which people sign for them.
struct CardPapers {
    let region: Region
    let holders: [CardHolder]
    /// Scheme and host of the page on which anybody looks up a card.
    let site: String
    /// Within so many days an accident is reported.
    let reportDays: Int
    /// When they are made.
    let day: Day

    private var terms: PaperTerms.Cards { region.papers.cards }

    // MARK: Cards

    var sheets: CardSheets {
        CardSheets(
            properties: PaperProperties(
                title: "Kartu \(region.programmeName)", author: region.programmeOwner,
                created: day), words: words,
            cards: holders.map { holder in
                Card(
                    name: holder.name, number: holder.number,
                    validUntil: holder.lastMonth.lastDay, phone: phone(holder))
            })
    }

    private var words: CardWords {
        let values = ["telepon": region.insurerPhone, "hari": String(reportDays)]
        return CardWords(
            programme: region.programmeName, expansion: region.programmeExpansion,
            protection: terms.protection, question: terms.question,
            steps: terms.steps.map { region.worded($0, values) }, phoneLabel: terms.phoneLabel,
            warning: region.worded(terms.warning), checkAddress: "\(site)/cek",
            checkLabel: terms.checkLabel)
    }

    /// A line to write or stamp it on where it is not known.
    private func phone(_ holder: CardHolder) -> String {
        holder.village.flatMap { terms.phones[$0.description] } ?? "…………………………"
    }

    // MARK: Lists to sign on

    /// One list for each village, each beginning a page; nil without people.
    var handover: WholePaper? {
        var whole: Flow?
        for list in lists {
            if whole == nil {
                whole = list.flow
            } else {
                whole?.add(.newPage)
                whole?.add(list.flow.blocks)
            }
        }
        return whole.map { WholePaper(flow: $0) }
    }

    /// In order of villages.
    var lists: [HandoverPaper] {
        var groups: [[CardHolder]] = []
        for holder in holders {
            if groups.last?.last?.village == holder.village, !groups.isEmpty {
                groups[groups.count - 1].append(holder)
            } else {
                groups.append([holder])
            }
        }
        return groups.map(list)
    }

    private func list(_ people: [CardHolder]) -> HandoverPaper {
        let (district, village) = (people[0].district, people[0].village)
        let name = region.placeName(village) ?? CardPapers.unknown
        let title = region.worded(terms.handoverTitle)
        return HandoverPaper(
            facts: region.paperFacts(title, on: day), title: title,
            place: PaperPlace(
                district: region.placeName(village?.district ?? district) ?? CardPapers.unknown,
                village: name),
            lines: people.map { holder in
                HandoverLine(
                    name: holder.name, number: holder.number,
                    neighbourhood: [holder.rt, holder.rw].compactMap(\.self).map {
                        NumberText.padded($0, to: 3)
                    }.joined(separator: "/"))
            }, pageMark: mark, opening: ["\(region.papers.place), ……………………………"],
            signers: region.signers(terms.handoverSigners, ["kelurahan": name]))
    }

    /// What the code on each page begins with, by which a page is known that comes back scanned.
    private var mark: String {
        let places = Set(holders.map { $0.village?.description ?? "-" })
        let place = places.count == 1 ? places.first ?? "-" : region.code.description
        return "KARTU/\(place)/\(day.iso)"
    }

    private static let unknown = "tidak diketahui"
}
