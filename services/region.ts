/** Districts and counties, in the edition of a day. */
import { type Locale, said } from '#core/locale'
import type { WireRegion } from '#core/wire'
import { allEditions, type EditionRow, type RegionRow, regionsOfEdition } from '#db/region'
import { forAMoment } from './memory.ts'
import type { Runtime } from './runtime.ts'

/** Regions change with a release, not while the process runs; a minute is for those who seed anew. */
const aMinute = 60_000

/** @param day 'YYYY-MM-DD' in Shanghai @returns the edition in force; before the first one, the first */
export async function editionOn(rt: Runtime, day: string): Promise<string> {
  const editions = await forAMoment(rt, 'editions', aMinute, () => allEditions(rt.storage.read))
  const inForce = editions.findLast(edition => edition.validFrom <= day) ?? editions[0]
  return (inForce as EditionRow).id
}

export const unitsOf = (rt: Runtime, edition: string): Promise<RegionRow[]> =>
  forAMoment(rt, `regions ${edition}`, aMinute, () => regionsOfEdition(rt.storage.read, edition))

export async function regionsOf(rt: Runtime, edition: string, locale: Locale): Promise<WireRegion[]> {
  return (await unitsOf(rt, edition)).map(row => ({
    slug: row.slug,
    name: locale === 'zh' ? row.nameZh : row.nameEn,
    short: locale === 'zh' ? row.shortZh : row.shortEn,
    kind: row.kind,
    group: row.areaGroup,
    population: row.population,
    populationNote: row.populationNote,
    tileCol: row.tileCol,
    tileRow: row.tileRow,
    pinyin: row.pinyin,
    initials: row.initials,
    hosts: row.hosts,
    formerly: row.formerly.map(old => ({ slug: old.slug, name: old.name, note: said(old.note, locale) })),
  }))
}

/** The unit of that slug in an edition; a slug of an earlier edition resolves to the unit it is part of now. */
export async function unitNamed(rt: Runtime, edition: string, slug: string): Promise<RegionRow | null> {
  const units = (await unitsOf(rt, edition)).filter(unit => unit.kind !== 'zone')
  return (
    units.find(unit => unit.slug === slug) ?? units.find(unit => unit.formerly.some(old => old.slug === slug)) ?? null
  )
}

export async function regionName(rt: Runtime, edition: string, slug: string, locale: Locale): Promise<string | null> {
  const unit = (await unitsOf(rt, edition)).find(row => row.slug === slug)
  return unit ? (locale === 'zh' ? unit.nameZh : unit.nameEn) : null
}
