import Civic
import Office
import Pages
import Store

/// Accounts and sessions in the words of pages.
struct AccountPresenter {
    let facts: CityFacts
    let access: AccessTable

    func page(
        _ session: Session, _ step: SignInStep?, sessions: [Session], key: String,
        done: AccountPage.Done?, trouble: Phrase?
    ) -> AccountPage {
        let account = session.account
        return AccountPage(
            step: shown(step), login: account.login, name: account.name,
            role: access.role(account.role)?.title ?? Phrase(account.role, en: account.role),
            agency: facts.agencyName(account.agency),
            places: account.areas.compactMap(facts.name(of:)),
            passwordLength: access.signIn.passwordLength,
            factor: factor(account, isNeeded: step == .setUp),
            sessions: rows(sessions, this: session.id), key: key, done: done, trouble: trouble)
    }

    private func shown(_ step: SignInStep?) -> AccountPage.Step? {
        switch step {
        case .password: .password
        case .setUp: .factor
        case .factor, nil: nil
        }
    }

    func factor(_ account: Account, isNeeded: Bool = false) -> FactorState {
        FactorState(
            appSince: account.appSince.map(JournalWords.moment),
            codesSince: account.codesSince.map(JournalWords.moment),
            codesLeft: account.codesLeft, isLow: account.codesLeft <= access.signIn.codesLow,
            isNeeded: isNeeded)
    }

    func rows(_ sessions: [Session], this id: String?) -> [SessionRow] {
        sessions.map { session in
            SessionRow(
                id: session.id, device: DeviceName.names(session.device),
                since: JournalWords.moment(session.createdAt),
                seen: JournalWords.moment(session.seenAt), isThis: session.id == id)
        }
    }

    // MARK: Administration

    func list(_ accounts: [Account]) -> UsersPage {
        UsersPage(
            rows: accounts.map { account in
                UsersPage.Row(
                    id: account.id, login: account.login, name: account.name,
                    role: access.role(account.role)?.title
                        ?? Phrase(account.role, en: account.role),
                    reach: reach(account), hasFactor: account.hasSecondFactor,
                    isDisabled: account.disabledAt != nil)
            })
    }

    private func reach(_ account: Account) -> Phrase? {
        if let agency = facts.agencyName(account.agency) { return agency }
        let names = account.areas.compactMap(facts.name(of:)).joined(separator: ", ")
        return names.isEmpty ? nil : Phrase(names, en: names)
    }

    func form(_ filled: AccountChange) -> UserForm {
        UserForm(
            roles: access.roles.map { UserForm.Choice(value: $0.id, name: $0.title) },
            agencies: facts.region.agencies.map {
                UserForm.Choice(value: $0.id, name: $0.name)
            },
            districts: districts, name: filled.name, role: filled.role,
            agency: filled.agency ?? "", areas: Set(filled.areas.map(\.description)),
            language: filled.language)
    }

    private var districts: [UserForm.District] {
        let villages = Dictionary(grouping: facts.places(at: .village), by: \.code.district)
        return facts.places(at: .district).map { district in
            UserForm.District(
                district: choice(district), villages: (villages[district.code] ?? []).map(choice))
        }
    }

    private func choice(_ place: PlaceDirectory.Entry) -> UserForm.Choice {
        UserForm.Choice(
            value: place.code.description, name: Phrase(place.name, en: place.name))
    }
}
