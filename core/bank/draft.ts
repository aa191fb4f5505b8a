/** One row → one draft. Every problem is noted; the draft comes back whenever its shape is known. */
import { type LocalText, said } from '../locale.ts'
import { maximumOptions, type QuestionDraft, type QuestionKind, truefalseOptions } from '../question/question.ts'
import { letterAt, lettersOf, readAnswer, truthOf } from './answer.ts'
import type { RowReader } from './cells.ts'
import type { Known } from './rows.ts'
import { sourcesFrom } from './source-cell.ts'
import { dayFrom, kindOf, levelOf, normalText, rangeFrom, secondsOf } from './value.ts'

/** Seconds to read and answer, where the sheet says nothing: as in the bank that comes with the product. */
const usualSeconds: Record<QuestionKind, number> = { truefalse: 20, single: 25, multiple: 40, case: 45 }
const usualLevel = 3
/** Longest texts that still make a question on a phone, in characters. */
export const longest = { scenario: 1000, stem: 1000, option: 300, explanation: 3000 }

export function draftFrom(cells: RowReader, known: Known): QuestionDraft | null {
  const kind = readKind(cells)
  const stem = cells.stem()
  if (stem.zh === '') cells.complain('stem-missing', 'stem')
  if (cells.shown() !== '') cells.complain('answer-shown', 'stem', { text: cells.shown() })
  if (!kind) return null
  const options = kind === 'truefalse' ? truefalseOptions : readOptions(cells)
  const right = readRight(cells, kind, options)
  const scenario = cells.text('scenario')
  if (kind === 'case' && scenario.zh === '') cells.complain('scenario-missing', 'scenario')
  const sources = sourcesFrom(cells.said('basis'))
  const explanation = readExplanation(cells, sources === null)
  if (cells.has('basis') && cells.said('basis') === '' && !namesBasis.test(explanation.zh))
    cells.complain('source-missing', 'basis')
  checkLengths(cells, options)
  return {
    externalId: '',
    kind,
    ...readHandbook(cells, known),
    level: readNumber(cells, 'level', levelOf, 'level-unknown', usualLevel),
    seconds: readNumber(cells, 'seconds', secondsOf, 'seconds-unknown', usualSeconds[kind]),
    ...readReason(cells),
    ...readValidity(cells),
    face: { scenario: scenario.zh === '' ? null : scenario, stem, options },
    right,
    explanation,
    sources: sources ?? [],
  }
}

function readKind(cells: RowReader): QuestionKind | null {
  const written = cells.said('kind')
  const kind = written === '' ? likelyKind(cells) : kindOf(written)
  if (!kind) cells.complain('kind-unknown', 'kind', { kind: written })
  return kind === 'single' && cells.said('scenario') !== '' ? 'case' : kind
}

/**
 * Without a 题型 column: a word of truth with no options, or with two that are such words themselves, is true or false;
 * several letters are multiple.
 */
function likelyKind(cells: RowReader): QuestionKind {
  const answer = cells.answer()
  const options = cells.options()
  const bits = lettersOf(answer)
  const isTruth = truthOf(answer) !== null || answer === ''
  if (options.length === 0 && isTruth) return 'truefalse'
  if (options.length === 2 && options.every(({ zh }) => truthOf(zh) !== null)) return 'truefalse'
  return bits !== null && (bits & (bits - 1)) !== 0 ? 'multiple' : 'single'
}

/** 以上都对 means nothing once options are shuffled; neither does “A 和 B”. */
export const refersToOthers =
  /以上(?:都|全|均|皆|所有|选项|各项|说法)|(?:上述|前述)(?:都|全|均|各项|选项)|^[a-h]\s*(?:和|与|、|及|,|and|&)\s*[a-h]|(?:all|none|both) of the above/i

function readOptions(cells: RowReader): LocalText[] {
  const options = cells.options()
  const gap = options.findIndex(option => option.zh === '')
  if (gap >= 0) cells.complain('option-gap', { option: gap }, { letter: letterAt(gap) })
  else if (options.length < 2) cells.complain('options-few', { option: options.length }, { count: options.length })
  if (options.length > maximumOptions)
    cells.complain('options-many', { option: maximumOptions }, { most: maximumOptions })
  const seen = new Map<string, number>()
  for (const [at, option] of options.entries()) {
    if (option.zh === '') continue
    if (refersToOthers.test(option.zh)) cells.complain('option-refers', { option: at }, { text: option.zh })
    const text = comparable(option.zh)
    const twin = seen.get(text)
    if (twin === undefined) seen.set(text, at)
    else
      cells.complain('options-equal', { option: at }, { first: letterAt(twin), second: letterAt(at), text: option.zh })
  }
  return options
}

