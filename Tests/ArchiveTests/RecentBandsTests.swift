import ReportReading
import Testing

@testable import Archive

/// What spares looking for the keys and the fingerprints of reports that are no copies.
@Suite struct RecentBandsTests {
  @Test(arguments: [0, 1, 1000, 200_000]) func whatWasInsertedMayBeHeld(_ count: Int) {
    var generator = SystemRandomNumberGenerator()
    let bands = (0..<count).map { _ in Int64.random(in: .min ... .max, using: &generator) }
    var filter = BandFilter()
    for band in bands { filter.insert(band) }
    #expect(bands.allSatisfy { filter.mayHold($0) })
    let others = (0..<10_000).map { _ in Int64.random(in: .min ... .max, using: &generator) }
    #expect(others.count { filter.mayHold($0) } < 500)
  }

  /// Fingerprints that agree in so many minima.
  @Test(arguments: [0, 1, 63, 64, 65, 127, 128]) func aSketchAgreesAtLeastAsOftenAsTheMinima(_ equal: Int) throws {
    for _ in 0..<20 {
      let one = (0..<Fingerprint.size).map { _ in UInt32.random(in: 0 ... .max) }
      let other = one.enumerated().map { $0.offset < equal ? $0.element : $0.element ^ UInt32.random(in: 1 ... .max) }
      let stored = [one, other].map { minima in
        minima.flatMap { minimum in (0..<4).map { UInt8(truncatingIfNeeded: minimum >> UInt32($0 * 8)) } }
      }
      let sketch = try #require(FingerprintSketches.sketch(ofStored: stored[0]))
      var sketches = FingerprintSketches()
      #expect(sketches.agreement(of: 7, with: sketch) == nil)
      sketches.set(FingerprintSketches.sketch(ofStored: stored[1]), of: 7)
      let agreement = try #require(sketches.agreement(of: 7, with: sketch))
      #expect(agreement >= equal && agreement <= Fingerprint.size)
      if equal == 0 { #expect(agreement < Fingerprint.size / 2) }
      sketches.set(nil, of: 7)
      #expect(sketches.agreement(of: 7, with: sketch) == nil)
    }
  }

  @Test(arguments: [Int64.min, -1, 0, 1 << 20, .max]) func anyReportHasItsPlace(_ report: Int64) {
    var sketches = FingerprintSketches()
    let sketch = FingerprintSketches.Sketch(1, 2, 3, 4)
    sketches.set(sketch, of: report)
    #expect(sketches.agreement(of: report, with: sketch) == Fingerprint.size)
    #expect(sketches.agreement(of: report ^ 1, with: sketch) == nil)
  }

  @Test(arguments: [0, 1, 511, 513]) func whatIsNoFingerprintHasNoSketch(_ count: Int) {
    #expect(FingerprintSketches.sketch(ofStored: [UInt8](repeating: 1, count: count)) == nil)
  }
}
