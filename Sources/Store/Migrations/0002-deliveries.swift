extension Migration {
    /// What agencies delivered, file by file.
    static let deliveries = Migration(
        number: 2, name: "deliveries",
        text: """
            CREATE TABLE delivery (
                id INTEGER PRIMARY KEY,
                source TEXT NOT NULL UNIQUE,
                file TEXT NOT NULL,
                agency TEXT NOT NULL CHECK (agency <> ''),
                digest TEXT NOT NULL,
                rows_read INTEGER NOT NULL,
                rows_linked INTEGER NOT NULL CHECK (rows_linked >= 0),
                rows_rejected INTEGER NOT NULL CHECK (rows_rejected >= 0),
                rows_idle INTEGER NOT NULL CHECK (rows_idle >= 0),
                people INTEGER NOT NULL CHECK (people >= 0),
                data_day INTEGER,
                received_at INTEGER NOT NULL,
                CHECK (rows_read = rows_linked + rows_rejected + rows_idle)
            );
            CREATE TABLE delivery_fault (
                delivery_id INTEGER NOT NULL REFERENCES delivery (id),
                code TEXT NOT NULL,
                count INTEGER NOT NULL CHECK (count >= 1),
                PRIMARY KEY (delivery_id, code)
            );
            CREATE TABLE delivery_warning (
                delivery_id INTEGER NOT NULL REFERENCES delivery (id),
                place INTEGER NOT NULL,
                code TEXT NOT NULL,
                sentence_id TEXT NOT NULL,
                sentence_en TEXT NOT NULL,
                PRIMARY KEY (delivery_id, place)
            );
            """)
}
