/**
 * What Moodle and QTI have no place of their own for, as tags that both keep: kind=case, level=3, entry=5.09,
 * source=TmL-2019#33{三个月}. Other tags are somebody else's and are left alone.
 */
import type { Item } from './table.ts'

const kept = [
  'id',
  'kind',
  'level',
  'reason',
  'reasonEn',
  'chapter',
  'entry',
  'seconds',
  'validFrom',
  'validTo',
  'basis',
] as const
const isKept = (name: string): name is (typeof kept)[number] => (kept as readonly string[]).includes(name)

/** The entry's title is for people; its number is enough here. */
export const tagsOf = ({ said }: Item): string[] =>
  kept.flatMap(name => {
    const value = name === 'entry' ? (said.entry ?? '').split(' ')[0] : said[name]
    return value
      ? [`${name}=${value.replace(/[%\n]/g, encodeURIComponent)}`.replaceAll('[', '%5B').replaceAll(']', '%5D')]
      : []
  })

export function fromTags(tags: Iterable<string>): Item['said'] {
  const said: Item['said'] = {}
  for (const tag of tags) {
    const [, name = '', value = ''] = /^(\w+)=(.*)$/s.exec(tag.trim()) ?? []
    if (isKept(name)) said[name] = value.replace(/%(?:25|0A|5B|5D)/gi, decodeURIComponent)
  }
  return said
}
