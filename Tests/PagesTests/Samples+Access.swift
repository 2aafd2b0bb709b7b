import Civic
import Pages

/// The pages of signing in and of accounts.
extension Samples {
    private static let morning = Moment(day: day, minute: 8 * 60 + 5)

    static let accessPages: [any Page] =
        [
            FactorPage(), FactorPage(trouble: .wrong(triesLeft: 4), next: "/kerja/peserta"),
            FactorPage(trouble: .locked(until: morning)),
            account(), account(step: .password, trouble: Phrase("Kata sandi salah.", en: "Wrong.")),
            account(step: .factor),
            account(done: .password, factor: fullFactor), account(done: .app),
            account(done: .sessions),
            AppSetUpPage(
                secret: "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", uri: "otpauth://totp/a:b?secret=C",
                drawing: ("M4 4h7v1h-7z", 29)),
            AppSetUpPage(
                secret: "GEZDGNBVGY3TQOJQ", uri: "otpauth://totp/a:b?secret=C", drawing: nil,
                isWrong: true),
            CodesPage(
                codes: ["K7M4Q-9XTRW", "22222-ZZZZZ"], login: "ratna", day: day,
                next: "/kerja/akun"),
            CodesPage(codes: nil, login: "ratna", day: day, next: "/kerja/akun"),
        ] + userPages

    private static let noFactor = FactorState(
        appSince: nil, codesSince: nil, codesLeft: 0, isLow: true, isNeeded: true)
    private static let fullFactor = FactorState(
        appSince: morning, codesSince: morning, codesLeft: 2, isLow: true, isNeeded: false)

    private static let sessionRows = [
        SessionRow(
            id: "00ff00ff00ff00ff", device: ("Chrome", "Windows"), since: morning, seen: morning,
            isThis: true),
        SessionRow(
            id: "11ff00ff00ff00ff", device: nil, since: morning, seen: morning, isThis: false),
    ]

    private static func account(
        step: AccountPage.Step? = nil, done: AccountPage.Done? = nil, trouble: Phrase? = nil,
        factor: FactorState = noFactor
    ) -> AccountPage {
        AccountPage(
            step: step, login: "ratna", name: "Ratna <b>Dewi</b>",
            role: Phrase("Pengelola program", en: "Programme manager"),
            agency: Phrase("Dinas Perhubungan", en: "Transport office"), places: ["Bekasijaya"],
            passwordLength: 12, factor: factor, sessions: step == nil ? sessionRows : [],
            key: "k1", done: done, trouble: trouble)
    }

    // MARK: Accounts of others

    private static let userForm = UserForm(
        roles: [
            UserForm.Choice(
                value: "manager", name: Phrase("Pengelola program", en: "Programme manager")),
            UserForm.Choice(
                value: "village-operator",
                name: Phrase("Operator kelurahan", en: "Kelurahan operator")),
        ],
        agencies: [
            UserForm.Choice(
                value: "dishub", name: Phrase("Dinas Perhubungan", en: "Transport office")),
            UserForm.Choice(
                value: "kelurahan", name: Phrase("Kelurahan", en: "Village offices")),
        ],
        districts: [
            UserForm.District(
                district: UserForm.Choice(
                    value: "32.75.01", name: Phrase("Bekasi Timur", en: "Bekasi Timur")),
                villages: [
                    UserForm.Choice(
                        value: "32.75.01.1001", name: Phrase("Bekasijaya", en: "Bekasijaya"))
                ]),
            UserForm.District(
                district: UserForm.Choice(
                    value: "32.75.02", name: Phrase("Bekasi Barat", en: "Bekasi Barat")),
                villages: []),
        ],
        name: "Yuni \"A\"", role: "village-operator", agency: "kelurahan",
        areas: ["32.75.01.1001"], language: .indonesian)

    private static let userPages: [any Page] =
        [
            UsersPage(rows: userRows), UsersPage(rows: [userRows[0]]),
            NewUserPage(form: userForm, key: "k2"),
            NewUserPage(
                login: "yuni", form: userForm, key: "k2",
                trouble: Phrase("Nama pengguna ini sudah dipakai.", en: "Taken.")),
            user(isDisabled: false, factor: fullFactor, sessions: sessionRows),
            user(isDisabled: true, factor: noFactor, sessions: []),
            StartPasswordPage(id: 2, login: "yuni", password: "ABCD-EFGH-JKLM-NPQR"),
            StartPasswordPage(id: 2, login: "yuni", password: nil),
        ]
        + ([.change, .disable, .enable, .factor, .sessions] as [UserPage.Done]).map {
            user(isDisabled: false, factor: noFactor, sessions: [], done: $0)
        } + [
            user(
                isDisabled: false, factor: noFactor, sessions: [],
                trouble: Phrase("Ini administrator terakhir.", en: "The last administrator."))
        ]

    private static let userRows = [
        UsersPage.Row(
            id: 1, login: "bayu", name: "Bayu", role: Phrase("Administrator", en: "Administrator"),
            reach: nil, hasFactor: true, isDisabled: false),
        UsersPage.Row(
            id: 2, login: "yuni", name: "Yuni",
            role: Phrase("Operator kelurahan", en: "Kelurahan operator"),
            reach: Phrase("Bekasijaya", en: "Bekasijaya"), hasFactor: false, isDisabled: true),
        UsersPage.Row(
            id: 3, login: "dani", name: "Dani",
            role: Phrase("Operator kelurahan", en: "Kelurahan operator"),
            reach: Phrase("Bekasijaya", en: "Bekasijaya"), hasFactor: false, isDisabled: false),
    ]

    private static func user(
        isDisabled: Bool, factor: FactorState, sessions: [SessionRow],
        done: UserPage.Done? = nil, trouble: Phrase? = nil
    ) -> UserPage {
        UserPage(
            id: 2, login: "yuni", name: "Yuni", isDisabled: isDisabled,
            mustChangePassword: isDisabled, factor: factor, form: userForm, sessions: sessions,
            key: "k3", done: done, trouble: trouble)
    }
}
