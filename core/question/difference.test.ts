import fc from 'fast-check'
import { expect, it } from 'vitest'
import { changesBetween, wordDifference } from './difference.ts'

it('Words that stayed, went and came are told apart', () => {
  expect(wordDifference('注册商标的有效期为五年。', '注册商标的有效期为十年。')).toEqual([
    { is: 'same', text: '注册商标的有效期为' },
    { is: 'gone', text: '五年' },
    { is: 'new', text: '十年' },
    { is: 'same', text: '。' },
  ])
})

it('What stayed and went is the text before; what stayed and came is the text after', () => {
  const text = fc.string({ unit: fc.constantFrom('商', '标', '权', ' ', '十', '年', 'a', '。'), maxLength: 40 })
  fc.assert(
    fc.property(text, text, (before, after) => {
      const parts = wordDifference(before, after)
      const joined = (left: 'gone' | 'new') =>
        parts
          .filter(({ is }) => is !== left)
          .map(part => part.text)
          .join('')
      expect([joined('new'), joined('gone')]).toEqual([before, after])
    }),
  )
})

it('A revision says which fields changed, options by their place', () => {
  const same = (words: string) => ({ zh: words, en: words })
  const before = {
    kind: 'single' as const,
    chapter: 5,
    entryId: null,
    level: 2,
    levelReason: null,
    seconds: 25,
    validFrom: null,
    validTo: null,
    face: { scenario: null, stem: same('多久？'), options: [same('五年'), same('十年')] },
    right: 0b10,
    explanation: same('十年。'),
    sources: [{ law: 'TL', article: '39', anchors: ['十年'] }],
  }
  expect(changesBetween(before, before)).toEqual([])
  const after = {
    ...before,
    level: 3,
    face: { ...before.face, options: [same('五年'), { zh: '10 年', en: '十年' }, same('二十年')] },
    right: 0b110,
  }
  expect(changesBetween(before, after).map(({ field, option, locale }) => [field, option, locale])).toEqual([
    ['option', 1, 'zh'],
    ['option', 2, 'zh'],
    ['option', 2, 'en'],
    ['right', undefined, undefined],
    ['level', undefined, undefined],
  ])
})
