package import Civic
import Yams

/// How large the sample city of a region is, and who may sign in to it.
package struct DemoSettings: Sendable, Decodable {
    package struct Account: Sendable, Decodable {
        package let login: String
        package let name: String
        package let role: String
        package let agency: String?
        package let areas: [String]?
        package let password: String
    }

    package let people: Int
    package let seed: UInt64
    package let quota: Int
    package let budget: Int64
    /// `required` or `offered`.
    package let secondFactor: String
    package let accounts: [Account]
    /// What its staff have done already.
    package let rehearsal: RehearsalPlan

    private enum CodingKeys: String, CodingKey {
        case people, seed, quota, budget, accounts, rehearsal
        case secondFactor = "second_factor"
    }
}

extension DataFolder {
    package func demo(of region: String) throws(Problem) -> DemoSettings {
        try settings("regions/\(region)/demo.yaml")
    }
}
