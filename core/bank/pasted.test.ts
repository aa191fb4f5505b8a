import { describe, expect, it } from 'vitest'
import { readPasted } from './pasted.ts'
import { readSheets } from './rows.ts'
import { sheetOfItems } from './table.ts'

/** Kind, stem, options, key and explanation of each; line and code of errors. */
function told(text: string) {
  const found = readSheets([sheetOfItems('a', readPasted(text))], { chapters: [], entries: new Map() })
  return {
    read: (found?.drafts ?? []).map(({ draft: { kind, face, right, explanation } }) => [
      ...[kind, face.stem.zh, ...(kind === 'truefalse' ? [] : face.options.map(one => one.zh)), right],
      ...(explanation.zh ? [explanation.zh] : []),
    ]),
    errors: (found?.problems ?? []).filter(one => one.severity === 'error').map(({ cell, code }) => `${cell} ${code}`),
  }
}
const term = ['single', '商标有效期几年？', '五年', '十年', 2] as const
const patent = ['single', '发明专利几年？', '十年', '二十年', 2] as const
const both = { read: [term, patent], errors: [] }
const patentAsked = '2. 发明专利几年？\nA. 十年\nB. 二十年\n答案：B'
const asked = '1. 商标有效期几年？\nA. 五年\nB. 十年\n2. 发明专利几年？\nA. 十年\nB. 二十年\n'

describe('Numbers in circles', () => {
  it.each([
    [
      'are options, a line each',
      '1. 商标有效期几年？\n①五年\n② 十年\n答案：②\n2. 发明专利几年？\n①十年\n②二十年\n答案：B',
    ],
    ['are options in one line', '1. 商标有效期几年？\n①五年②十年\n答案：②\n2. 发明专利几年？①十年 ②二十年\n答案：②'],
    [
      'are options whose answer stands in the question',
      '1. 商标有效期几年？（②）\n①五年\n②十年\n2. 发明专利几年？\n①十年\n②二十年\n答案：②',
    ],
    [
      'are numbers of questions',
      '①商标有效期几年？\nA. 五年\nB. 十年\n答案：B\n② 发明专利几年？\nA. 十年\nB. 二十年\n答案：B',
    ],
  ])('%s', (_, text) =>
    expect({
      ...told(text),
      read: told(text).read.map(one => one.map(part => (typeof part === 'string' ? part.replace('（　）', '') : part))),
    }).toEqual(both),
  )

  it('may be several answers', () =>
    expect(told('1. 哪些是？\n①甲\n②乙\n③丙\n答案：①③')).toEqual({
      read: [['multiple', '哪些是？', '甲', '乙', '丙', 5]],
      errors: [],
    }))

  it('are what options speak of, where options have letters, whatever numbers the questions have', () => {
    const inside = '哪些是？\n① 甲\n② 乙\n③ 丙\nA. ①② B. ①③\n答案：A'
    const read = [['single', '哪些是？\n① 甲\n② 乙\n③ 丙', '①②', '①③', 1], patent]
    const next = '发明专利几年？\nA. 十年\nB. 二十年\n答案：B'
    expect(told(`1. ${inside}\n2. ${next}`)).toEqual({ read, errors: [] })
    expect(told(`①${inside}\n②${next}`)).toEqual({ read, errors: [] })
  })

  it('of statements are no options of a true or false', () =>
    expect(told('1. 下列说法正确吗？\n①甲\n②乙\n答案：对')).toEqual({
      read: [['truefalse', '下列说法正确吗？\n①甲\n②乙', 1]],
      errors: [],
    }))

  it('name no option where the question itself counts with them', () =>
    expect(told('1. 哪些是？①甲②乙。\nA. 一\nB. 二\n答案：②')).toEqual({ read: [], errors: ['1 answer-unreadable'] }))
})

describe('A key below all questions', () => {
  it.each([
    ['ranges in one line', '参考答案\n1-2 BB'],
    ['several ranges', '答案：1-1：B；2—2：B'],
    ['parted answers of a range', '答案：1-2 B B'],
    ['a line each, with words', '参考答案及解析\n1.【答案】B\n2．答案：B'],
    ['a table of two lines', '题号 1 2\n答案 B B'],
    ['a table of two columns', '题号 答案\n1 B\n2 B'],
    ['sections', '参考答案\n一、单选题\n1. B\n2. B'],
  ])('as %s', (_, key) => expect(told(asked + key)).toEqual(both))

  it('explains each question, not the last one', () =>
    expect(told(`${asked}参考答案\n1. B 解析：自核准之日起。\n2. B\n【解析】自申请之日起。\n见专利法。`)).toEqual({
      read: [
        [...term, '自核准之日起。'],
        [...patent, '自申请之日起。\n见专利法。'],
      ],
      errors: [],
    }))

  it('in one line with the heading of its section', () =>
    expect(
      told(`一、单选题\n${asked}二、判断题\n1. 商标可以续展。\n答案\n一、单选题：1-2 BB\n二、判断题：1. √`),
    ).toEqual({
      read: [term, patent, ['truefalse', '商标可以续展。', 1]],
      errors: [],
    }))

  it('that leaves one out gives its answer to none of another section', () =>
    expect(told(`一、单选题\n${asked}二、判断题\n1. 甲。\n2. 乙。\n答案\n一、单选题：1.B\n二、判断题：1-2 √×`)).toEqual(
      {
        read: [term, ['truefalse', '甲。', 1], ['truefalse', '乙。', 2]],
        errors: ['5 answer-missing'],
      },
    ))

  it('of sections that count anew', () =>
    expect(
      told(
        '一、单选题\n1. 商标有效期几年？\nA. 五年\nB. 十年\n二、判断题\n1. 商标可以续展。\n2. 专利可以续展。\n参考答案\n一、单选题\n1.B\n二、判断题\n1-2 √×',
      ),
    ).toEqual({ read: [term, ['truefalse', '商标可以续展。', 1], ['truefalse', '专利可以续展。', 2]], errors: [] }))
})

