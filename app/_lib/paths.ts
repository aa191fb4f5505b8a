/** Every address of the product, in one place. Snapshot-tested: an address that people keep must not change by accident. */
import type { Locale } from '#core/locale'
import type { PracticeAsk } from '#core/practice/session'

export type BoardBy = 'person' | 'region' | 'organisation'

export interface BoardQuery {
  by?: BoardBy
  region?: string | null
  /** 'stage-…', 'track-…', 'day-YYYY-MM-DD'; without it the whole contest. */
  scope?: string | null
  view?: string | null
  page?: number
}

/** Adds the given keys to an address; null and undefined are left out. */
function withQuery(path: string, query: Record<string, string | null | undefined>): string {
  const given = Object.entries(query).filter((pair): pair is [string, string] => typeof pair[1] === 'string')
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`
}

const part = encodeURIComponent

export const paths = {
  home: (locale: Locale) => `/${locale}`,
  contests: (locale: Locale) => `/${locale}/contests`,
  contest: (locale: Locale, slug: string) => `/${locale}/contests/${part(slug)}`,
  standings: (locale: Locale, slug: string, query: BoardQuery = {}) =>
    withQuery(`/${locale}/contests/${part(slug)}/standings`, {
      ...query,
      page: query.page !== undefined && query.page > 1 ? String(query.page) : null,
    }),
  /** Districts and counties as a table: UTF-8 CSV. */
  regionTable: (locale: Locale, slug: string, query: { scope?: string | null; view?: string | null } = {}) =>
    withQuery(`/api/v1/contests/${part(slug)}/standings/regions.csv`, { locale, ...query }),
  /** What the contest asks for before one starts. */
  enter: (locale: Locale, slug: string) => `/${locale}/contests/${part(slug)}/enter`,
  rules: (locale: Locale, slug: string) => `/${locale}/contests/${part(slug)}/rules`,
  rulesAsData: (slug: string) => `/api/v1/contests/${part(slug)}/rules`,
  winners: (locale: Locale, slug: string) => `/${locale}/contests/${part(slug)}/winners`,
  answers: (locale: Locale, slug: string, page: number) =>
    withQuery(`/${locale}/contests/${part(slug)}/answers`, { page: page > 1 ? String(page) : null }),
  winnersFile: (locale: Locale, slug: string, format: 'xlsx' | 'csv' | 'pdf') =>
    `/api/v1/contests/${part(slug)}/winners/file?format=${format}&locale=${locale}`,
  draw: (locale: Locale, slug: string, id: string) => `/${locale}/contests/${part(slug)}/draws/${part(id)}`,
  /** The published file itself, and the two programs that check it. */
  drawFile: (slug: string, id: string) => `/api/v1/contests/${part(slug)}/draws/${part(id)}/file`,
  verifier: (name: 'verify-draw.mjs' | 'verify_draw.py') => `/api/v1/verifiers/${name}`,
  boards: (locale: Locale) => `/${locale}/standings`,
  handbook: (locale: Locale) => `/${locale}/handbook`,
  chapter: (locale: Locale, slug: string) => `/${locale}/handbook/chapters/${part(slug)}`,
  /** @param address '5.09-opposition' (core/bank/entry.ts) */
  entry: (locale: Locale, address: string) => `/${locale}/handbook/${part(address)}`,
  search: (locale: Locale, q?: string) => withQuery(`/${locale}/handbook/search`, { q }),
  booklet: (locale: Locale) => `/api/v1/handbook/booklet?locale=${locale}`,
  glossary: (locale: Locale) => `/${locale}/handbook/glossary`,
  /** @param slug 'trade-secret' */
  term: (locale: Locale, slug: string) => `/${locale}/handbook/glossary#${part(slug)}`,
  /** @param ask what to practise; without it, the page that offers it */
  practice: (locale: Locale, ask?: PracticeAsk) =>
    withQuery(`/${locale}/practice`, {
      mode: ask?.mode,
      chapter: ask?.chapter === undefined ? undefined : String(ask.chapter),
      entry: ask?.entry,
    }),
  campaigns: (locale: Locale) => `/${locale}/campaigns`,
  /** @param query what the activities are filtered by */
  campaign: (locale: Locale, slug: string, query: Record<string, string | null | undefined> = {}) =>
    withQuery(`/${locale}/campaigns/${part(slug)}`, query),
  activity: (locale: Locale, campaign: string, number: number) => `/${locale}/campaigns/${part(campaign)}/${number}`,
  /** @param number of a certificate; without it, the page that asks for one */
  verify: (locale: Locale, number?: string) => `/${locale}/verify${number ? `/${part(number)}` : ''}`,
  certificateFile: (number: string, locale: Locale, format: 'png' | 'pdf') =>
    `/api/v1/me/certificates/${part(number)}?locale=${locale}&format=${format}`,
  staffCertificates: (locale: Locale, slug: string, page?: number) =>
    withQuery(`/${locale}/staff/contests/${part(slug)}/certificates`, { page: page ? String(page) : undefined }),
  report: (locale: Locale, slug: string) => `/${locale}/contests/${part(slug)}/report`,
  /** The report as a file, for staff. */
  reportFile: (locale: Locale, slug: string) => `/api/v1/staff/contests/${part(slug)}/report?locale=${locale}`,
  staffReport: (locale: Locale, slug: string) => `/${locale}/staff/contests/${part(slug)}/report`,
  contestScreen: (locale: Locale, slug: string) => `/${locale}/screen/contests/${part(slug)}`,
  campaignScreen: (locale: Locale, slug: string) => `/${locale}/screen/campaigns/${part(slug)}`,
  /** The QR code of a page, as a picture. */
  qr: (of: 'contests' | 'campaigns', slug: string, locale: Locale) => `/api/v1/${of}/${part(slug)}/qr?locale=${locale}`,
  picture: (id: string, size: 'large' | 'small') => `/api/v1/pictures/${part(id)}?size=${size}`,
  privacy: (locale: Locale) => `/${locale}/privacy`,

  signIn: (locale: Locale, next?: string) => withQuery(`/${locale}/sign-in`, { next }),
  me: (locale: Locale) => `/${locale}/me`,
  myRegion: (locale: Locale, next?: string) => withQuery(`/${locale}/me/region`, { next }),
  myName: (locale: Locale) => `/${locale}/me/name`,
  myData: (locale: Locale) => `/${locale}/me/my-data`,
  /** Everything that is kept about oneself, as a file. */
  myCopy: (locale: Locale) => `/api/v1/me/copy?locale=${locale}`,
  myPrizes: (locale: Locale) => `/${locale}/me/prizes`,
  myPrize: (locale: Locale, id: string) => `/${locale}/me/prizes/${part(id)}`,
  attempt: (locale: Locale, id: string) => `/${locale}/attempts/${part(id)}`,
  /** What attempts and results begin with, for islands that learn the id in the browser. */
  attempts: (locale: Locale) => `/${locale}/attempts`,
  result: (locale: Locale, id: string) => `/${locale}/attempts/${part(id)}/result`,
  outbox: (locale: Locale) => `/${locale}/outbox`,

  staff: (locale: Locale) => `/${locale}/staff`,
  staffSignIn: (locale: Locale, next?: string) => withQuery(`/${locale}/staff/sign-in`, { next }),
  staffSetUp: (locale: Locale, token: string) => withQuery(`/${locale}/staff/set-up`, { token }),
  /** @param query a filter of core/question/filter.ts */
  staffQuestions: (locale: Locale, query: Record<string, string> = {}) =>
    withQuery(`/${locale}/staff/questions`, query),
  staffQuestion: (locale: Locale, id: string) => `/${locale}/staff/questions/${part(id)}`,
  staffEditQuestion: (locale: Locale, id: string) => `/${locale}/staff/questions/${part(id)}/edit`,
  staffNewQuestion: (locale: Locale, set?: string) => withQuery(`/${locale}/staff/questions/new`, { set }),
  staffSets: (locale: Locale) => `/${locale}/staff/questions/sets`,
  staffEditSet: (locale: Locale, id: string) => `/${locale}/staff/questions/sets/${part(id)}/edit`,
  /** @param set public id of the set to be updated */
  staffImport: (locale: Locale, set?: string) => withQuery(`/${locale}/staff/questions/import`, { set }),
  staffPreview: (locale: Locale, id: string, query: { problems?: string; questions?: string; columns?: '1' } = {}) =>
    withQuery(`/${locale}/staff/questions/import/${part(id)}`, query),
  staffBatches: (locale: Locale, page?: string) => withQuery(`/${locale}/staff/questions/batches`, { page }),
  setExport: (locale: Locale, id: string, format: string) =>
    `/api/v1/question-sets/${part(id)}/export?format=${format}&locale=${locale}`,
  /** @param question '5.09-1': the page of the set where it stands */
  staffSet: (locale: Locale, id: string, question?: string) =>
    withQuery(`/${locale}/staff/questions/sets/${part(id)}`, { question }) + (question ? `#${part(question)}` : ''),
  staffContests: (locale: Locale) => `/${locale}/staff/contests`,
  staffNewContest: (locale: Locale) => `/${locale}/staff/contests/new`,
  staffContest: (locale: Locale, slug: string) => `/${locale}/staff/contests/${part(slug)}`,
  staffAmendRules: (locale: Locale, slug: string) => `/${locale}/staff/contests/${part(slug)}/amend`,
  /** @param sort a column of the table */
  staffStatistics: (locale: Locale, slug: string, sort?: string) =>
    withQuery(`/${locale}/staff/contests/${part(slug)}/statistics`, { sort }),
  staffRegrade: (locale: Locale, slug: string, question: string, revision: number) =>
    `/${locale}/staff/contests/${part(slug)}/regrade/${part(question)}/${revision}`,
  /** @param step of core/contest/wizard.ts */
  staffSetUpContest: (locale: Locale, slug: string, step: string) =>
    `/${locale}/staff/contests/${part(slug)}/set-up/${part(step)}`,
  /** A file, by the API. */
  poster: (locale: Locale, slug: string, format: 'png' | 'pdf') =>
    `/api/v1/staff/contests/${part(slug)}/poster?locale=${locale}&format=${format}`,
  staffWatch: (locale: Locale, slug: string) => `/${locale}/staff/contests/${part(slug)}/watch`,
  staffIntegrity: (locale: Locale, slug: string) => `/${locale}/staff/contests/${part(slug)}/integrity`,
  staffEditContest: (locale: Locale, slug: string) => `/${locale}/staff/contests/${part(slug)}/edit`,
  staffPrizes: (locale: Locale, slug: string) => `/${locale}/staff/contests/${part(slug)}/prizes`,
  staffDesk: (locale: Locale, slug: string) => `/${locale}/staff/contests/${part(slug)}/prizes/desk`,
  /** @param list the list of winners that is printed for signing */
  staffSheet: (locale: Locale, slug: string, list: string) =>
    withQuery(`/${locale}/staff/contests/${part(slug)}/prizes/sheet`, { list }),
  staffReports: (locale: Locale, which?: 'handled') => withQuery(`/${locale}/staff/reports`, { which }),
  staffLaws: (locale: Locale) => `/${locale}/staff/laws`,
  /** @param code 'CrL-2020' */
  staffLaw: (locale: Locale, code: string, article?: string) =>
    withQuery(`/${locale}/staff/laws/${part(code)}`, { article }),
  staffCampaigns: (locale: Locale) => `/${locale}/staff/campaigns`,
  staffNewCampaign: (locale: Locale) => `/${locale}/staff/campaigns/new`,
  staffCampaign: (locale: Locale, slug: string) => `/${locale}/staff/campaigns/${part(slug)}`,
  staffEditCampaign: (locale: Locale, slug: string) => `/${locale}/staff/campaigns/${part(slug)}/edit`,
  staffNewActivity: (locale: Locale, slug: string) => `/${locale}/staff/campaigns/${part(slug)}/activities/new`,
  staffActivity: (locale: Locale, slug: string, id: string) =>
    `/${locale}/staff/campaigns/${part(slug)}/activities/${part(id)}`,
  staffFactor: (locale: Locale, next?: string) => withQuery(`/${locale}/staff/second-factor`, { next }),
  staffPhones: (locale: Locale) => `/${locale}/staff/phones`,
  staffPeople: (locale: Locale) => `/${locale}/staff/people`,
  staffPerson: (locale: Locale, login: string) => `/${locale}/staff/people/${part(login)}`,
  staffAudit: (locale: Locale, query: { before?: string; action?: string } = {}) =>
    withQuery(`/${locale}/staff/audit`, query),
  staffApprovals: (locale: Locale, which?: 'settled') => withQuery(`/${locale}/staff/approvals`, { which }),
  staffExports: (locale: Locale, slug: string) => `/${locale}/staff/contests/${part(slug)}/exports`,
} as const

/** Only an address of our own may be returned to: '//host', '/\host' and other schemes are somebody else's. */
export function ownPath(next: unknown, otherwise: string): string {
  if (typeof next !== 'string' || !/^\/(zh|en)(\/[\w\-.~%/]*)?(\?[\w\-.~%=&+]*)?$/.test(next)) return otherwise
  return next.includes('//') ? otherwise : next
}
