/// How the server is run.
package struct WebOptions: Sendable {
    package var host: String
    package var port: Int
    /// True behind a proxy that ends TLS: cookies are then marked secure, and the address of the
    /// visitor is taken from the proxy's `X-Forwarded-For`.
    package var isBehindProxy: Bool
    /// Accounts shown on the login page of a sample city.
    package var samples: [SampleLogin]

    package init(host: String, port: Int, isBehindProxy: Bool, samples: [SampleLogin]) {
        self.host = host
        self.port = port
        self.isBehindProxy = isBehindProxy
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
