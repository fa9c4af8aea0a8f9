import ReportReading
import Testing

@Suite struct FingerprintTests {
  /// Prose of numbered sentences, different for every seed.
  private func prose(_ seed: Int, sentences: Int = 60) -> String {
    let words = ["推进产业园区建设", "改造农村公路网络", "新建中心小学校舍", "提升社区医院能力", "整治主要河道水系", "优化营商环境水平"]
    return (0..<sentences).map { i in words[(i * 7 + seed * 5 + i * i * seed) % 6] + "第\(i * seed % 97)项。" }.joined()
  }

  private func fingerprint(_ text: String) -> Fingerprint { Fingerprint(of: [Array(text.utf8)]) }

  @Test func theSameTextIsTheSame() {
    #expect(fingerprint(prose(3)).similarity(to: fingerprint(prose(3))) == 1)
  }

  @Test func punctuationSpacesAndCaseDoNotCount() {
    let text = "GDP增长6.5%，" + prose(3)
    let other = text.replacing("，", with: ", \n").replacing("。", with: "　").replacing("GDP", with: "gdp")
    #expect(fingerprint(text).similarity(to: fingerprint(other)) == 1)
  }

  @Test func partsOfATextDoNotCount() {
    let text = Array(prose(3).utf8)
    #expect(Fingerprint(of: [text]) == Fingerprint(of: [Array(text[..<300]), [], Array(text[300...])]))
  }

  @Test func moreInCommonIsMoreAlike() {
    let text = prose(3)
    let some = fingerprint(text).similarity(to: fingerprint(text + prose(11, sentences: 6)))
    let less = fingerprint(text).similarity(to: fingerprint(text + prose(11)))
    #expect(some > 0.7)
    #expect(less < some)
    #expect(fingerprint(prose(3)).similarity(to: fingerprint(prose(11))) < 0.5)
  }

  @Test func alikeTextsShareABand() {
    let text = prose(3)
    let bands = Set(fingerprint(text).bands)
    #expect(bands.count == 32)
    #expect(!bands.isDisjoint(with: fingerprint(text + prose(11, sentences: 6)).bands))
  }

  @Test func aShortTextHasNone() {
    let short = fingerprint("地区生产总值增长百分之六点五左右")
    #expect(short.minima.isEmpty)
    #expect(short.bands.isEmpty)
    #expect(short.similarity(to: short) == 0)
  }

  @Test func itIsStoredAndReadBack() {
    let one = fingerprint(prose(3))
    #expect(one.stored.count == 512)
    #expect(Fingerprint(stored: one.stored) == one)
    #expect(Fingerprint(stored: [1, 2, 3]).minima.isEmpty)
  }
}
