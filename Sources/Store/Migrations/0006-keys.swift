extension Migration {
    /// What changing the key and erasing people need: room for boxes that are being sealed anew, and
    /// by what erased people are recognised.
    static let keys = Migration(
        number: 6, name: "keys",
        text: """
            CREATE TABLE resealed_person (
                id INTEGER PRIMARY KEY,
                nik_sealed BLOB,
                nik_index BLOB,
                private_sealed BLOB
            );
            CREATE TABLE resealed_row (
                delivery_id INTEGER NOT NULL,
                record INTEGER NOT NULL,
                nik_sealed BLOB NOT NULL,
                PRIMARY KEY (delivery_id, record)
            );
            CREATE TABLE erased_mark (
                mark BLOB PRIMARY KEY CHECK (length(mark) = 16),
                erased_at INTEGER NOT NULL
            );
            """)
}
