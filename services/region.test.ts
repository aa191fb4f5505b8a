import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { chooseRegion } from './account.ts'
import { editionOn, regionsOf, unitNamed } from './region.ts'
import { citizen, openTestSite, type TestSite } from './testing.ts'

let site: TestSite
beforeEach(async () => {
  site = await openTestSite()
})
afterEach(() => site.close())

const units = async (edition: string) => (await regionsOf(site.rt, edition, 'zh')).filter(unit => unit.kind !== 'zone')

describe('editions', () => {
  it('change on 6 November 2025', async () => {
    expect(await editionOn(site.rt, '2021-04-26')).toBe('chongqing-2016')
    expect(await editionOn(site.rt, '2025-11-05')).toBe('chongqing-2016')
    expect(await editionOn(site.rt, '2025-11-06')).toBe('chongqing-2025-11')
    expect(await editionOn(site.rt, '2030-01-01')).toBe('chongqing-2025-11')
  })

  it('hold 38 and 37 units; the 38 populations add up to the census of 2020', async () => {
    const old = await units('chongqing-2016')
    expect(old).toHaveLength(38)
    expect(await units('chongqing-2025-11')).toHaveLength(37)
    expect(old.reduce((sum, unit) => sum + (unit.population ?? 0), 0)).toBe(32_054_159)
  })

  it('place every unit on a tile of its own', async () => {
    for (const edition of ['chongqing-2016', 'chongqing-2025-11']) {
      const all = await units(edition)
      expect(new Set(all.map(unit => `${unit.tileCol}/${unit.tileRow}`)).size).toBe(all.length)
      expect(new Set(all.map(unit => unit.slug)).size).toBe(all.length)
    }
  })

  it('list Liangjiang as a zone in the older one and as a district in the newer one, never as both', async () => {
    const kinds = async (edition: string) =>
      (await regionsOf(site.rt, edition, 'zh')).filter(unit => unit.slug === 'liangjiang').map(unit => unit.kind)
    expect(await kinds('chongqing-2016')).toEqual(['zone'])
    expect(await kinds('chongqing-2025-11')).toEqual(['district'])
    const zones = (await regionsOf(site.rt, 'chongqing-2025-11', 'zh')).filter(unit => unit.kind === 'zone')
    expect(zones.map(zone => [zone.slug, zone.hosts])).toEqual([
      ['hightech', ['shapingba', 'jiulongpo']],
      ['wansheng', ['qijiang']],
    ])
  })

  it('are searchable by pinyin and initials', async () => {
    const find = async (slug: string) => (await units('chongqing-2025-11')).find(unit => unit.slug === slug)
    expect(await find('yuzhong')).toMatchObject({ pinyin: 'yuzhongqu yuzhong', initials: 'yzq' })
    expect((await find('fuling'))?.pinyin).toMatch(/^fulingqu/)
    expect((await find('changshou'))?.pinyin).toMatch(/^changshouqu/)
    expect((await find('liangjiang'))?.formerly.map(old => old.name)).toEqual(['江北区', '渝北区'])
  })
})

describe('choosing', () => {
  it('takes today’s slug, and an old one for what it is part of now', async () => {
    expect((await unitNamed(site.rt, 'chongqing-2025-11', 'yubei'))?.slug).toBe('liangjiang')
    expect((await unitNamed(site.rt, 'chongqing-2016', 'yubei'))?.slug).toBe('yubei')
    const { who } = await citizen(site.rt, '13800138000', null)
    expect(await chooseRegion(site.rt, who.account.id, { region: 'yubei' })).toMatchObject({
      ok: true,
      value: { region: { edition: 'chongqing-2025-11', slug: 'liangjiang' } },
    })
  })

  it('refuses zones, units of nowhere and names that are no organisation', async () => {
    const { who } = await citizen(site.rt, '13800138000', null)
    const choose = (region: string, organisation?: string) =>
      chooseRegion(site.rt, who.account.id, { region, organisation })
    for (const region of ['wansheng', 'beijing', '__proto__', ''])
      expect(await choose(region)).toMatchObject({ refusal: 'region-unknown' })
    for (const organisation of ['校', '<b>校</b>', 'x'.repeat(61), '。。'])
      expect(await choose('nanan', organisation)).toMatchObject({ refusal: 'organisation-name' })
  })

  it('makes one organisation of several spellings', async () => {
    const { who } = await citizen(site.rt, '13800138000', null)
    const named = async (organisation: string) => {
      const chosen = await chooseRegion(site.rt, who.account.id, { region: 'nanan', organisation })
      return chosen.ok && chosen.value.organisation
    }
    expect(await named(' 重庆 大学 ')).toBe('重庆 大学')
    expect(await named('重庆大学')).toBe('重庆 大学')
  })
})
