/** Rows of people: any page of a board, and one's own row. */
import { z } from 'zod'
import { boardName } from '#core/account/name'
import type { Locale } from '#core/locale'
import { rankPart, rankWidth } from '#core/standing/order'
import type { Scope } from '#core/standing/scope'
import type { WirePersonRow } from '#core/wire'
import * as db from '#db/board'
import type { ContestRow } from '#db/contest'
import { unitsOf } from './region.ts'
import type { Runtime } from './runtime.ts'

export interface Page {
  limit: number
  /** From 1. */
  number: number
  /** Goes before the number. */
  after: Place | null
}

/** Where the next page begins: the last key of this one, and how many rows stand up to it. */
const place = z.strictObject({ before: z.int().min(0), key: z.base64url() })
type Place = z.infer<typeof place>

/** Sealed, because a key names an account by its inner number. */
const tokenOf = (rt: Runtime, value: Place): string => rt.secrets.encrypt(JSON.stringify(value))

export function placeFrom(rt: Runtime, token: string): Place | null {
  try {
    return place.safeParse(JSON.parse(rt.secrets.decrypt(token))).data ?? null
  } catch {
    return null
  }
}

interface Asked {
  scope: Scope
  region: string | null
  locale: Locale
}

const boardOf = (contest: ContestRow, { scope, region }: Asked): db.Board => ({ contestId: contest.id, scope, region })

export async function peoplePage(rt: Runtime, contest: ContestRow, asked: Asked, page: Page, participants: number) {
  const board = boardOf(contest, asked)
  const before = page.after ? page.after.before : (page.number - 1) * page.limit
  const { above, found } = await rowsOf(rt, board, page, before)
  const shown = found.slice(0, page.limit)
  const last = shown.at(-1)
  return {
    rows: await Promise.all(
      (await ranked(rt, contest, board, shown, { before, above })).map(row =>
        personRow(rt, contest, row, asked.locale),
      ),
    ),
    page: Math.floor(before / page.limit) + 1,
    pages: Math.max(1, Math.ceil(participants / page.limit)),
    next:
      found.length > page.limit && last
        ? tokenOf(rt, { before: before + shown.length, key: last.orderKey.toString('base64url') })
        : null,
  }
}

/** The rows of a page and one behind them; above: the key of the row before them, where it is known. */
async function rowsOf(
  rt: Runtime,
  board: db.Board,
  { after, limit }: Page,
  before: number,
): Promise<{ above: Buffer | null; found: db.PersonRow[] }> {
  if (after) {
    const above = Buffer.from(after.key, 'base64url')
    return { above, found: await db.peopleAfter(rt.storage.read, board, above, limit + 1) }
  }
  if (before === 0) return { above: null, found: await db.peopleFrom(rt.storage.read, board, 0, limit + 1) }
  const [above, ...found] = await db.peopleFrom(rt.storage.read, board, before - 1, limit + 2)
  return { above: above?.orderKey ?? null, found }
}

type Ranked = Omit<db.PersonRow, 'accountId' | 'orderKey'> & { rank: number }

/** A rank is counted only for a first row that shares it with the row above; all others follow from where they stand. */
async function ranked(
  rt: Runtime,
  contest: ContestRow,
  board: db.Board,
  rows: db.PersonRow[],
  { before, above }: { before: number; above: Buffer | null },
): Promise<Ranked[]> {
  const part = (key: Buffer) => rankPart(key, contest.rules.ties)
  const [first] = rows
  if (!first) return []
  const shared = above !== null && part(above).equals(part(first.orderKey))
  let rank = shared ? await rankOn(rt, contest, board, first.orderKey) : before + 1
  return rows.map((row, i) => {
    const previous = rows[i - 1]
    if (previous && !part(previous.orderKey).equals(part(row.orderKey))) rank = before + i + 1
    return { ...row, rank }
  })
}

async function personRow(rt: Runtime, contest: ContestRow, row: Ranked, locale: Locale): Promise<WirePersonRow> {
  const unit = (await unitsOf(rt, contest.edition)).find(found => found.slug === row.region)
  return {
    rank: row.rank,
    name: row.shownName ? boardName(row.shownName) : anonymous[locale],
    region: row.region,
    // A column of a phone is too narrow for 'Shizhu Tujia Autonomous County'.
    regionName: unit ? (locale === 'zh' ? unit.nameZh : unit.shortEn) : null,
    score: row.score,
    durationMs: row.durationMs,
  }
}

/** How a board calls those who have not agreed to be named. */
const anonymous: Record<Locale, string> = { zh: '匿名', en: 'Anonymous' }

/** @returns null for a person who does not stand on the board */
export async function ownRow(
  rt: Runtime,
  contest: ContestRow,
  asked: Asked,
  accountId: number,
  locale: Locale,
): Promise<WirePersonRow | null> {
  const board = boardOf(contest, asked)
  const own = await db.placeOn(rt.storage.read, board, accountId, rankWidth(contest.rules.ties))
  return own && personRow(rt, contest, { ...own, rank: own.before + 1 }, locale)
}

/** The rank of a key on a board; equals share the better one. */
export const rankOn = async (rt: Runtime, contest: ContestRow, board: db.Board, key: Buffer): Promise<number> =>
  1 + (await db.countBefore(rt.storage.read, board, rankPart(key, contest.rules.ties)))
