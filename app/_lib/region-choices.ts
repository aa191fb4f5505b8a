/** Units as the picker shows them: grouped, each with the other names by which people may look for it. */
import type { Choice, ChoiceGroup } from '#core/region/match'
import type { WireRegion } from '#core/wire'
import type { Messages } from '#messages/zh'

/** @param regions of one edition; a zone is no place of residence, its hosts are found by its name instead */
export function regionChoices(regions: readonly WireRegion[], words: Messages['account']): ChoiceGroup[] {
  const zones = regions.filter(region => region.kind === 'zone')
  const units = regions.filter(region => region.kind !== 'zone')
  const present = new Set(units.map(unit => unit.group ?? 'other'))
  const groups = [
    ...Object.keys(words.groups).filter(group => present.has(group)),
    ...[...present].filter(group => !isGroup(group, words)),
  ]
  return groups.map(group => ({
    name: words.groups[isGroup(group, words) ? group : 'other'],
    choices: units.filter(unit => (unit.group ?? 'other') === group).map(unit => choiceOf(unit, zones)),
  }))
}

function choiceOf(unit: WireRegion, zones: readonly WireRegion[]): Choice {
  const hosted = zones.filter(zone => zone.hosts.includes(unit.slug))
  return {
    slug: unit.slug,
    name: unit.name,
    keys: [unit.name, unit.pinyin, unit.initials, unit.slug],
    also: [
      ...unit.formerly.map(old => ({ keys: [old.name, old.slug], note: old.note })),
      ...hosted.map(zone => ({ keys: [zone.name, zone.pinyin, zone.initials, zone.slug], note: zone.name })),
    ],
  }
}

const isGroup = (name: string, words: Messages['account']): name is keyof Messages['account']['groups'] =>
  name in words.groups