describe('Lines that belong to no question before them', () => {
  it('stand below the heading of a section', () =>
    expect(
      told(
        '一、单选题\n1. 商标有效期几年？\nA. 五年\nB. 十年\n答案：B\n解析：十年。\n2. 多选题\n（每题 4 分，错选不得分）\n1. 哪些是？\nA. 甲\nB. 乙\nC. 丙\n答案：A、C',
      ),
    ).toEqual({
      read: [
        [...term, '十年。'],
        ['multiple', '哪些是？', '甲', '乙', '丙', 5],
      ],
      errors: [],
    }))

  it('count statements in brackets within a question', () =>
    expect(
      told(
        '1. 哪些是？\n（1）甲\n（2）乙\n（3）丙\nA. （1）（2）\nB. （1）（3）\n答案：A\n2. 发明专利几年？\nA. 十年\nB. 二十年\n答案：B',
      ),
    ).toEqual({
      read: [['single', '哪些是？\n（1）甲\n（2）乙\n（3）丙', '（1）（2）', '（1）（3）', 1], patent],
      errors: [],
    }))
})

describe('A question as people write it', () => {
  it.each([
    ['options in its own line', '1. 商标有效期几年？A. 五年 B. 十年\n答案：B'],
    ['options after its answer', '1. 商标有效期几年？（B） A、五年 B、十年'],
    ['letters without a stop', '1. 商标有效期几年？\nA 五年\nB　十年\n答案：B'],
    ['an answer without a colon', '1. 商标有效期几年？\nA. 五年\nB. 十年\n答案 B'],
    ['signs that nobody sees', '\u200b1. 商标有\u00ad效期几年？\n\u200bA. 五年\n\ufeffB. 十年\n答\u200b案：B'],
  ])('with %s', (_, text) => {
    const { read, errors } = told(text)
    expect([
      read.map(one => one.map(part => (typeof part === 'string' ? part.replace('（　）', '') : part))),
      errors,
    ]).toEqual([[term], []])
  })

  it('with its answer ahead of its number', () =>
    expect(
      told('（ B ）1. 商标有效期几年？\nA. 五年 B. 十年\n( √ ) 2. 商标可以续展。\n（×）3、专利可以续展。'),
    ).toEqual({
      read: [
        ['single', '商标有效期几年？（　）', '五年', '十年', 2],
        ['truefalse', '商标可以续展。', 1],
        ['truefalse', '专利可以续展。', 2],
      ],
      errors: [],
    }))

  it.each([
    [
      'whose number is missing, first',
      `商标有效期几年？\nA. 五年\nB. 十年\n答案：B\n${patentAsked}`,
      [patent],
      ['2 stem-missing'],
    ],
    [
      'whose number is missing, below another',
      `1. 商标有效期几年？\nA. 五年\nB. 十年\n答案：B\n解析：十年。\n专利几年？\nA. 十年\nB. 二十年\n答案：A\n${patentAsked}`,
      [patent],
      ['1 question-twice'],
    ],
    [
      'whose number is missing, and its key elsewhere',
      '1. 商标有效期几年？\nA. 五年\nB. 十年\n专利几年？\nA. 十年\nB. 二十年\n2. 发明专利几年？\nA. 十年\nB. 二十年\n答案：1.B 2.B',
      [patent],
      ['1 question-twice'],
    ],
  ])('%s, is refused there and not made part of another', (_, text, read, errors) =>
    expect(told(text)).toEqual({ read, errors }),
  )

  it('whose number is a picture of keys', () =>
    expect(told('1️⃣ 商标有效期几年？\nA. 五年\nB. 十年\n答案：B')).toEqual({ read: [term], errors: [] }))

  it('whose explanation goes through the options', () =>
    expect(told('1. 商标有效期几年？\nA. 五年\nB. 十年\n答案：B\n解析：\nA. 太短。\nB. 正好。')).toEqual({
      read: [[...term, 'A. 太短。\nB. 正好。']],
      errors: [],
    }))

  it('with more options than fit is refused: none is left out or joined to another', () =>
    expect(
      told(`1. 哪个？\n${[...'ABCDEFGHI'].map(letter => `${letter}. 第${letter}个`).join('\n')}\n答案：B`),
    ).toEqual({
      read: [],
      errors: ['1 options-many'],
    }))
})
