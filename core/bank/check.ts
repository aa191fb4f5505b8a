/** What a machine can see of a bank as a whole: answers given away, questions asked twice, texts that disagree. */
import type { LocalText } from '../locale.ts'
import { optionsIn, type QuestionDraft } from '../question/question.ts'
import { letterAt } from './answer.ts'
import { figuresThatDiffer } from './figures.ts'
import { letterPairs, similarity } from './similar.ts'

/** Something to mend. `id`: the question or entry, or 'bank'. */
export interface Finding {
  id: string
  message: string
}

/** How alike two stems may be before one of them is superfluous (Dice of letter pairs). */
const tooAlike = 0.8
/** How surprising a count must be before it is called a bias: one in a thousand banks without one. */
const zLimit = 3.1

export function bankFindings(drafts: readonly QuestionDraft[]): Finding[] {
  return [
    ...drafts.flatMap(questionFindings),
    ...lengthFindings(drafts),
    ...positionFindings(drafts),
    ...doubleFindings(drafts),
  ]
}

/** What one question shows of itself. */
export function questionFindings(draft: QuestionDraft): Finding[] {
  const { face, explanation, externalId: id } = draft
  const texts = [face.scenario, face.stem, explanation, ...face.options].filter(text => text !== null)
  const figures = texts.flatMap(text =>
    figuresThatDiffer(text).map(figure => ({ id, message: `${figure} stands in one language only: “${short(text)}”` })),
  )
  const doubles = equalOptions(face.options).map(text => ({ id, message: `two options are equal: “${text}”` }))
  const undated = relativeDates(draft).map(word => ({ id, message: `“${word}” needs a date in the stem` }))
  return [...figures, ...doubles, ...undated]
}

/** @returns options that say the same but for blanks, punctuation and case */
export function equalOptions(options: readonly LocalText[]): string[] {
  const found = new Set<string>()
  for (const locale of ['zh', 'en'] as const) {
    const seen = new Set<string>()
    for (const option of options) {
      const bare = option[locale].toLowerCase().replaceAll(/[\s\p{P}]/gu, '')
      if (bare !== '' && seen.has(bare)) found.add(option[locale])
      seen.add(bare)
    }
  }
  return [...found]
}

const relative = /现行|目前|如今|新修订的|新商标法|旧商标法|最新|今年|去年|明年|即将|不久前|最近修/u
const relativeEnglish =
  /\b(currently|at present|nowadays|this year|last year|next year|the new (trademark )?law|recently)\b/i
const date = /(19|20)\d\d/

/** Words that mean another day each year, in a question that names none. */
export function relativeDates({ face: { scenario, stem } }: Pick<QuestionDraft, 'face'>): string[] {
  const zh = `${scenario?.zh ?? ''}${stem.zh}`
  const en = `${scenario?.en ?? ''} ${stem.en}`
  if (date.test(zh)) return []
  return [relative.exec(zh)?.[0], relativeEnglish.exec(en)?.[0]].filter(word => word !== undefined)
}

/** Questions with one key among several written options: where length and position could give it away. */
const chosenFrom = (drafts: readonly QuestionDraft[]) =>
  drafts.filter(({ kind }) => kind === 'single' || kind === 'case').map(draft => ({ draft, key: keyOf(draft) }))
const keyOf = ({ right }: QuestionDraft): number => optionsIn(right)[0] ?? 0

/** @returns how often the key is the only longest option, and how often chance would make it so */
export function longestKeys(drafts: readonly QuestionDraft[], locale: 'zh' | 'en') {
  const asked = chosenFrom(drafts)
  const longest = asked.filter(({ draft, key }) => {
    const lengths = draft.face.options.map(option => option[locale].length)
    return lengths.every((length, i) => i === key || length < (lengths[key] ?? 0))
  })
  const chances = asked.map(({ draft }) => 1 / draft.face.options.length)
  const expected = chances.reduce((sum, chance) => sum + chance, 0)
  const deviation = Math.sqrt(chances.reduce((sum, chance) => sum + chance * (1 - chance), 0))
  return { asked: asked.length, longest: longest.map(({ draft }) => draft.externalId), expected, deviation }
}

