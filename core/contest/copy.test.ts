import { expect, it } from 'vitest'
import { copyOf } from './copy.ts'
import { usualRules } from './rules.ts'

const day = 86_400_000
const held = {
  slug: 'ip-week-2026',
  title: { zh: '二〇二六', en: '2026' },
  summary: { zh: '简介', en: '' },
  opensAt: 100 * day,
  closesAt: 107 * day,
  sets: ['a'],
  rules: {
    ...usualRules,
    calendar: {
      ...usualRules.calendar,
      stages: [{ id: 'one', name: { zh: '一', en: '' }, opensAt: 100 * day, closesAt: 103 * day }],
      announcedAt: 110 * day,
    },
  },
}

it('takes everything over and moves every date by the same span', () => {
  const copy = copyOf(held, { slug: 'ip-week-2027', title: { zh: '二〇二七', en: '' }, opensAt: 465 * day })
  expect(copy).toMatchObject({ slug: 'ip-week-2027', closesAt: 472 * day, sets: ['a'], summary: held.summary })
  expect(copy.rules.calendar.stages[0]).toMatchObject({ opensAt: 465 * day, closesAt: 468 * day })
  expect(copy.rules.calendar).toMatchObject({ announcedAt: 475 * day, claimsUntil: null, warmUp: null })
  expect(copy.rules.awards).toEqual(held.rules.awards)
})
