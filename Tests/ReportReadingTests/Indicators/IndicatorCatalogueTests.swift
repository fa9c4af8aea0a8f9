import Testing

@testable import ReportReading

@Suite struct IndicatorCatalogueTests {
  let catalogue = IndicatorCatalogue.standard

  @Test(arguments: [
    ("国内生产总值", "gdp", "", ""),
    ("地区生产总值", "gdp", "", ""),
    ("全省生产总值", "gdp", "全省", ""),
    ("地区生产总值（GDP）增速", "gdp", "", ""),
    ("属地地区生产总值", "gdp", "属地", ""),
    ("在地地区生产总值", "gdp", "在地", "在地"),
    ("生产总值年均增长", "gdp", "年均", "年均"),
    ("人均地区生产总值", "gdp_per_capita", "", ""),
    ("第三产业增加值占地区生产总值比重", "tertiary_share", "", ""),
    ("服务业增加值占GDP的比重", "tertiary_share", "", ""),
    ("三次产业比例第一产业", "primary_share", "", ""),
    ("第三产业(地区生产总值其中)", "tertiary_value_added", "其中", ""),
    ("地方财政收入", "local_fiscal_revenue", "", ""),
    ("区级地方财政收入", "local_fiscal_revenue", "区级", ""),
    ("一般预算收入", "local_fiscal_revenue", "", ""),
    ("全市一般公共预算收入", "local_fiscal_revenue", "全市", ""),
    ("市级一般公共预算收入", "local_fiscal_revenue", "市级", "市级"),
    ("财政总收入", "fiscal_revenue", "", ""), ("来源于东莞的财政总收入", "fiscal_revenue", "来源于", ""),
    ("来源于东莞的财政收入", "fiscal_revenue", "来源于", ""), ("市财政一般预算收入", "local_fiscal_revenue", "", ""),
    ("带动全社会固定资产投资", "fixed_asset_investment", "全社会", ""),
    ("区级税收收入", "tax_revenue", "区级", "区级"),
    ("税收收入(区级地方财政收入其中)", "tax_revenue", "区级 其中", "区级"),
    ("工业性投资(全社会固定资产投资其中)", "industrial_investment", "全社会 其中", ""),
    ("固定资产投资额", "fixed_asset_investment", "", ""),
    ("固定资产投资（不含农户）", "fixed_asset_investment", "", ""),
    ("全社会固定资产投资", "fixed_asset_investment", "全社会", ""),
    ("规上工业增加值", "industrial_value_added_above_scale", "", ""),
    ("规模工业增加值增速", "industrial_value_added_above_scale", "", ""),
    ("属地规上产值", "industrial_output_value_above_scale", "属地", ""),
    ("工业总产值", "industrial_output_value", "", ""),
    ("出口创汇", "exports", "", ""),
    ("城镇常住居民人均可支配收入", "urban_income", "", ""),
    ("城镇登记失业率", "unemployment_rate", "", ""),
    ("居民消费价格指数(CPI)涨幅", "cpi", "", ""),
    ("人口自然增长率", "natural_population_growth", "", ""),
    ("万元地区生产总值能耗", "energy_intensity", "", ""),
    ("新增养老床位", "elderly_care_beds", "新增", "新增"),
    ("老旧小区改造开工", "old_community_renewal", "开工", "开工"),
    ("新增就业岗位", "new_jobs", "", ""),
    ("研究与试验发展（R&D）经费支出占GDP比重", "rnd_intensity", "", ""),
    ("PM2.5年平均浓度", "pm25", "", ""),
    ("进出口总额出口", "exports", "", ""), ("外贸进出口出口", "exports", "", ""),
    ("民生支出占一般公共预算支出", "livelihood_share", "", ""), ("城镇登记失业率始终", "unemployment_rate", "", ""),
    ("先进制造业增加值分别占规模以上工业增加值", "advanced_manufacturing_share", "", ""),
    ("社消零", "retail_sales", "", ""), ("公共预算收入", "local_fiscal_revenue", "", ""), ("R&D比重", "rnd_intensity", "", ""),
    ("居民年人均可支配收入", "resident_income", "", ""), ("国家高企", "high_tech_enterprises", "", ""),
    ("新认定国高企", "high_tech_enterprises", "新认定", "新认定"), ("口岸进出口总值", "imports_exports", "口岸", "口岸"),
    ("服务业增加值占全市生产总值的比重", "tertiary_share", "", ""), ("商品房销售额", "housing_sales_value", "", ""),
    ("全市生产总值一季度", "gdp", "全市 一季度", "一季度"), ("高新技术产业总产值占规上工业总产值比重", "high_tech_output_share", "", ""),
    ("老旧小区改造项目", "old_community_renewal", "", ""), ("贫困人口稳定脱贫", "poverty_reduction", "", ""),
  ])
  func namesAnIndicator(words: String, id: String, qualifier: String, scope: String) {
    #expect(catalogue.match(words) == .init(id: id, qualifier: qualifier, scope: scope))
  }

