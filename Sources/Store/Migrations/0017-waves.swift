extension Migration {
    /// Funds and waves: whose money is there, and whom a wave reaches in which order.
    ///
    /// What a fund holds stands in the ledger, under the same id. A wave is a draft until its order
    /// is frozen with a seed, which is empty before; its places are then only read. `draw` is text,
    /// because it takes all 64 bits. The key is that of the request that made the wave.
    static let waves = Migration(
        number: 17, name: "waves", appendOnly: ["wave_place", "wave_quota"],
        text: """
            CREATE TABLE fund (
                id TEXT PRIMARY KEY CHECK (id <> ''),
                source TEXT NOT NULL CHECK (source IN ('apbd', 'apbn', 'csr', 'psr')),
                title TEXT NOT NULL CHECK (title <> ''),
                payer TEXT NOT NULL CHECK (payer <> ''),
                worker_group TEXT NOT NULL,
                first_month INTEGER NOT NULL,
                last_month INTEGER NOT NULL CHECK (last_month >= first_month),
                restrictions TEXT NOT NULL,
                actor TEXT NOT NULL CHECK (actor <> ''),
                at INTEGER NOT NULL,
                version INTEGER NOT NULL CHECK (version >= 1)
            );
            CREATE TABLE wave (
                id INTEGER PRIMARY KEY CHECK (id >= 1),
                title TEXT NOT NULL CHECK (title <> ''),
                quota INTEGER NOT NULL CHECK (quota >= 1),
                first_month INTEGER NOT NULL,
                months INTEGER NOT NULL CHECK (months BETWEEN 1 AND 60),
                state TEXT NOT NULL CHECK (state IN ('draft', 'frozen', 'decreed', 'cancelled')),
                seed TEXT NOT NULL,
                rule TEXT,
                digest TEXT,
                frozen_at INTEGER,
                frozen_by TEXT,
                branch_confirmed_at INTEGER,
                branch_confirmed_by TEXT,
                key TEXT UNIQUE,
                actor TEXT NOT NULL CHECK (actor <> ''),
                at INTEGER NOT NULL,
                version INTEGER NOT NULL CHECK (version >= 1),
                CHECK ((digest IS NULL) = (frozen_at IS NULL)),
                CHECK (state NOT IN ('frozen', 'decreed') OR digest IS NOT NULL)
            );
            CREATE TABLE wave_fund (
                wave_id INTEGER NOT NULL REFERENCES wave (id),
                place INTEGER NOT NULL CHECK (place >= 1),
                fund TEXT NOT NULL REFERENCES fund (id),
                PRIMARY KEY (wave_id, place)
            );
            CREATE UNIQUE INDEX wave_fund_once ON wave_fund (wave_id, fund);
            CREATE TABLE wave_place (
                wave_id INTEGER NOT NULL REFERENCES wave (id),
                place INTEGER NOT NULL CHECK (place >= 1),
                number TEXT NOT NULL CHECK (number <> ''),
                district TEXT,
                village TEXT,
                occupation TEXT,
                decile INTEGER,
                hazard INTEGER NOT NULL,
                proposed INTEGER,
                draw TEXT NOT NULL,
                standing TEXT NOT NULL CHECK (standing IN ('chosen', 'waiting')),
                village_place INTEGER NOT NULL CHECK (village_place >= 1),
                PRIMARY KEY (wave_id, place)
            );
            CREATE UNIQUE INDEX wave_place_by_number ON wave_place (number, wave_id);
            CREATE INDEX wave_place_by_village ON wave_place (
                wave_id, village, standing, place);
            CREATE TABLE wave_quota (
                wave_id INTEGER NOT NULL REFERENCES wave (id),
                village TEXT NOT NULL,
                eligible INTEGER NOT NULL,
                places INTEGER NOT NULL CHECK (places BETWEEN 0 AND eligible),
                PRIMARY KEY (wave_id, village)
            );
            CREATE TABLE wave_funding (
                wave_id INTEGER NOT NULL REFERENCES wave (id),
                number TEXT NOT NULL,
                first_month INTEGER NOT NULL,
                last_month INTEGER NOT NULL CHECK (last_month >= first_month),
                fund TEXT NOT NULL REFERENCES fund (id),
                PRIMARY KEY (wave_id, number, first_month)
            );
            CREATE INDEX wave_funding_by_fund ON wave_funding (wave_id, fund);
            """)
}
