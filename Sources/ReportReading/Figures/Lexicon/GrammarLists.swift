internal import CTables

/// Word lists of the clause grammar, read from `grammar-lists.tsv`.
final class GrammarLists: Sendable {
  /// `城镇`, `农村`: qualify what is measured, one in the place of the other.
  let modifiers: WordList
  /// `失业|保险|人数`: between what a list tells apart and what is measured of it.
  let innerWords: WordList
  /// Ends of names that can be measured, beside those of one character.
  let endings: WordList
  /// `主要目标`: what a list of targets is announced by.
  let headings: WordList
  /// `发展势头良好`: how a thing goes, behind its name.
  let courses: WordList
  /// The same, to be searched for.
  let courseWords: WordTrie
  /// `为主攻方向`: what something is taken for in the work.
  let roles: WordList
  /// Words for people in the name of a group.
  let people: WordList
  /// Ends of names of sums whose 元 goes without saying.
  let sums: WordList
  /// `产量`, `产值`: what is measured of a thing, one beside the other.
  let measures: WordList
  /// `贷款`, `脱贫`: verbs that name what is counted or paid as well.
  let deeds: WordList
  /// `安排`, `拨付`: verbs of which a sum is the object, not the size of a thing.
  let spending: WordList
  /// `饲养`: what a list's shared end is never cut within.
  let wholes: WordList
  /// `粮食`: what is grown.
  let crops: WordList
  /// `总产`: how much of it.
  let yields: WordList
  /// `一季度`: parts of a year behind a name.
  let seasons: WordList
  /// `单位GDP`: before a name, shared by a list.
  let yardsticks: WordList
  /// `二氧化碳排放`: what is measured by them.
  let intensities: WordList
  /// `综合排名`: words for a place that a place may be said of.
  let places: WordList
  /// `考核`, `评比`: in which a place is held or won.
  let contests: WordList
  /// `二氧化硫`, `氨氮`: names by themselves, that share no words with others of a list.
  let emissions: WordList
  /// `国家级`, `省级`: that a thing is of.
  let levels: WordList
  /// `制造`, `型材`: begin like a word for a form (`三级制`) and are none.
  let notForms: WordList
  /// `矿井`, `泊位`: what is built in sizes.
  let plants: WordList
  /// `牧场`: where what is bred is kept.
  let farms: WordList
  /// `全省`, `苏北`: among what a place is held.
  let fields: WordList
  /// `新建`, `引进`: verbs whose things are counted.
  let makings: WordList
  /// `办复率`: of what was done over the years.
  let rates: WordList
  /// `市区`, `省级财政`: parts of a whole that lack its name.
  let parts: WordList
  /// `项目`, `任务`: things that lack their name.
  let vague: WordList
  /// `沿海`, `县城`: where something is measured.
  let areas: WordList
  /// `村均`, `亩均`: amounts for one of what was spoken of.
  let means: WordList
  /// `新增`, `新获批`: verbs of which there are more in all.
  let gains: WordList
  /// `在建`: how far the things counted are.
  let statuses: WordList
  /// `余额`, `总量`: what there is at a time.
  let stocks: WordList
  /// `余额`, `生产总值`: in the names of sums that are never those of several years.
  let standings: WordList
  /// `减税降费`, `总投资`: sums that add up over years.
  let flows: WordList
  /// `地区生产总值`: what is told for a year.
  let yearly: WordList

  /// `基金`, `债券`: sums that are things by themselves.
  let funds: WordList
  /// `落实`: verbs whose object is a rule in force.
  let obeying: WordList
  /// `出台`: verbs that make one.
  let enacting: WordList
  /// `措施`: what a rule is called.
  let rules: WordList
  /// `政策`, `办法`: what is counted in a paper.
  let papers: WordList
  /// `实施`: verbs that carry a paper out.
  let pursuing: WordList
  /// `营商环境`: what papers with a number in their title are on.
  let concerns: WordList
  /// `座`, `条`: classifiers of what small numbers in words count.
  let counters: WordList
  /// Those that a single thing has.
  let singles: WordList
  /// `素质`: qualities that are no degrees.
  let qualities: WordList

  static let standard = GrammarLists()

  private init() {
    var rows: [Substring: [Words]] = [:]
    for row in unsafe Table.rows(CTableGrammarLists) where row.count == 2 {
      rows[row[0]] = Table.words(row[1]).map { Words(keeping: $0) }
    }
    // A list that the table lacks, or one that nothing reads, is a slip of the pen.
    var unread = Set(rows.keys)
    func words(_ name: Substring) -> [Words] {
      guard let words = rows[name] else { preconditionFailure("grammar-lists.tsv lacks the list \(name)") }
      unread.remove(name)
      return words
    }
    func list(_ name: Substring) -> WordList { WordList(words(name)) }
    modifiers = list("modifier")
    innerWords = list("inner")
    endings = list("ending")
    headings = list("heading")
    courses = list("course")
    courseWords = WordTrie(courses.enumerated().map { (Substring($1.description), $0) })
    roles = list("role")
    people = list("people")
    sums = list("sum")
    measures = list("measure")
    deeds = list("deed")
    spending = list("spending")
    places = list("place")
    contests = list("contest")
    emissions = list("emission")
    levels = list("level")
    notForms = list("not-form")
    plants = list("plant")
    fields = list("field")
    makings = list("making")
    rates = list("rate")
    parts = list("part")
    areas = list("area")
    vague = list("vague")
    means = list("mean")
    gains = list("gain")
    statuses = list("status")
    farms = list("farm")
    yearly = list("yearly")
    stocks = WordList(words("yearly") + words("stock"))
    standings = list("standing")
    flows = list("flow")
    wholes = list("whole")
    crops = list("crop")
    yields = list("yield")
    seasons = list("season")
    yardsticks = list("per")
    intensities = list("intensity")
    funds = list("fund")
    obeying = list("obey")
    enacting = list("enact")
    rules = list("rule")
    papers = list("paper")
    pursuing = list("pursue")
    concerns = list("concern")
    counters = list("counter")
    singles = list("single")
    qualities = list("quality")
    precondition(unread.isEmpty, "grammar-lists.tsv has lists that nothing reads: \(unread.sorted())")
  }

  /// Whether words end with a verb of which a sum is the object (`安排1亿元项目经费`).
  func spends(_ words: Words) -> Bool { spending.end(words) }
}
