/**
 * Moodle's GIFT, as docs.moodle.org/en/GIFT_format gives it: questions parted by blank lines, answers in braces.
 * A comment right above a question carries [id:…] and [tag:…], as Moodle itself writes and reads them.
 */
import { escapeXml, htmlOf, htmlTokens, type RichText, richText, scenarioHtml } from './markup.ts'
import type { ProblemData } from './problem.ts'
import { fault, foreignItem, noText, richItem, writtenOptions } from './rich-item.ts'
import { sheetLimits } from './sheet.ts'
import { type Item, kindNames } from './table.ts'
import { fromTags, tagsOf } from './tags.ts'

/** A question's lines, with what the comment above it says. */
interface Block {
  line: number
  text: string
  said: Item['said']
}

/** One question more than a file may have is enough to see that there are too many. */
export const readGift = (text: string): Item[] => blocksIn(text).map(itemIn)

/** Of a longer question only the text is taken, and that is too long for any: ten times what the longest may have. */
const longest = 64 * 1024

/** Whether a text is GIFT rather than a table or a page of prose. */
export const looksLikeGift = (text: string): boolean =>
  /^[ \t]*(?:::|\$CATEGORY:)/m.test(text.slice(0, 20_000)) ||
  /(?:^|[^\\])\{\s*(?:[=~]|T\s*[}#]|F\s*[}#]|TRUE|FALSE)/.test(text)

function blocksIn(text: string): Block[] {
  const blocks: Block[] = []
  let current: Block | null = null
  let said: Item['said'] = {}
  for (const [at, line] of text.split('\n').entries()) {
    if (blocks.length > sheetLimits.rows) break
    const bare = line.trim()
    if (bare === '') current = null
    else if (bare.startsWith('//')) said = { ...said, ...commentSaid(bare) }
    else if (bare.startsWith('$CATEGORY:')) current = null
    else if (current) current.text += `\n${line.trimEnd()}`
    else {
      current = { line: at + 1, text: line.trimStart(), said }
      blocks.push(current)
      said = {}
    }
  }
  return blocks
}

function commentSaid(comment: string): Item['said'] {
  const id = /\[id:([^\]]+)\]/.exec(comment)?.[1]
  const tags = [...comment.matchAll(/\[tag:([^\]]+)\]/g)].map(([, tag = '']) => tag)
  return { ...(id && { id }), ...fromTags(tags) }
}

function itemIn({ line, text, said }: Block): Item {
  if (text.length > longest) return foreignItem(line, said, { zh: text, en: '' }, 'description')
  const title = /^::(?:[^:\\]|\\.|:(?!:))*::/s.exec(text)?.[0] ?? ''
  const titled = text.slice(title.length)
  const [, format = '', body = ''] = /^\s*(?:\[(html|moodle|plain|markdown)\])?(.*)$/s.exec(titled) ?? []
  const from = unescapedAt(body, '{')
  const to = from < 0 ? -1 : unescapedAt(body, '}', from)
  const rich = reader(format)
  if (from < 0 || to < 0) {
    const item = foreignItem(line, said, rich(body).text, 'description')
    return from < 0 ? item : { ...item, faults: [fault('question-broken', { sign: '}' })] }
  }
  const after = body.slice(to + 1).trim()
  const question = rich(body.slice(0, from).trim() + (after === '' ? '' : ` _____ ${after}`))
  return answered({ line, said, question, rich }, body.slice(from + 1, to).trim())
}

interface Asked {
  line: number
  said: Item['said']
  question: RichText
  rich: (text: string) => RichText
}

