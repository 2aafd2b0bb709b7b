/// The programmes a worker without an employer (BPU) can be insured in. Raw values are those of the
/// command line and of the law tables. Pension and job loss insurance are not open to them.
package enum InsuranceProgram: String, CaseIterable, Sendable {
    /// Jaminan Kecelakaan Kerja.
    case workAccident = "jkk"
    /// Jaminan Kematian.
    case death = "jkm"
    /// Jaminan Hari Tua, an addition by choice.
    case oldAge = "jht"
}
