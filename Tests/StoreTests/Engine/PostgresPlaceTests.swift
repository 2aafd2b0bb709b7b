import Foundation
import Store
import Testing

@testable import StorePostgres

@Suite struct PostgresPlaceTests {
    @Test func `own settings are kept from libpq, and those of the user stand`() throws {
        let place = try PostgresPlace(
            "postgresql://sigap@db1:5432,db2/city?schema=kota_bekasi&pool=12&connect_timeout=9")
        #expect(place.schema == "kota_bekasi" && place.connections == 12)
        let address = place.address(.write)
        #expect(address.hasPrefix("postgresql://sigap@db1:5432,db2/city?connect_timeout=9&"))
        #expect(!address.contains("schema=") && !address.contains("pool="))
        #expect(address.components(separatedBy: "connect_timeout").count == 2)
    }

    @Test func `only writers look for the host that can be written`() throws {
        let place = try PostgresPlace("postgresql://localhost/city")
        #expect(place.address(.write).hasSuffix("target_session_attrs=read-write"))
        #expect(!place.address(.read).contains("target_session_attrs"))
        let chosen = try PostgresPlace("postgresql://localhost/city?target_session_attrs=primary")
        #expect(chosen.address(.write).contains("target_session_attrs=primary"))
        #expect(!chosen.address(.write).contains("read-write"))
    }

    @Test(arguments: [
        "schema=", "schema=Kota", "schema=pg_city", "schema=1a", "schema=a;drop", "pool=1",
        "pool=101", "pool=many", "wait=0", "wait=601",
        "schema=\(String(repeating: "a", count: 41))",
    ])
    func `what cannot be used is refused`(_ setting: String) async {
        await expectProblem("store-address") {
            try PostgresPlace("postgresql://localhost/city?\(setting)")
        }
    }

    @Test(arguments: ["", "?", "?&&", "?=", "?=x", "?a", "?a=b=c"])
    func `odd addresses are left to libpq`(_ end: String) throws {
        let place = try PostgresPlace("postgres://localhost\(end)")
        #expect(place.schema == "sigap")
        #expect(PostgresPlace.isAddress("postgres://localhost\(end)"))
        #expect(!PostgresPlace.isAddress("data/postgres.db\(end)"))
    }
}