/** Signs may be all that tells two options apart (> and <, C and C++): then they are compared as written. */
export const comparable = (option: string): string =>
  normalText(option) === '' || /[+\-<>=≥≤%.]/.test(option) ? option : normalText(option)

function readRight(cells: RowReader, kind: QuestionKind, options: LocalText[]): number {
  const shown = kind === 'truefalse' ? cells.options() : options
  const answer = readAnswer(
    cells.answer(),
    kind,
    shown.map(option => option.zh),
  )
  if ('code' in answer) {
    if (kind === 'truefalse' || options.length >= 2) cells.complain(answer.code, 'answer', answer.data)
    return 0
  }
  if (kind === 'multiple' && answer.right === (1 << options.length) - 1) cells.complain('answer-all', 'answer')
  return answer.right
}

/** An explanation that says itself what it rests on, as ours do once they were stored. */
const namesBasis = /依据[:：]|basis:/i

/** @param isSaid the basis is a sentence of people: it stands below the explanation */
function readExplanation(cells: RowReader, isSaid: boolean): LocalText {
  const text = cells.text('explanation')
  const basis = isSaid ? cells.text('basis') : { zh: '', en: '' }
  if (text.zh === '') cells.complain('explanation-missing', 'explanation')
  const joined = (one: string, other: string, label: string) =>
    [one, other && `${label}${other}`].filter(Boolean).join('\n\n')
  return { zh: joined(text.zh, basis.zh, '依据：'), en: text.en && joined(text.en, said(basis, 'en'), 'Basis: ') }
}

/** Why the level is what it is; nothing where nobody says so. */
function readReason(cells: RowReader): Pick<QuestionDraft, 'levelReason'> {
  const reason = cells.text('reason')
  return { levelReason: reason.zh === '' && reason.en === '' ? null : reason }
}

function checkLengths(cells: RowReader, options: LocalText[]): void {
  for (const field of ['scenario', 'stem', 'explanation'] as const) {
    const { zh, en } = field === 'stem' ? cells.stem() : cells.text(field)
    const length = Math.max(zh.length, en.length)
    if (length > longest[field]) cells.complain('text-long', field, { length, most: longest[field] })
  }
  for (const [option, { zh, en }] of options.entries()) {
    const length = Math.max(zh.length, en.length)
    if (length > longest.option) cells.complain('text-long', { option }, { length, most: longest.option })
  }
}

function readNumber(
  cells: RowReader,
  field: 'level' | 'seconds',
  read: (written: string) => number | null,
  code: 'level-unknown' | 'seconds-unknown',
  usual: number,
): number {
  const written = cells.said(field)
  const value = written === '' ? usual : read(written)
  if (value === null) cells.complain(code, field, { value: written, usual })
  return value ?? usual
}

/** An entry says its chapter; a chapter is named by number or by name. */
function readHandbook(cells: RowReader, known: Known): { chapter: number | null; entryId: string | null } {
  const [writtenEntry = ''] = cells.said('entry').split(/\s/)
  const entry = known.entries.get(writtenEntry)
  if (cells.whole) return { chapter: Number(cells.said('chapter')) || null, entryId: writtenEntry || null }
  if (writtenEntry !== '' && !entry) cells.complain('entry-unknown', 'entry', { entry: writtenEntry })
  const writtenChapter = cells.said('chapter')
  const name = normalText(writtenChapter)
  const number = Number(/^第?(\d{1,2})章?/.exec(name)?.[1])
  const chapter = known.chapters.find(
    one => one.number === number || normalText(one.name.zh) === name || normalText(one.name.en) === name,
  )
  if (name !== '' && !chapter) cells.complain('chapter-unknown', 'chapter', { chapter: writtenChapter })
  return { chapter: entry?.chapter ?? chapter?.number ?? null, entryId: entry ? writtenEntry : null }
}

function readValidity(cells: RowReader): { validFrom: string | null; validTo: string | null } {
  const range = cells.said('validity')
  const both = range === '' ? { from: null, to: null } : rangeFrom(range)
  if (!both) cells.complain('date-unreadable', 'validity', { date: range })
  const validFrom = readDay(cells, 'validFrom') ?? both?.from ?? null
  const validTo = readDay(cells, 'validTo') ?? both?.to ?? null
  if (validFrom && validTo && validFrom > validTo)
    cells.complain('dates-reversed', cells.said('validTo') === '' ? 'validity' : 'validTo', {
      from: validFrom,
      to: validTo,
    })
  return { validFrom, validTo }
}

function readDay(cells: RowReader, field: 'validFrom' | 'validTo'): string | null {
  const written = cells.said(field)
  const day = written === '' ? null : dayFrom(written, cells.daysLater)
  if (written !== '' && !day) cells.complain('date-unreadable', field, { date: written })
  return day
}
