/** What makes a campaign whole. */
import type { LocalText } from '../locale.ts'

export interface CampaignDraft {
  slug: string
  title: LocalText
  theme: LocalText
  slogan: LocalText
  lead: LocalText
  year: number
  /** 'YYYY-MM-DD'; both or neither. */
  fromDay: string | null
  toDay: string | null
  items: { day: string | null; title: LocalText }[]
  /** Slugs of the contests that belong to it. */
  contests: string[]
}

/** More days than this are no campaign but a mistake in the year. */
const longest = 400

/** @returns the first thing that is wrong, by field, or null */
export function wrongIn(draft: CampaignDraft): 'slug' | 'title' | 'slogan' | 'days' | 'items' | null {
  if (!/^[a-z0-9][a-z0-9-]{1,58}[a-z0-9]$/.test(draft.slug)) return 'slug'
  if (draft.title.zh === '') return 'title'
  if (draft.slogan.zh === '') return 'slogan'
  const { fromDay, toDay } = draft
  if ((fromDay === null) !== (toDay === null)) return 'days'
  if (fromDay !== null && toDay !== null) {
    const days = (Date.parse(toDay) - Date.parse(fromDay)) / 86_400_000
    if (!(days >= 0 && days < longest)) return 'days'
  }
  return draft.items.some(({ title }) => title.zh === '') ? 'items' : null
}
