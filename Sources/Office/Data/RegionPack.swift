package import Civic
import Intake
import Jamsostek
import Programme
import Yams

extension DataFolder {
    /// Ids of the region packs in the folder.
    package var regionIDs: [String] {
        names(in: "regions").filter { bytes("regions/\($0)/region.yaml") != nil }
    }

    /// Reads a region pack.
    ///
    /// - Parameter id: name of its folder, `bekasi`.
    /// - Returns: the city with its places, offices, trades and rules.
    /// - Throws: a problem of kind usage for an unknown region, of kind service for a faulty pack.
    package func region(_ id: String) throws(Problem) -> Region {
        guard regionIDs.contains(id) else { throw unknownRegion(id) }
        let folder = "regions/\(id)"
        let city: CityFile = try settings("\(folder)/region.yaml")
        let rules: ProgrammeFile = try settings("\(folder)/programme.yaml")
        let offices: AgenciesFile = try settings("\(folder)/agencies.yaml")
        let verification: VerificationFile = try settings("\(folder)/verification.yaml")
        let corrections: CorrectionFile = try settings("\(folder)/corrections.yaml")
        let changes: ChangesFile = try settings("\(folder)/changes.yaml")
        let decrees: DecreePolicyFile = try settings("\(folder)/decree.yaml")
        let insurer: InsurerSettings = try settings("\(folder)/insurer.yaml")
        let papers: PaperTermsFile = try settings("\(folder)/papers.yaml")
        let code = try city.placeCode("\(folder)/region.yaml")
        let places = try placeDirectory("\(folder)/places", of: code)
        let agencies = try offices.agencies.map { (office) throws(Problem) in
            try office.agency("\(folder)/agencies.yaml")
        }
        let reasons = try ReasonCatalogue(try table("\(folder)/reasons"))
        try rules.requireReasons(of: reasons, "\(folder)/programme.yaml")
        try CorrectionFile.requireOffices(of: reasons, agencies, "\(folder)/reasons.tsv")
        let occupations = try occupationCatalogue("\(folder)/occupations")
        return Region(
            id: id, code: code, name: city.name, shortName: city.short_name,
            government: city.government.phrase, programmeName: city.programme.name,
            programmeExpansion: city.programme.expansion, programmeOwner: city.programme.owner,
            personNumberPrefix: city.person_number_prefix,
            insurerPhone: city.contact.insurer_phone,
            oldDataAfterDays: city.old_data_after_days,
            accessibilityChecked: try city.checkedDay("\(folder)/region.yaml"),
            tileMap: city.tile_map.map { row in row.map { PlaceCode($0) } }, places: places,
            occupations: occupations, agencies: agencies,
            reasons: reasons,
            home: try home(code, places),
            spellings: RegionSpellings(
                name: city.name, shortName: city.short_name, others: city.other_spellings,
                code: code),
            headings: try Headings(try table("national/columns")),
            cellWords: try CellWords(try table("national/cell-words")),
            uploads: try UploadLimits(try table("access/uploads")),
            proposals: try ProposalPolicy(
                reasons: try table("access/proposal-reasons"),
                receipts: try table("\(folder)/receipts")),
            partners: try partnerTerms(
                folder, offices.partners ?? [], agencies: agencies, reasons: reasons),
            ruleVersion: rules.version,
            rules: try rules.rules.map { (rule) throws(Problem) in
                try rule.rule("\(folder)/programme.yaml")
            },
            recheckReason: rules.recheck_reason, ranking: rules.policy, quota: rules.quota.people,
            waveRequirement: try rules.wave.requirement("\(folder)/programme.yaml"),
            plan: try rules.plan.policy("\(folder)/programme.yaml"),
            precedence: rules.precedenceOfFields,
            verification: try verification.policy(
                occupations, agencies, reasons, "\(folder)/verification.yaml"),
            references: try ReferenceRules(try table("national/reference-matching")),
            corrections: try corrections.policy(agencies, "\(folder)/corrections.yaml"),
            changes: try changes.policy(reasons, "\(folder)/changes.yaml"),
            decrees: try decrees.policy("\(folder)/decree.yaml"),
            contributions: try contributionTerms(folder, city.person_number_prefix),
            insurer: try insurer.template(reasons, "\(folder)/insurer.yaml"),
            papers: try papers.terms("\(folder)/papers.yaml"))
    }

    private func contributionTerms(
        _ folder: String, _ prefix: String
    ) throws(Problem) -> ContributionTerms {
        let bills: ContributionFile = try settings("\(folder)/contributions.yaml")
        let older: CohortsFile = try settings("\(folder)/cohorts.yaml")
        return try bills.terms(
            try older.all(apartFrom: prefix, "\(folder)/cohorts.yaml"),
            "\(folder)/contributions.yaml")
    }

    func settings<Settings: Decodable>(_ name: String) throws(Problem) -> Settings {
        let text = try text(name)
        do { return try YAMLDecoder().decode(Settings.self, from: text) } catch {
            throw RegionFault.unreadable(name, "\(error)")
        }
    }

    private func placeDirectory(_ name: String, of code: PlaceCode) throws(Problem)
        -> PlaceDirectory
    {
        var rows: [(code: PlaceCode, name: String, aliases: [String])] = []
        for row in try table(name).rows {
            let written = try row.text("code")
            guard let place = PlaceCode(written) else { throw row.wrong("code", written) }
            rows.append((place, try row.text("name"), row.list("aliases")))
        }
        return PlaceDirectory(regency: code, rows: rows)
    }

    private func occupationCatalogue(_ name: String) throws(Problem) -> OccupationCatalogue {
        var rows: [(occupation: Occupation, spellings: [String])] = []
        for row in try table(name).rows {
            guard let standing = Occupation.Standing(rawValue: try row.text("standing")) else {
                throw row.wrong("standing", try row.text("standing"))
            }
            guard let sector = Occupation.Sector(rawValue: try row.text("sector")) else {
                throw row.wrong("sector", try row.text("sector"))
            }
            let occupation = Occupation(
                code: try row.text("code"),
                name: Phrase(try row.text("name_id"), en: try row.text("name_en")),
                standing: standing, sector: sector, hazard: Int(try row.integer("hazard")))
            rows.append((occupation, row.list("spellings")))
        }
        return OccupationCatalogue(rows)
    }

    private func home(_ code: PlaceCode, _ places: PlaceDirectory) throws(Problem) -> HomeRegion {
        var provinces: Set<Int> = []
        for row in try table("national/provinces").rows {
            provinces.insert(Int(try row.integer("code")))
        }
        let districts = places.districts.map { Int(places.entries[$0].code.number / 10_000) }
        return HomeRegion(
            regency: Int(code.number / 1_000_000), districts: Set(districts), provinces: provinces)
    }

    private func unknownRegion(_ id: String) -> Problem {
        let known = regionIDs.joined(separator: ", ")
        return Problem(
            .usage, "region-unknown",
            Phrase("Wilayah \"\(id)\" tidak ada.", en: "There is no region \"\(id)\"."),
            do: Phrase("Yang ada: \(known).", en: "There are: \(known)."))
    }
}

enum RegionFault {
    static func unreadable(_ file: String, _ detail: String) -> Problem {
        Problem(
            .service, "region-pack",
            Phrase(
                "Paket wilayah tidak dapat dibaca (\(detail)).",
                en: "The region pack cannot be read (\(detail))."),
            at: Spot(file: file),
            do: Phrase(
                "Perbaiki berkas itu, atau pasang kembali berkas bawaan.",
                en: "Correct the file, or restore the one that came with the program."))
    }
}
