import { describe, expect, it } from 'vitest'
import { editProblems } from './edit.ts'
import type { QuestionDraft } from './question.ts'

const known = { chapters: new Set([5]), entries: new Map([['5.11', 5]]), laws: new Set(['TL']) }
const same = (words: string) => ({ zh: words, en: words })
const good: QuestionDraft = {
  externalId: '',
  kind: 'single',
  chapter: 5,
  entryId: '5.11',
  level: 2,
  levelReason: same('常识'),
  seconds: 25,
  validFrom: null,
  validTo: null,
  face: { scenario: null, stem: same('注册商标有效期多久？'), options: ['5', '10', '20'].map(n => same(`${n} 年`)) },
  right: 0b010,
  explanation: same('自核准注册之日起计算。'),
  sources: [{ law: 'TL', article: '39', anchors: [] }],
}
const faced = (face: Partial<QuestionDraft['face']>) => ({ face: { ...good.face, ...face } })
const found = (change: Partial<QuestionDraft>) =>
  editProblems({ ...good, ...change }, known).map(({ field, code, severity }) => `${severity} ${field} ${code}`)

describe('While a question is written', () => {
  it('a good one shows nothing', () => {
    expect(found({})).toEqual([])
  })

  it.each([
    [faced({ stem: same('') }), 'error stem-zh stem-missing'],
    [{ kind: 'case' as const }, 'error scenario-zh scenario-missing'],
    [faced({ options: [same('只有一个')] }), 'error option-1-zh options-few'],
    [faced({ options: [same('甲'), same(''), same('丙')] }), 'error option-1-zh option-gap'],
    [faced({ options: [same('十 年'), same('十年。'), same('二十年')] }), 'error option-1-zh options-equal'],
    [{ right: 0 }, 'error right-0 answer-missing'],
    [{ right: 0b11 }, 'error right-0 answer-several'],
    [{ kind: 'multiple' as const, right: 0b1 }, 'error right-0 answer-one'],
    [{ sources: [{ law: 'XX', article: '1', anchors: [] }] }, 'error source-0-law law-unknown'],
    [{ sources: [{ law: 'TL', article: '第三十九条', anchors: [] }] }, 'error source-0-article article-unreadable'],
    [{ sources: [{ law: '', article: '39', anchors: [] }] }, 'error source-0-law article-law-missing'],
    [{ validFrom: '2026-02-01', validTo: '2026-01-01' }, 'error validTo dates-reversed'],
    [faced({ stem: same('长'.repeat(1001)) }), 'error stem-zh text-long'],
    [faced({ options: [same('十年'), same('五年'), same('以上都对')] }), 'warning option-2-zh option-refers'],
    [
      faced({ options: [same('甲'), same('乙'), { zh: '丙', en: 'All of the above' }] }),
      'warning option-2-zh option-refers',
    ],
    [{ kind: 'multiple' as const, right: 0b111 }, 'warning right-0 answer-all'],
    [{ explanation: same('') }, 'warning explanation-zh explanation-missing'],
    [{ sources: [] }, 'warning source-0-law source-missing'],
    [{ levelReason: null }, 'warning reason-zh reason-missing'],
    [faced({ stem: { zh: '多久？', en: '' } }), 'warning stem-en english-missing'],
    [faced({ stem: same('现行商标法规定多久？') }), 'warning stem-zh date-needed'],
    [
      faced({ options: [same('五年'), same('十年，期满前十二个月内可以申请续展'), same('二十年')] }),
      'warning option-1-zh key-long',
    ],
    [{ explanation: { zh: '有效期为10年。', en: 'It lasts for 20 years.' } }, 'warning explanation-en figures-differ'],
    [{ chapter: 9, entryId: null }, 'warning chapter chapter-unknown'],
    [{ entryId: '9.99' }, 'warning entry entry-unknown'],
  ])('%o says so', (change, says) => {
    expect(found(change)).toContain(says)
  })

  it('errors come before warnings', () => {
    const severities = editProblems({ ...good, sources: [], right: 0 }, known).map(({ severity }) => severity)
    expect(severities).toEqual(['error', 'warning'])
  })
})
