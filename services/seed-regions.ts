/** Loads `regions/`: editions, their units and the zones, with pinyin made at write time. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse as parseCsv } from 'csv-parse/sync'
import { pinyin } from 'pinyin-pro'
import { parse as parseYaml } from 'yaml'
import { z } from 'zod'
import type { EditionRow, RegionRow } from '#db/region'

const editionFile = z.array(
  z.strictObject({
    id: z.string(),
    valid_from: z.iso.date(),
    valid_to: z.iso.date().optional(),
    zh: z.string(),
    en: z.string(),
    units: z.string(),
    zones: z.string().optional(),
    formerly: z
      .array(z.strictObject({ slug: z.string(), name: z.string(), now: z.string(), zh: z.string(), en: z.string() }))
      .default([]),
  }),
)
type EditionFile = z.infer<typeof editionFile>[number]

const whole = z.string().transform(value => (value === '' ? null : Number(value)))
const unitRow = z.object({
  code: z.string().transform(code => code || null),
  name_zh: z.string(),
  name_en: z.string(),
  short_en: z.string(),
  kind: z.enum(['district', 'county', 'autonomous_county']),
  area_group: z.string(),
  population: whole,
  population_note: z.string(),
  tile_col: whole,
  tile_row: whole,
})
const zoneRow = z.object({
  zone_id: z.string(),
  name_zh: z.string(),
  name_en: z.string(),
  short_en: z.string(),
  host_codes: z.string(),
  population_note: z.string(),
  valid_from: z.string(),
  valid_to: z.string(),
})

export async function readRegionFiles(folder: string): Promise<{ editions: EditionRow[]; units: RegionRow[] }> {
  const files = editionFile.parse(parseYaml(await readFile(join(folder, 'editions.yaml'), 'utf8')))
  const units = await Promise.all(files.map(file => regionsOfFile(folder, file)))
  return {
    editions: files.map(file => ({
      id: file.id,
      validFrom: file.valid_from,
      validTo: file.valid_to ?? null,
      nameZh: file.zh,
      nameEn: file.en,
    })),
    units: units.flat(),
  }
}

async function regionsOfFile(folder: string, edition: EditionFile): Promise<RegionRow[]> {
  const units = z.array(unitRow).parse(await rowsOf(join(folder, edition.units)))
  const rows = units.map((unit, position) => unitOf(edition, unit, position))
  if (!edition.zones) return rows
  const zones = z.array(zoneRow).parse(await rowsOf(join(folder, edition.zones)))
  const inForce = zones.filter(zone => holds(zone, edition))
  return [...rows, ...inForce.map((zone, i) => zoneOf(edition, zone, rows, rows.length + i))]
}

const rowsOf = async (file: string): Promise<unknown[]> => parseCsv(await readFile(file, 'utf8'), { columns: true })

/** A zone is listed in an edition on whose first day it exists, or that begins before it and ends after. */
function holds(zone: z.infer<typeof zoneRow>, edition: EditionFile): boolean {
  const last = edition.valid_to ?? '9999-12-31'
  return zone.valid_from.slice(0, 4) <= last.slice(0, 4) && (zone.valid_to === '' || zone.valid_to >= last)
}

/** Letters of the short English name, lower case: Nan'an → nanan. */
export const slugOf = (shortName: string): string => shortName.toLowerCase().replace(/[^a-z]/g, '')

function unitOf(edition: EditionFile, unit: z.infer<typeof unitRow>, position: number): RegionRow {
  const slug = slugOf(unit.short_en)
  return {
    edition: edition.id,
    slug,
    code: unit.code,
    kind: unit.kind,
    ...names(unit),
    areaGroup: unit.area_group,
    population: unit.population,
    populationNote: unit.population_note,
    tileCol: unit.tile_col,
    tileRow: unit.tile_row,
    position,
    hosts: [],
    formerly: edition.formerly
      .filter(old => old.now === slug)
      .map(old => ({ slug: old.slug, name: old.name, note: { zh: old.zh, en: old.en } })),
  }
}

function zoneOf(edition: EditionFile, zone: z.infer<typeof zoneRow>, units: RegionRow[], position: number): RegionRow {
  const codes = zone.host_codes.split(';')
  return {
    edition: edition.id,
    slug: slugOf(zone.zone_id),
    code: null,
    kind: 'zone',
    ...names(zone),
    areaGroup: null,
    population: null,
    populationNote: zone.population_note,
    tileCol: null,
    tileRow: null,
    position,
    hosts: units.filter(unit => unit.code !== null && codes.includes(unit.code)).map(unit => unit.slug),
    formerly: [],
  }
}

function names(row: { name_zh: string; name_en: string; short_en: string }) {
  const shortZh = row.name_zh.replace(/(土家族苗族|苗族土家族|土家族)?自治县$|(?<=..)[区县]$/, '')
  const letters = (pattern: 'pinyin' | 'first') =>
    pinyin(row.name_zh, { toneType: 'none', pattern, type: 'array', nonZh: 'removed' }).join('')
  return {
    nameZh: row.name_zh,
    nameEn: row.name_en,
    shortZh,
    shortEn: row.short_en,
    // 重 in 重庆 and 涪 are read right by the library; a short English name is the official spelling, so it is searched too.
    pinyin: `${letters('pinyin')} ${slugOf(row.short_en)}`,
    initials: letters('first'),
  }
}
