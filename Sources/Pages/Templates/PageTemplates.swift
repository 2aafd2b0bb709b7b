package import Civic
import Mustache

/// All templates, read and checked once, and the words they speak.
package struct PageTemplates: Sendable {
    /// Every page of the site. A page that is not listed here cannot be rendered.
    package static let pages: [any Page.Type] = [
        HomePage.self, CheckFormPage.self, CheckAnswerPage.self, PublicDataPage.self,
        LoginPage.self, DashboardPage.self, PeoplePage.self, PersonPage.self, ConditionsPage.self,
        AccidentPage.self, HeirsPage.self, HelpPage.self, PrivacyPage.self, AccessibilityPage.self,
        QuotaPage.self, LinkagePage.self, ErrorPage.self,
        FactorPage.self, AccountPage.self, AppSetUpPage.self, CodesPage.self,
        UsersPage.self, NewUserPage.self, UserPage.self, StartPasswordPage.self,
        ProposalsPage.self, ProposalColumnsPage.self, ProposalPage.self, ProposalTypedPage.self,
        ProposalReceiptPage.self,
        DriversPage.self, DriverListPage.self, DriverCertificatePage.self, PartnersPage.self,
        PairsPage.self, PairPage.self, PairTakenPage.self,
        QueuePage.self, QueueCasePage.self, QueueConflictPage.self, QueueAskPage.self,
        QueueKeysPage.self, QueueRecordPage.self,
        TasksPage.self, AnswersPage.self, AnswerHistoryPage.self, ReferencesPage.self,
        ConflictsPage.self,
        ReasonCardPage.self, CorrectionFormPage.self, CorrectionPage.self, CorrectionsPage.self,
        RoundsPage.self, NewRoundPage.self, RoundPage.self, RoundPrintPage.self, RoundLinkPage.self,
        InsurerOutPage.self, InsurerInPage.self, InsurerFilePage.self, ReconciliationPage.self,
        ReconciliationRecordPage.self, InsurerConflictsPage.self,
        ConfirmCodePage.self, ConfirmListPage.self,
        FundsPage.self, WavesPage.self, WavePage.self, WaveOrderPage.self, WavePlacesPage.self,
        WaveFundingPage.self,
        ChangesPage.self, ChangeFormPage.self, ChangeEffectPage.self, ChangePage.self,
        AddendumPage.self, ClaimsPage.self, ClaimPage.self, CardsPage.self,
        ContributionsPage.self, ContributionMonthPage.self, BillPage.self, RefundsPage.self,
        MemberMonthsPage.self,
        LapsesPage.self, BridgePage.self,
        DecreesPage.self, DecreePage.self, DecreeAnnexPage.self,
        DecreeRedraftPage.self, PaperCheckPage.self,
    ]

    private let words: Words
    private let statuses: StatusWords
    private let library: MustacheLibrary

    /// Reads the templates of all pages and every template they refer to.
    ///
    /// - Parameters:
    ///   - words: the words of the site.
    ///   - statuses: the words and looks of the statuses.
    ///   - text: the text of a template, by its name without extension; nil when there is none.
    /// - Throws: a problem that names template and line when a template is missing, cannot be read,
    ///   uses a tag that is not allowed or a word that does not exist.
    package init(
        words: Words, statuses: StatusWords, text: (String) throws(Problem) -> String?
    ) throws(Problem) {
        MustacheContentTypes.register(EscapedText(), named: EscapedText.name)
        self.words = words
        self.statuses = statuses
        var library = MustacheLibrary()
        var waiting = PageTemplates.pages.map { $0.template }
        var known: Set<String> = []
        while let name = waiting.popLast() {
            guard known.insert(name).inserted else { continue }
            guard let source = try text(name) else { throw PageTemplates.missing(name) }
            waiting += try PageTemplates.check(source, of: name, words)
            do {
                try library.register(PageTemplates.prepared(source), named: name)
            } catch {
                throw PageTemplates.unreadable(name, "\(error)")
            }
        }
        self.library = library
    }

    /// The page as HTML in the language of the frame.
    ///
    /// - Throws: a problem that lists what is missing when a template names something that nobody
    ///   knows or a word lacks what it needs. Nothing is ever silently left out.
    package func render<P: Page>(_ page: P, in frame: Frame) throws(Problem) -> String {
        let say = Speech(words, statuses, of: frame.site, in: frame.language)
        let root = RenderRoot(page: page.view(say).with(frame.view(for: page, say)), say: say)
        guard let text = library.render(root, withTemplate: P.template) else {
            throw PageTemplates.missing(P.template)
        }
        let faults = say.faults + root.unknown.map { "{{\($0)}}" }
        guard faults.isEmpty else {
            throw PageTemplates.unreadable(P.template, faults.joined(separator: ", "))
        }
        return text
    }

    /// One sentence outside a page, where something is told while a page stays as it is.
    package func sentence(
        _ key: String, _ values: [String: String], of site: Site, in language: Language
    ) -> String {
        Speech(words, statuses, of: site, in: language)(key, values)
    }

    /// For answers that are no pages.
    package func speech(of site: Site, in language: Language) -> Speech {
        Speech(words, statuses, of: site, in: language)
    }

    /// Refuses tags and words that do not exist; returns the templates that `source` refers to.
    private static func check(
        _ source: String, of name: String, _ words: Words
    ) throws(Problem) -> [String] {
        var others: [String] = []
        for tag in try TemplateTag.all(in: source, of: name) {
            if tag.kind == .partial || tag.kind == .parent {
                others.append(tag.name)
            } else if tag.kind == .variable, Words.isKey(tag.name), words[tag.name] == nil {
                throw unreadable(name, "{{\(tag.name)}}, \(tag.line)")
            }
        }
        return others
    }

    /// Without indentation, which is for the people who write templates, and with the program's own
    /// escaping switched on; the library resets it in every template.
    private static func prepared(_ source: String) -> String {
        let lines = source.split(separator: "\n", omittingEmptySubsequences: true).map { line in
            String(line.drop { $0 == " " })
        }
        return "{{% CONTENT_TYPE:\(EscapedText.name)}}" + lines.joined(separator: "\n")
    }

    private static func missing(_ name: String) -> Problem {
        Problem(
            .service, "page-template-missing",
            Phrase("Templat halaman tidak ada.", en: "A page template is missing."),
            at: Spot(file: "\(name).mustache"), do: restore)
    }

    private static func unreadable(_ name: String, _ detail: String) -> Problem {
        Problem(
            .service, "page-template",
            Phrase(
                "Templat tidak dapat dipakai: \(detail).",
                en: "The template cannot be used: \(detail)."),
            at: Spot(file: "\(name).mustache"), do: restore)
    }

    private static let restore = Phrase(
        "Pasang kembali berkas templat dan kata bawaan program.",
        en: "Restore the template and word files that came with the program.")
}
