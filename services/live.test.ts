/** Live numbers: one look for all who listen, changes only, bounded, and gone when nobody listens. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { finishAttempt, startAttempt } from './attempt.ts'
import { type LiveEvent, listening, listenTo, liveState, liveTimes, mostListeners } from './live.ts'
import { forgetMoments } from './memory.ts'
import { citizen, contestWith, openTestSite, type TestSite } from './testing.ts'

let site: TestSite
let clock = 0
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  clock = 0
  site = await openTestSite()
  await contestWith(site.rt)
})
afterEach(async () => {
  vi.useRealTimers()
  await site.close()
})

/** The next look, some seconds later, with nothing kept from the one before. */
async function tick(times = 1): Promise<void> {
  for (let i = 0; i < times; i++) {
    forgetMoments(site.rt)
    clock += liveTimes.tick
    site.at(clock)
    await vi.advanceTimersByTimeAsync(liveTimes.tick)
    // The look is asked of a real database.
    await new Promise(resolve => setTimeout(resolve, 60))
  }
}
async function finish(phone: string, region: string): Promise<void> {
  const { who } = await citizen(site.rt, phone, region)
  const started = await startAttempt(site.rt, who, 'test', 'zh')
  if (!started.ok) throw new Error(started.refusal)
  await finishAttempt(site.rt, who, started.value.attempt.id)
}
async function ear(locale: 'zh' | 'en' = 'zh') {
  const heard: LiveEvent[] = []
  const stop = await listenTo(site.rt, 'test', locale, event => heard.push(event))
  if (typeof stop !== 'function') throw new Error(String(stop))
  return { heard, stop }
}

it('tells the state at once, then changes, then only that it still lives', async () => {
  const { heard, stop } = await ear()
  expect(heard).toMatchObject([{ name: 'state', data: { participants: 0, regionsIn: 0, people: [] } }])
  await finish('13800138000', 'yuzhong')
  await tick()
  expect(heard.at(-1)).toMatchObject({
    name: 'state',
    data: { participants: 1, regionsIn: 1, people: [{ rank: 1, name: '匿名', region: 'yuzhong', score: 0 }] },
  })
  const before = heard.length
  await tick(2)
  expect(heard.length).toBe(before)
  await tick(4)
  expect(heard.at(-1)?.name).toBe('beat')
  stop()
  expect(listening(site.rt)).toBe(0)
  const silent = heard.length
  await finish('13800138001', 'nanan')
  await tick(2)
  expect(heard.length).toBe(silent)
})

it('says of people what the board says, and nothing more', async () => {
  await finish('13800138000', 'yuzhong')
  forgetMoments(site.rt)
  const state = await liveState(site.rt, 'test', 'en')
  const said = ['asOf', 'frozen', 'hidden', 'participants', 'people', 'phase', 'ranks', 'regions', 'regionsIn']
  expect(Object.keys(state ?? {}).sort()).toEqual(said)
  expect(Object.keys(state?.people[0] ?? {}).sort()).toEqual(['name', 'rank', 'region', 'score'])
  expect(JSON.stringify(state)).not.toContain('138')
})

it('lets no more in when all of them ask in one moment', async () => {
  const asked = Array.from({ length: 2 * mostListeners.perContest }, () => listenTo(site.rt, 'test', 'zh', () => {}))
  const answers = await Promise.all(asked)
  expect(answers.filter(answer => answer === 'busy')).toHaveLength(mostListeners.perContest)
  for (const stop of answers) if (typeof stop === 'function') stop()
  expect(listening(site.rt)).toBe(0)
})

it('has one ticker for a contest and language, and room for so many', async () => {
  const ears = []
  for (let i = 0; i < mostListeners.perContest; i++) ears.push(await ear())
  expect(vi.getTimerCount()).toBe(1)
  expect(await listenTo(site.rt, 'test', 'zh', () => {})).toBe('busy')
  ears.push(await ear('en'))
  expect(vi.getTimerCount()).toBe(2)
  expect(listening(site.rt)).toBe(mostListeners.perContest + 1)
  for (const { stop } of ears) stop()
  expect(vi.getTimerCount()).toBe(0)
  expect(await listenTo(site.rt, 'none', 'zh', () => {})).toBeNull()
})
