internal import CTables

/// Word lists of the clause grammar, read from `grammar-lists.tsv`.
struct GrammarLists: Sendable {
  /// `城镇`, `农村`: qualify what is measured, one in the place of the other.
  let modifiers: [Words]
  /// `失业|保险|人数`: between what a list tells apart and what is measured of it.
  let innerWords: [Words]
  /// Ends of names that can be measured, beside those of one character.
  let endings: WordEndings
  /// `主要目标`: what a list of targets is announced by.
  let headings: [Words]
  /// `发展势头良好`: how a thing goes, behind its name.
  let courses: [Words]
  /// The same, to be searched for.
  let courseWords: WordTrie
  /// `为主攻方向`: what something is taken for in the work.
  let roles: [Words]
  /// Words for people in the name of a group.
  let people: [Words]
  /// Ends of names of sums whose 元 goes without saying.
  let sums: [Words]
  /// `产量`, `产值`: what is measured of a thing, one beside the other.
  let measures: [Words]
  /// `贷款`, `脱贫`: verbs that name what is counted or paid as well.
  let deeds: [Words]
  /// `安排`, `拨付`: verbs of which a sum is the object, not the size of a thing.
  let spending: [Words]
  /// `饲养`: what a list's shared end is never cut within.
  let wholes: [Words]
  /// `粮食`: what is grown.
  let crops: [Words]
  /// `总产`: how much of it.
  let yields: [Words]
  /// `一季度`: parts of a year behind a name.
  let seasons: [Words]
  /// `单位GDP`: before a name, shared by a list.
  let yardsticks: [Words]
  /// `二氧化碳排放`: what is measured by them.
  let intensities: [Words]
  /// `综合排名`: words for a place that a place may be said of.
  let places: [Words]
  /// `考核`, `评比`: in which a place is held or won.
  let contests: [Words]
  /// `二氧化硫`, `氨氮`: names by themselves, that share no words with others of a list.
  let emissions: [Words]
  /// `国家级`, `省级`: that a thing is of.
  let levels: [Words]
  /// `制造`, `型材`: begin like a word for a form (`三级制`) and are none.
  let notForms: [Words]
  /// `矿井`, `泊位`: what is built in sizes.
  let plants: [Words]
  /// `牧场`: where what is bred is kept.
  let farms: [Words]
  /// `全省`, `苏北`: among what a place is held.
  let fields: [Words]
  /// `新建`, `引进`: verbs whose things are counted.
  let makings: [Words]
  /// `办复率`: of what was done over the years.
  let rates: WordEndings
  /// `市区`, `省级财政`: parts of a whole that lack its name.
  let parts: [Words]
  /// `沿海`, `县城`: where something is measured.
  let areas: [Words]
  /// `村均`, `亩均`: amounts for one of what was spoken of.
  let means: [Words]
  /// `新增`, `新获批`: verbs of which there are more in all.
  let gains: [Words]
  /// `在建`: how far the things counted are.
  let statuses: [Words]
  /// `余额`, `总量`: what there is at a time.
  let stocks: WordEndings
  /// `余额`, `生产总值`: in the names of sums that are never those of several years.
  let standings: [Words]
  /// `减税降费`, `总投资`: sums that add up over years.
  let flows: WordEndings
  /// `地区生产总值`: what is told for a year.
  let yearly: WordEndings

  static let standard = GrammarLists()

  private init() {
    var lists: [Substring: [Words]] = [:]
    for row in unsafe Table.rows(CTableGrammarLists) where row.count == 2 {
      lists[row[0]] = row[1].split(separator: " ").map { Words(keeping: $0) }
    }
    modifiers = lists["modifier"] ?? []
    innerWords = lists["inner"] ?? []
    endings = WordEndings(lists["ending"] ?? [])
    headings = lists["heading"] ?? []
    courses = lists["course"] ?? []
    courseWords = WordTrie(courses.enumerated().map { (Substring($1.description), $0) })
    roles = lists["role"] ?? []
    people = lists["people"] ?? []
    sums = lists["sum"] ?? []
    measures = lists["measure"] ?? []
    deeds = lists["deed"] ?? []
    spending = lists["spending"] ?? []
    places = lists["place"] ?? []
    contests = lists["contest"] ?? []
    emissions = lists["emission"] ?? []
    levels = lists["level"] ?? []
    notForms = lists["not-form"] ?? []
    plants = lists["plant"] ?? []
    fields = lists["field"] ?? []
    makings = lists["making"] ?? []
    rates = WordEndings(lists["rate"] ?? [])
    parts = lists["part"] ?? []
    areas = lists["area"] ?? []
    means = lists["mean"] ?? []
    gains = lists["gain"] ?? []
    statuses = lists["status"] ?? []
    farms = lists["farm"] ?? []
    yearly = WordEndings(lists["yearly"] ?? [])
    stocks = WordEndings((lists["yearly"] ?? []) + (lists["stock"] ?? []))
    standings = lists["standing"] ?? []
    flows = WordEndings(lists["flow"] ?? [])
    wholes = lists["whole"] ?? []
    crops = lists["crop"] ?? []
    yields = lists["yield"] ?? []
    seasons = lists["season"] ?? []
    yardsticks = lists["per"] ?? []
    intensities = lists["intensity"] ?? []
  }

  /// Whether words end with a verb of which a sum is the object (`安排1亿元项目经费`).
  func spends(_ words: Words) -> Bool { spending.contains { words.hasSuffix($0) } }
}
