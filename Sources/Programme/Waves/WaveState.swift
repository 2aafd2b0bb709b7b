/// How far a wave has come. Raw values are those of the store.
package enum WaveState: String, CaseIterable, Sendable {
    /// Its figures may still change.
    case draft
    /// Who is chosen and who waits is settled.
    case frozen
    /// A decree in force names those who were chosen.
    case decreed
    /// It never came to a decree; those who were chosen are candidates again.
    case cancelled
}
