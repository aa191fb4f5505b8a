/** Answers that stand together, apart from their questions: 1.B 2.C 3.ABD · 1-5 BCADB · a table of numbers above letters. */

export interface Key {
  number: number
  answer: string
  explanation: string
}

/** Whether a line is the heading of such a key: 参考答案, or the head of a table of two columns. */
export const isKeyHeading = (line: string): boolean =>
  /^[【[]?(?:参考|标准|正确)?答案(?:及解析|与解析|和解析)?[】\]]?\s*[:：]?$/.test(line) ||
  /^(?:(?:题号|序号|编号)\s+(?:参考|标准|正确)?答案\s*)+$/.test(line)

/** 题号 1 2 3, with the answers in the line below. @returns the numbers; null for any other line */
export function numbersOf(line: string): number[] | null {
  const [, numbers] = /^(?:题号|题目|序号|编号)\s*[:：]?\s*((?:\d{1,5}\s+)+\d{1,5})\s*$/.exec(evenWidth(line)) ?? []
  return numbers ? numbers.trim().split(/\s+/).map(Number) : null
}

const truth = '√|×|✓|✗|✔|✘|对|错|正确|错误'
const answer = `[A-Z](?:[,、\\s]?[A-Z]){0,7}|[①-⑳](?:[,、\\s]?[①-⑳]){0,7}|${truth}`
const end = '(?=[\\s,;。.]|$)'
const range = /(\d{1,5})\s*(?:[-~—–]+|至|到)\s*(\d{1,5})\s*题?\s*[.:、)]?\s*((?:[A-Z①-⑳√×✓✗✔✘对错]+[\s,、]*)+)/g
const pair = new RegExp(`(\\d{1,5})\\s*[.、:)-]\\s*(${answer})${end}`, 'g')
const barePair = new RegExp(`(\\d{1,5})(?:\\s*[.、:)-]\\s*|\\s+)(${answer})${end}`, 'g')
const explained = new RegExp(
  `^(\\d{1,5})\\s*[.、:)]\\s*(${answer})\\s*[.。,;]?\\s*[【[(]?(?:答案)?(?:解析|解释)[】\\])]?\\s*:?\\s*(.+)$`,
)

/**
 * @param within below the heading of a key: then a single answer is one too, and an explanation may follow it
 * @param numbers of the line before, when they stood in a table
 * @returns null for a line that is no key
 */
export function keysIn(line: string, within: boolean, numbers: readonly number[] | null): Key[] | null {
  const bare = evenWidth(line)
    .replace(/^[【[]?(?:参考|标准|正确)?答案[】\]]?\s*:?\s*/, '')
    .replace(/(\d[.、:)])\s*[【[]?(?:参考|标准|正确)?答案[】\]]?\s*:?\s*/g, '$1')
  if (numbers) return inOrder(numbers, bare)
  const ranged = rangesIn(bare)
  if (ranged) return ranged
  const [, number, said = '', explanation = ''] = (within && explained.exec(bare)) || []
  if (number) return [{ number: Number(number), answer: said, explanation }]
  const form = within ? barePair : pair
  const pairs = [...bare.matchAll(form)]
  if (isMore(bare.replace(form, '')) || pairs.length < (within ? 1 : 2)) return null
  return pairs.map(([, at, one = '']) => ({ number: Number(at), answer: one, explanation: '' }))
}

const isMore = (rest: string): boolean => rest.replace(/[\s,;。.、]/g, '') !== ''

function rangesIn(line: string): Key[] | null {
  const found = [...line.matchAll(range)]
  if (found.length === 0 || isMore(line.replace(range, ''))) return null
  const keys = found.map(([, from, to, said = '']) => {
    const count = Number(to) - Number(from) + 1
    return count > 0 && count <= said.length
      ? inOrder(
          Array.from({ length: count }, (_, at) => Number(from) + at),
          said,
        )
      : null
  })
  return keys.every(one => one !== null) ? keys.flat() : null
}

/** An answer for each number: parted by blanks, or a sign each. */
function inOrder(numbers: readonly number[], said: string): Key[] | null {
  const parted = said.split(/[\s,、]+/).filter(Boolean)
  const answers = parted.length === numbers.length ? parted : [...parted.join('')]
  if (answers.length !== numbers.length || !answers.every(one => new RegExp(`^(?:${answer})$`).test(one))) return null
  return answers.map((one, at) => ({ number: numbers[at] as number, answer: one, explanation: '' }))
}

/** Letters and signs of usual width; ① stays what it is. */
const evenWidth = (line: string): string => line.replace(/[^①-⑳]+/g, part => part.normalize('NFKC'))