/** Whoever knows nothing picks the longest option: that must not pay. */
function lengthFindings(drafts: readonly QuestionDraft[]): Finding[] {
  return (['zh', 'en'] as const).flatMap(locale => {
    const { asked, longest, expected } = longestKeys(drafts, locale)
    if (longest.length <= Math.max(expected, 1)) return []
    const message = `the key is the longest option (${locale}) in ${longest.length} of ${asked} questions, by chance in ${Math.round(expected)}: ${longest.join(' ')}`
    return [{ id: 'bank', message }]
  })
}

/** Keys of single choices by position, and true against false, must look like chance. */
export function biasedKeys(drafts: readonly QuestionDraft[]) {
  const four = chosenFrom(drafts).filter(({ draft }) => draft.face.options.length === 4)
  const positions = [0, 1, 2, 3]
    .map(position => ({ letter: letterAt(position), count: four.filter(({ key }) => key === position).length }))
    .filter(({ count }) => isBiased(count, four.length, 1 / 4))
    .map(found => ({ ...found, of: four.length }))
  const statements = drafts.filter(({ kind }) => kind === 'truefalse')
  const count = statements.filter(({ right }) => right === 0b01).length
  return { positions, truths: isBiased(count, statements.length, 1 / 2) ? { count, of: statements.length } : null }
}

/** Whether the longest option is the key more often than one bank in a thousand would have it by chance. */
export function longestBias(drafts: readonly QuestionDraft[]) {
  const { asked, longest, expected, deviation } = longestKeys(drafts, 'zh')
  const count = longest.length
  return count > Math.max(expected + zLimit * deviation, 1)
    ? { count, of: asked, expected: Math.round(expected) }
    : null
}

function positionFindings(drafts: readonly QuestionDraft[]): Finding[] {
  const { positions, truths } = biasedKeys(drafts)
  const messages = positions.map(
    ({ letter, count, of }) => `the key stands at ${letter} in ${count} of ${of} questions`,
  )
  if (truths) messages.push(`${truths.count} of ${truths.of} statements are true`)
  return messages.map(message => ({ id: 'bank', message }))
}

const isBiased = (count: number, of: number, chance: number): boolean =>
  of > 0 && Math.abs(count - of * chance) > zLimit * Math.sqrt(of * chance * (1 - chance))

/**
 * Questions that ask the same. Twins of a law that switches may stand on both sides of the day, if the days do not
 * overlap and, where the answers differ, the stem names the day.
 */
function doubleFindings(drafts: readonly QuestionDraft[]): Finding[] {
  const asked = drafts.map(draft => ({ draft, pairs: letterPairs(askedText(draft)) }))
  const found: Finding[] = []
  asked.forEach((one, i) => {
    for (const other of asked.slice(i + 1)) {
      if (similarity(one.pairs, other.pairs) < tooAlike) continue
      const [a, b] = [one.draft, other.draft]
      if (overlap(a, b)) found.push({ id: b.externalId, message: `asks nearly the same as ${a.externalId}` })
      else if (keyText(a) !== keyText(b) && !date.test(a.face.stem.zh + b.face.stem.zh))
        found.push({ id: b.externalId, message: `has another answer than ${a.externalId}: the stem needs a date` })
    }
  })
  return found
}

const askedText = ({ face: { scenario, stem } }: QuestionDraft): string => `${scenario?.zh ?? ''}${stem.zh}`
const keyText = ({ face, right }: QuestionDraft): string =>
  optionsIn(right)
    .map(i => face.options[i]?.zh)
    .join('|')
const overlap = (a: QuestionDraft, b: QuestionDraft): boolean =>
  (a.validTo ?? '9999') >= (b.validFrom ?? '') && (b.validTo ?? '9999') >= (a.validFrom ?? '')

const short = ({ zh }: LocalText): string => (zh.length > 24 ? `${zh.slice(0, 24)}…` : zh)
