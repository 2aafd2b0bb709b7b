// swift-tools-version: 6.2
import PackageDescription

/// Every room is built with the same discipline: complete concurrency checking comes with Swift 6
/// mode, warnings stop the build, imports must be declared and existentials must be visible.
let house: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

/// Rooms that walk millions of rows are optimised in debug builds too, so that tests on real sizes
/// stay quick.
let hot: [SwiftSetting] = house + [.unsafeFlags(["-O"], .when(configuration: .debug))]

func room(_ name: String, uses: [Target.Dependency], settings: [SwiftSetting] = house) -> Target {
    .target(name: name, dependencies: uses, swiftSettings: settings)
}

func tests(
    of room: String, uses: [Target.Dependency] = [], without files: [String] = [],
    settings: [SwiftSetting] = house
) -> Target {
    .testTarget(
        name: "\(room)Tests", dependencies: [.byName(name: room)] + uses, exclude: files,
        swiftSettings: settings)
}

let package = Package(
    name: "sigap",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "sigap", targets: ["sigap"])],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird.git", exact: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache.git", exact: "2.1.1"),
        .package(url: "https://github.com/groue/GRDB.swift.git", exact: "7.10.0"),
        .package(url: "https://github.com/apple/swift-crypto.git", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-argument-parser.git", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-http-types.git", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log.git", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio.git", exact: "2.101.2"),
        .package(url: "https://github.com/jpsim/Yams.git", exact: "6.2.2"),
        .package(
            url: "https://github.com/swift-server/swift-service-lifecycle.git", exact: "2.13.0"),
    ],
    targets: [
        // C libraries, each seen by one room only.
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .systemLibrary(
            name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(
            name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
        .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(
            name: "CPango", pkgConfig: "pangocairo", providers: [.apt(["libpango1.0-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

        // The pure rooms.
        room("Civic", uses: [], settings: hot),
        room("Jamsostek", uses: ["Civic"]),
        room("Ledger", uses: ["Civic"], settings: hot),
        room("Linkage", uses: ["Civic"], settings: hot),
        room("Programme", uses: ["Civic", "Jamsostek"], settings: hot),

        // The rooms at the edge.
        room(
            "Intake", uses: ["Civic", "CZip", "CExpat"],
            settings: hot + [.enableExperimentalFeature("Lifetimes")]),
        room(
            "Papers", uses: ["Civic", "Jamsostek", "Programme", "CXlsxWriter", "CPango"],
            settings: hot),
        room("Synth", uses: ["Civic", "Papers"], settings: hot),
        room(
            "Store",
            uses: [
                "Civic", "Jamsostek", "Ledger", "Programme", "CSodium",
                .product(name: "Crypto", package: "swift-crypto"),
            ]),
        room(
            "StoreSQLite", uses: ["Store", "Civic", .product(name: "GRDB", package: "GRDB.swift")]),
        room("StorePostgres", uses: ["Store", "Civic", "CLibPQ"]),
        room(
            "Courier",
            uses: [
                "Civic",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ]),
        room(
            "Office",
            uses: [
                "Civic", "Courier", "Jamsostek", "Linkage", "Programme", "Intake", "Papers",
                "Store",
                .product(name: "Yams", package: "Yams"),
                .product(name: "Crypto", package: "swift-crypto"),
            ], settings: hot),
        room(
            "Pages",
            uses: [
                "Civic", "Jamsostek", "Programme",
                .product(name: "Mustache", package: "swift-mustache"),
            ]),
        room(
            "Web",
            uses: [
                "Civic", "Intake", "Jamsostek", "Papers", "Programme", "Store", "Office", "Pages",
                "CZlib",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ]),
        .executableTarget(
            name: "sigap",
            dependencies: [
                "Civic", "Jamsostek", "Linkage", "Programme", "Intake", "Papers", "Synth", "Store",
                "StoreSQLite", "StorePostgres", "Office", "Pages", "Web",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: house),

        // Times a store on its own; see Benchmarks/store.py.
        .executableTarget(
            name: "store-bench",
            dependencies: [
                "Civic", "Jamsostek", "Ledger", "Programme", "Store", "StoreSQLite",
                "StorePostgres",
            ], path: "Benchmarks/StoreBench", swiftSettings: house),

        // Times papers on their own; see Benchmarks/papers.py.
        .executableTarget(
            name: "paper-bench", dependencies: ["Civic", "Papers"], path: "Benchmarks/PaperBench",
            swiftSettings: house),
        // Times the matching of people to funds; see Benchmarks/funding.py.
        .executableTarget(
            name: "funding-bench", dependencies: ["Civic", "Jamsostek", "Programme"],
            path: "Benchmarks/FundingBench", swiftSettings: house),

        // Tests. SigapTests runs the finished program as a user would.
        tests(of: "Civic"),
        tests(of: "Jamsostek", uses: ["Civic"]),
        tests(of: "Ledger", uses: ["Civic"], settings: hot),
        tests(of: "Linkage", uses: ["Civic"]),
        tests(of: "Programme", uses: ["Civic", "Jamsostek"], settings: hot),
        tests(of: "Intake", uses: ["Civic", "CZip"]),
        tests(of: "Papers", uses: ["Civic", "Intake", "CZip"]),
        tests(of: "Synth", uses: ["Civic"]),
        tests(
            of: "Store", uses: ["Civic", "Ledger", "Programme", "StoreSQLite", "StorePostgres"]),
        tests(
            of: "Office",
            uses: [
                "Civic", "Intake", "Jamsostek", "Linkage", "Papers", "Programme", "Store",
                "StorePostgres", "StoreSQLite", "Synth",
            ]),
        tests(of: "Pages", uses: ["Civic"]),
        tests(
            of: "Web",
            uses: [
                "Civic", "Courier", "Intake", "Jamsostek", "Programme", "Store", "StoreSQLite",
                "Office",
                "Pages",
                "Synth",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
                .product(name: "Logging", package: "swift-log"),
            ], without: ["Access/pages.tsv"]),
        .executableTarget(
            name: "crash-writer",
            dependencies: ["Civic", "Ledger", "Store", "StoreSQLite", "StorePostgres"],
            path: "Tests/CrashWriter", swiftSettings: house),
        .target(name: "TestServers", path: "Tests/TestServers", swiftSettings: house),
        .testTarget(
            name: "CrashTests",
            dependencies: [
                "Civic", "Ledger", "Store", "StoreSQLite", "StorePostgres", "TestServers",
                "crash-writer",
            ],
            swiftSettings: house),
        .testTarget(
            name: "SigapTests",
            dependencies: ["Civic", "Store", "StoreSQLite", "TestServers", "sigap"],
            swiftSettings: house),
    ]
)
