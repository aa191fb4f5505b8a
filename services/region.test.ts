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

/** Units with a common border, as a map shows them; those that no grid of equal tiles could all keep are left out. */
const everywhere =
  '合川-潼南 合川-铜梁 合川-北碚 潼南-铜梁 潼南-大足 铜梁-大足 铜梁-璧山 大足-荣昌 大足-永川 永川-荣昌 永川-璧山 永川-江津 北碚-沙坪坝 北碚-璧山 璧山-沙坪坝 沙坪坝-九龙坡 九龙坡-江津 九龙坡-大渡口 九龙坡-渝中 大渡口-江津 大渡口-巴南 渝中-南岸 南岸-巴南 巴南-綦江 巴南-南川 巴南-涪陵 綦江-南川 南川-武隆 南川-涪陵 长寿-垫江 长寿-涪陵 涪陵-垫江 涪陵-丰都 涪陵-武隆 垫江-梁平 垫江-忠县 垫江-丰都 梁平-万州 梁平-忠县 忠县-万州 忠县-石柱 忠县-丰都 万州-开州 万州-云阳 万州-石柱 开州-城口 开州-云阳 开州-巫溪 城口-巫溪 云阳-奉节 云阳-巫溪 奉节-巫溪 奉节-巫山 巫溪-巫山 丰都-石柱 丰都-武隆 丰都-彭水 石柱-彭水 石柱-黔江 武隆-彭水 彭水-黔江 彭水-酉阳 黔江-酉阳 酉阳-秀山'
const neighbours = {
  'chongqing-2016': `${everywhere} 渝北-北碚 渝北-江北 渝北-长寿 江北-渝中 江北-南岸 江北-沙坪坝`,
  'chongqing-2025-11': `${everywhere} 两江新-北碚 两江新-长寿 两江新-渝中 两江新-南岸 两江新-沙坪坝 渝中-沙坪坝`,
}

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

  it('put neighbours side by side, or corner to corner', async () => {
    for (const [edition, pairs] of Object.entries(neighbours)) {
      const places = new Map((await units(edition)).map(unit => [unit.short, unit]))
      const apart = pairs.split(' ').filter(pair => {
        const [a, b] = pair.split('-').map(name => places.get(name))
        if (!a || !b) throw new Error(`${pair} is not of ${edition}`)
        const steps = [(a.tileCol ?? 0) - (b.tileCol ?? 0), (a.tileRow ?? 0) - (b.tileRow ?? 0)]
        return Math.max(...steps.map(Math.abs)) > 1
      })
      expect(apart, edition).toEqual([])
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
