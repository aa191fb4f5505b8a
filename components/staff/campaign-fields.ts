/** What the fields of a campaign's form say, as the API wants it. */
import type { CampaignDraft } from '#core/activity/campaign'
import { said } from './use-form.ts'

/** One line of the calendar: '2027-04-20 | 启动仪式 | Opening'. */
export const lineOf = ({ day, title }: CampaignDraft['items'][number]): string =>
  [day ?? '', title.zh, title.en].join(' | ')

/** @returns the draft, or the number of the first calendar line that cannot be read */
export function readCampaign(fields: FormData): { draft: CampaignDraft } | { line: number } {
  const both = (name: string) => ({ zh: said(fields, name), en: said(fields, `${name}En`) })
  const lines = said(fields, 'items')
    .split('\n')
    .map((line, i) => ({ line: line.trim(), number: i + 1 }))
    .filter(({ line }) => line !== '')
  const items = lines.map(({ line }) => itemIn(line))
  const wrong = items.indexOf(null)
  if (wrong >= 0) return { line: lines[wrong]?.number ?? 1 }
  return {
    draft: {
      slug: said(fields, 'slug'),
      title: both('title'),
      theme: both('theme'),
      slogan: both('slogan'),
      lead: both('lead'),
      year: Number(said(fields, 'year')) || 0,
      fromDay: said(fields, 'fromDay') || null,
      toDay: said(fields, 'toDay') || null,
      items: items.filter(item => item !== null),
      contests: fields.getAll('contests').map(String),
    },
  }
}

function itemIn(line: string): CampaignDraft['items'][number] | null {
  const [day = '', zh = '', en = ''] = line.split(/[|｜]/).map(part => part.trim())
  if (zh === '' || !(day === '' || isDay(day))) return null
  return { day: day || null, title: { zh, en } }
}

/** 2027-02-30 is none. */
const isDay = (written: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(written) && new Date(`${written}T00:00:00Z`).toJSON()?.slice(0, 10) === written
