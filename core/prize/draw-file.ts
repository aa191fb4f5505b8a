/** The file in which a draw is published, and its check: any byte that was changed is found. */
import {
  commitmentOf,
  type Drawn,
  drawFrom,
  drawKinds,
  type Frozen,
  inOrder,
  publicNumber,
  secretHashOf,
} from './draw.ts'
import { sha256 } from './sha256.ts'

export const drawFormat = 'ip-contest draw 1'

/** What is checked, in this order. */
export const drawChecks = ['whole', 'commitment', 'list', 'secret', 'winners'] as const
export type DrawCheck = (typeof drawChecks)[number]

export interface DrawFile {
  frozen: Frozen
  drawn: Drawn | null
}

/** The bytes of the file are the UTF-8 of this text, and of no other. */
export function drawFileText({ frozen, drawn }: DrawFile): string {
  const body = { format: drawFormat, frozen: inOrder(frozen), commitment: commitmentOf(frozen), drawn }
  return textOf({ ...body, check: checkOf(body) })
}

const textOf = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`
const checkOf = (body: object): string => sha256(`${JSON.stringify(body)}\n`)

export interface Checked {
  /** The first check that failed, or null when all that can be checked holds. */
  failed: DrawCheck | null
  /** Null when it cannot even be read. */
  file: DrawFile | null
  /** For comparing with what was noted before the number existed. */
  commitment: string | null
}

/** Checks a published file from its text alone. Before the number is known there are no winners to check. */
export function checkDrawFile(text: string): Checked {
  const read = readDrawFile(text)
  if (!read) return { failed: 'whole', file: null, commitment: null }
  const { file, commitment } = read
  const failed = drawChecks.find(check => !holds[check](file, commitment, text)) ?? null
  return { failed, file, commitment }
}

const holds: Record<DrawCheck, (file: DrawFile, commitment: string, text: string) => boolean> = {
  commitment: ({ frozen }, commitment) => commitmentOf(frozen) === commitment,
  whole: (file, commitment, text) => sealedText(file, commitment) === text,
  list: ({ frozen }) => isList(frozen),
  secret: ({ frozen, drawn }) => drawn === null || secretHashOf(drawn.secret) === frozen.secretHash,
  winners: ({ frozen, drawn }) => drawn === null || sameDrawing(frozen, drawn),
}

/** With the commitment that stands in the file: whether it is the right one is a check of its own. */
function sealedText({ frozen, drawn }: DrawFile, commitment: string): string {
  const body = { format: drawFormat, frozen: inOrder(frozen), commitment, drawn: drawn && drawnInOrder(drawn) }
  return textOf({ ...body, check: checkOf(body) })
}

const drawnInOrder = ({ secret, number, drawnAt, seed, winners, alternates }: Drawn): Drawn => {
  return { secret, number, drawnAt, seed, winners, alternates }
}

/** Every entry a token and a count, sorted, nobody twice. */
function isList({ groups }: Frozen): boolean {
  const tokens = new Set<string>()
  return groups.every(({ people }) =>
    people.every((entry, i) => {
      const token = entry.slice(0, 64)
      const isNew = !tokens.has(token)
      tokens.add(token)
      return isNew && /^[0-9a-f]{64} [1-9]\d{0,5}$/.test(entry) && (i === 0 || (people[i - 1] as string) < entry)
    }),
  )
}

function sameDrawing(frozen: Frozen, drawn: Drawn): boolean {
  if (publicNumber(drawn.number) !== drawn.number) return false
  const again = drawFrom(frozen, drawn.secret, drawn.number, drawn.drawnAt)
  return JSON.stringify(again) === JSON.stringify(drawnInOrder(drawn))
}

/** @returns null when the text is no such file */
function readDrawFile(text: string): { file: DrawFile; commitment: string } | null {
  try {
    const { format, frozen, commitment, drawn } = JSON.parse(text)
    const known = format === drawFormat && typeof commitment === 'string' && isFrozen(frozen)
    return known && (drawn === null || isDrawn(drawn)) ? { file: { frozen, drawn }, commitment } : null
  } catch {
    return null
  }
}

const isText = (value: unknown): value is string => typeof value === 'string'
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText)
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0

/** Reads deep: a missing part throws, which its caller takes for no. */
const isFrozen = (frozen: Frozen): boolean =>
  [frozen.draw, frozen.contest.slug, frozen.contest.title.zh, frozen.contest.title.en, frozen.scope].every(isText) &&
  [frozen.number.source, frozen.number.at, frozen.secretHash, frozen.frozenAt].every(isText) &&
  (frozen.repeats === null || [frozen.repeats.draw, frozen.repeats.reason].every(isText)) &&
  drawKinds.includes(frozen.kind) &&
  frozen.prizes.every(({ name, count }) => isText(name.zh) && isText(name.en) && isCount(count)) &&
  isCount(frozen.alternates) &&
  isTexts(frozen.witnesses) &&
  frozen.groups.every(({ name, people }) => isText(name) && isTexts(people))

const isDrawn = (drawn: Drawn): boolean =>
  [drawn.secret, drawn.number, drawn.drawnAt, drawn.seed].every(isText) &&
  isTexts(drawn.winners) &&
  isTexts(drawn.alternates)