  @Test(arguments: [
    ("农民人均纯收入", "rural_income", 2014), ("农村居民人均纯收入", "rural_income", 2014),
    ("全县农民人均纯收入增幅", "rural_income", 2014), ("国民生产总值", "gdp", 1993), ("城镇居民人均生活费收入", "urban_income", 1997),
  ])
  func namesAFormerDefinition(words: String, id: String, year: Int) {
    let match = catalogue.match(words)
    #expect(match?.id == id)
    #expect(match?.scope == "")
    #expect(match?.isFormerDefinition == true)
    #expect(catalogue[id]?.definitionBreak.hasPrefix(String(year)) == true)
  }

  @Test(arguments: [
    "", "增速", "全市", "生产总值中", "海南自贸港生产总值", "民营企业生产总值贡献率", "来源于东莞的就业岗位",
    "工业总产值超亿元企业", "固定资产投资项目", "社会消费品零售总额占比", "单位生产总值能耗降低任务完成率",
    "新增养老床位补贴", "跨境电商园区", "种植业(农业总产值其中)", "财政收入占地区生产总值比重", "增速快于地区生产总值",
  ])
  func leavesOtherWordsAlone(words: String) {
    #expect(catalogue.match(words) == nil)
  }

  @Test(arguments: [
    ("出口", Measure.level, "辆", false), ("出口", .level, "美元", true), ("出口", .change, "%", true),
    ("城镇登记失业率", .level, "%", true), ("城镇登记失业率", .level, "元", false), ("财政总收入", .rank, "位", true),
    ("贫困发生率", .change, "个百分点", true), ("高新技术企业", .level, "家", true), ("高新技术企业", .level, "元", false),
  ])
  func refusesAContradictingUnit(words: String, measure: Measure, unit: String, matches: Bool) {
    #expect((catalogue.match(words, measure: measure, unit: unit) != nil) == matches)
  }

  @Test func everyNameLeadsToItsIndicator() {
    for indicator in catalogue.all {
      for name in indicator.names + [indicator.chineseName] {
        #expect(catalogue.match(name)?.id == indicator.id, "\(indicator.id): \(name)")
      }
    }
  }

  @Test func holdsTheIndicatorsThatReportsState() {
    #expect(catalogue.all.count >= 120)
    #expect(Set(catalogue.all.map(\.id)).count == catalogue.all.count)
  }

  @Test(arguments: [
    ("增长5%", "实际增长5%", "urban_income", "实际"), ("", "同口径增长8.6%", "gdp", nil),
    ("", "可比增长1%", "local_fiscal_revenue", "同口径"),
    ("", "名义增速12%", "gdp", "名义"), ("", "名义增长12%", "urban_income", nil),
    ("", "下降1.8%（剔除减税因素，同口径增长8.1%）", "local_fiscal_revenue", nil),
    ("扣除留抵退税因素后，预算收入9亿元，", "增长3.3%", "local_fiscal_revenue", "同口径"),
    ("扣除留抵退税因素后增长3%；", "增长3.3%", "tax_revenue", nil), ("税收扣除退税因素后增长3%，支出", "增长9%", "fiscal_expenditure", nil),
  ])
  func wordsOfGrowth(before: String, clause: String, id: String, scope: String?) throws {
    let text = Array((before + clause).utf8)
    let indicator = try #require(catalogue[id])
    #expect(GrowthWords.standard.scope(of: before.utf8.count..<text.count, in: text, of: indicator) == scope)
  }
}
