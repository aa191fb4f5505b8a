import { describe, expect, it } from 'vitest'
import { inLocale, ownPath, paths } from './paths.ts'

describe('Addresses', () => {
  it('stay what they are', () => {
    const every = {
      home: paths.home('zh'),
      contests: paths.contests('zh'),
      contest: paths.contest('en', 'ip-week-2021'),
      standings: paths.standings('zh', 'ip-week-2021'),
      regionTable: paths.regionTable('zh', 'chongqing-2026', { scope: 'day-2026-04-21', view: 'mean' }),
      standingsOfRegion: paths.standings('zh', 'ip-week-2021', { by: 'person', region: 'yuzhong' }),
      enter: paths.enter('zh', 'spring-2026'),
      rules: paths.rules('zh', 'spring-2026'),
      rulesAsData: paths.rulesAsData('spring-2026'),
      winners: paths.winners('zh', 'ip-week-2021'),
      draw: paths.draw('zh', 'ip-week-2021', 'd1'),
      drawFile: paths.drawFile('ip-week-2021', 'd1'),
      verifier: paths.verifier('verify-draw.mjs'),
      boards: paths.boards('zh'),
      handbook: paths.handbook('zh'),
      chapter: paths.chapter('zh', 'trademarks'),
      entry: paths.entry('zh', '5.09-opposition'),
      search: paths.search('zh', '商标 续展'),
      booklet: paths.booklet('zh'),
      glossary: paths.glossary('zh'),
      term: paths.term('zh', 'trade-secret'),
      practice: paths.practice('zh'),
      practiceOfChapter: paths.practice('en', { mode: 'chapter', chapter: 5 }),
      practiceOfEntry: paths.practice('zh', { mode: 'entry', entry: '5.09' }),
      campaigns: paths.campaigns('zh'),
      campaign: paths.campaign('en', 'chongqing-2021'),
      activity: paths.activity('zh', 'chongqing-2021', 7),
      report: paths.report('zh', 'chongqing-2021'),
      reportFile: paths.reportFile('zh', 'chongqing-2021'),
      staffReport: paths.staffReport('en', 'chongqing-2021'),
      contestScreen: paths.contestScreen('zh', 'chongqing-2021'),
      campaignScreen: paths.campaignScreen('en', 'chongqing-2021'),
      qr: paths.qr('contests', 'chongqing-2021', 'zh'),
      picture: paths.picture('p1', 'small'),
      privacy: paths.privacy('en'),
      signIn: paths.signIn('zh', '/zh/contests/a?b=1'),
      me: paths.me('zh'),
      myRegion: paths.myRegion('zh'),
      myName: paths.myName('zh'),
      myPrizes: paths.myPrizes('zh'),
      myPrize: paths.myPrize('zh', 'p1'),
      attempt: paths.attempt('zh', 'a1'),
      attempts: paths.attempts('zh'),
      result: paths.result('zh', 'a1'),
      outbox: paths.outbox('zh'),
      staff: paths.staff('zh'),
      staffSignIn: paths.staffSignIn('zh'),
      staffSetUp: paths.staffSetUp('zh', 't'),
      staffQuestions: paths.staffQuestions('zh'),
      staffQuestionsFound: paths.staffQuestions('zh', { q: '商标', state: 'draft' }),
      staffQuestion: paths.staffQuestion('zh', 'q1'),
      staffEditQuestion: paths.staffEditQuestion('zh', 'q1'),
      staffNewQuestion: paths.staffNewQuestion('zh', 's1'),
      staffSets: paths.staffSets('zh'),
      staffEditSet: paths.staffEditSet('zh', 's1'),
      staffImport: paths.staffImport('zh'),
      staffPreview: paths.staffPreview('zh', 'p1'),
      staffBatches: paths.staffBatches('zh', '2'),
      setExport: paths.setExport('zh', 's1', 'xlsx'),
      staffSet: paths.staffSet('zh', 's1'),
      staffSetAt: paths.staffSet('zh', 's1', '5.09-1'),
      staffCampaigns: paths.staffCampaigns('zh'),
      staffNewCampaign: paths.staffNewCampaign('zh'),
      staffCampaign: paths.staffCampaign('zh', 'chongqing-2021'),
      staffEditCampaign: paths.staffEditCampaign('zh', 'chongqing-2021'),
      staffNewActivity: paths.staffNewActivity('zh', 'chongqing-2021'),
      staffActivity: paths.staffActivity('zh', 'chongqing-2021', 'a1'),
      staffContests: paths.staffContests('zh'),
      staffNewContest: paths.staffNewContest('zh'),
      staffContest: paths.staffContest('zh', 'c1'),
      staffAmendRules: paths.staffAmendRules('zh', 'c1'),
      staffStatistics: paths.staffStatistics('zh', 'c1', 'facility'),
      staffRegrade: paths.staffRegrade('zh', 'c1', 'q1', 2),
      staffSetUpContest: paths.staffSetUpContest('zh', 'c1', 'what'),
      staffWatch: paths.staffWatch('zh', 'c1'),
      staffIntegrity: paths.staffIntegrity('zh', 'c1'),
      staffEditContest: paths.staffEditContest('zh', 'c1'),
      staffPrizes: paths.staffPrizes('zh', 'c1'),
      staffDesk: paths.staffDesk('zh', 'c1'),
      staffSheet: paths.staffSheet('zh', 'c1', 'l1'),
      staffReports: paths.staffReports('zh', 'handled'),
      staffLaws: paths.staffLaws('zh'),
      staffLaw: paths.staffLaw('en', 'CrL-2020', '24'),
      staffFactor: paths.staffFactor('zh', '/zh/staff'),
      staffPeople: paths.staffPeople('zh'),
      staffPerson: paths.staffPerson('zh', 'wang.fang'),
      staffAudit: paths.staffAudit('zh', { before: '9', action: 'export.made' }),
      staffApprovals: paths.staffApprovals('zh', 'settled'),
      staffExports: paths.staffExports('zh', 'spring-2026'),
    }
    expect(Object.keys(every)).toHaveLength(Object.keys(paths).length + 5)
    expect(every).toMatchSnapshot()
  })

  it('keep the page when the language changes', () => {
    expect(inLocale('/zh/handbook/5.09-opposition', 'en')).toBe('/en/handbook/5.09-opposition')
    expect(inLocale('/zh', 'en')).toBe('/en')
    expect(inLocale('/zhang', 'en')).toBe('/zhang')
  })

  it.each([
    '//evil.example',
    'https://evil.example',
    '/\\evil.example',
    '/zh//evil.example',
    'javascript:1',
    '/api/v1/me',
    undefined,
  ])('never lead away from the site: %s', next => expect(ownPath(next, '/zh')).toBe('/zh'))

  it('lead back to a page of ours', () =>
    expect(ownPath('/zh/contests/a/standings?by=region', '/zh')).toBe('/zh/contests/a/standings?by=region'))
})
