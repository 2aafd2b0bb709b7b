/// How the server is run.
package struct WebOptions: Sendable {
    package var host: String
    package var port: Int
    /// True behind a proxy that ends TLS: cookies are then marked secure, and the address of the
    /// visitor is taken from the proxy's `X-Forwarded-For`.
    package var isBehindProxy: Bool
    /// Who may read `/metrik`.
    package var metricsFrom: AddressList
    /// How long a node that is told to stop still answers, so that whoever sends it requests can
    /// notice.
    package var withdrawal: Duration
    /// How long a store may take to answer before the node calls itself not ready: whoever asks
    /// wants to know now.
    package var patience: Duration
    /// Accounts shown on the login page of a sample city.
    package var samples: [SampleLogin]

    package init(
        host: String, port: Int, isBehindProxy: Bool, metricsFrom: AddressList,
        withdrawal: Duration = .zero, patience: Duration = .seconds(2), samples: [SampleLogin]
    ) {
        self.host = host
        self.port = port
        self.isBehindProxy = isBehindProxy
        self.metricsFrom = metricsFrom
        self.withdrawal = withdrawal
        self.patience = patience
        self.samples = samples
    }
}

/// An account of a sample city.
package struct SampleLogin: Sendable {
    package let login: String
    package let password: String
    /// Raw value of the role.
    package let role: String

    package init(login: String, password: String, role: String) {
        self.login = login
        self.password = password
        self.role = role
    }
}