function answered({ line, said, question, rich }: Asked, written: string): Item {
  const [answers, general] = parted(written, '####')
  const common = { number: line, said, question, explanation: general === null ? null : rich(general.trim()) }
  const foreign = (kind: string) => foreignItem(line, said, question.text, kind)
  const [, truth] = /^\s*(T|F|TRUE|FALSE)\s*(?:#|$)/i.exec(answers) ?? []
  if (truth) {
    const isTrue = /^t/i.test(truth)
    const options = [true, false].map(value => ({ rich: plainText(value ? '正确' : '错误'), right: value === isTrue }))
    const explanation = common.explanation ?? truthFeedback(answers, rich)
    return richItem({ ...common, explanation, said: { ...said, kind: kindNames.truefalse }, options, several: false })
  }
  if (answers.trim() === '') return foreign('essay')
  if (answers.startsWith('#')) return foreign('numerical')
  const choices = choicesIn(answers)
  if (choices.some(choice => unescapedAt(choice.text, '->') >= 0)) return foreign('matching')
  if (choices.every(choice => choice.isKey)) return foreign('shortanswer')
  return choiceItem(common, choices, rich)
}

/** {F#shown to who was wrong#shown to who was right}: the second explains best. */
function truthFeedback(answers: string, rich: Asked['rich']): RichText | null {
  const [wrong, right] = parted(parted(answers, '#')[1] ?? '', '#')
  const said = (right ?? '').trim() || wrong.trim()
  return said === '' ? null : rich(said)
}

interface Choice {
  isKey: boolean
  /** Per cent, when given. */
  weight: number | null
  text: string
  feedback: string
}

function choiceItem(
  common: Omit<Parameters<typeof richItem>[0], 'options' | 'several'>,
  choices: Choice[],
  rich: Asked['rich'],
): Item {
  const several = !choices.some(choice => choice.isKey)
  const isRight = ({ isKey, weight }: Choice) => (several ? (weight ?? 0) > 0 : isKey)
  const told = choices.find(choice => isRight(choice) && choice.feedback !== '')?.feedback
  const item = richItem({
    ...common,
    several,
    options: choices.map(choice => ({ rich: rich(choice.text), right: isRight(choice) })),
    explanation: common.explanation ?? (told ? rich(told) : null),
  })
  const partial = !several && choices.some(choice => !choice.isKey && (choice.weight ?? 0) > 0)
  return partial ? { ...item, faults: [...item.faults, fault('partial-credit', partialData(choices))] } : item
}

const partialData = (choices: Choice[]): ProblemData => ({
  text: choices.find(choice => !choice.isKey && (choice.weight ?? 0) > 0)?.text.slice(0, 40) ?? '',
})

function choicesIn(answers: string): Choice[] {
  return answers
    .split(/(?<!\\)(?=[=~])/)
    .map(part => part.trim())
    .filter(part => part.startsWith('=') || part.startsWith('~'))
    .map(part => {
      const [, weight, rest = ''] = /^.\s*(?:%(-?[\d.]+)%)?(.*)$/s.exec(part) ?? []
      const [text, feedback] = parted(rest, '#')
      return {
        isKey: part.startsWith('='),
        weight: weight === undefined ? null : Number(weight),
        text: text.trim(),
        feedback: feedback?.trim() ?? '',
      }
    })
}

/** What stands before the first unescaped sign, and what after it. */
function parted(text: string, sign: string): [string, string | null] {
  const at = unescapedAt(text, sign)
  return at < 0 ? [text, null] : [text.slice(0, at), text.slice(at + sign.length)]
}

function unescapedAt(text: string, sign: string, from = 0): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text.startsWith(sign, at)) return at
  }
  return -1
}

const unescaped = (text: string): string => text.replace(/\\([~=#{}:\\n])/g, (_, sign) => (sign === 'n' ? '\n' : sign))

const plainText = (text: string): RichText => ({ scenario: noText, text: { zh: text, en: '' }, media: [], lost: [] })

/** Without a mark, Moodle takes HTML where it finds it. */
const reader =
  (format: string) =>
  (text: string): RichText => {
    const said = unescaped(text)
    const isHtml = format === 'html' || (format !== 'plain' && (/<[a-z][^<>]*>/i.test(said) || /\{mlang/i.test(said)))
    return isHtml ? richText(htmlTokens(said)) : plainText(said)
  }

/** @returns the whole file; each question with its id and tags in the comment above it */
export const giftOf = (items: readonly Item[]): string => `${items.map(questionOf).join('\n\n')}\n`

const escaped = (html: string): string => html.replace(/[~=#{}:\\]/g, sign => `\\${sign}`)

function questionOf(item: Item): string {
  const { id = '', kind } = item.said
  const { id: _, ...said } = item.said
  const tags = tagsOf({ ...item, said }).map(tag => ` [tag:${tag}]`)
  const named = tagsOf({ ...item, said: { id } })[0]?.slice(3) ?? ''
  const explanation = htmlOf(item.explanation)
  const general = explanation === '' ? '' : `\n####${escaped(explanation)}`
  const asked = `${scenarioHtml(item.scenario)}<div class="stem">${htmlOf(item.stem)}</div>`
  const answers = kind === kindNames.truefalse ? (item.said.answer === '对' ? 'TRUE' : 'FALSE') : `\n${choicesOf(item)}`
  return `// [id:${named}]${tags.join('')}\n::${escaped(escapeXml(id))}::[html]${escaped(asked)}{${answers}${general}\n}`
}

function choicesOf(item: Item): string {
  const options = writtenOptions(item)
  const rights = options.filter(option => option.right).length
  const sign = (right: boolean) => {
    if (item.said.kind !== kindNames.multiple) return right ? '=' : '~'
    return right ? `~%${(100 / rights).toFixed(5)}%` : `~%-${(100 / Math.max(1, options.length - rights)).toFixed(5)}%`
  }
  return options.map(({ text, right }) => `\t${sign(right)}${escaped(htmlOf(text))}`).join('\n')
}
