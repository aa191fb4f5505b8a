/** Draws as everybody may see them, and one's own place in them. */
import type { LocalText } from '#core/locale'
import type { DrawKind } from '#core/prize/draw'
import { drawFileText } from '#core/prize/draw-file'
import { no, type Outcome, yes } from '#core/refusal'
import { contestById, contestBySlug } from '#db/contest'
import { chancesOfAccount, countChances, type DrawRow, drawByPublicId, drawsOf, fixedTerms } from '#db/draw'
import { drawnOf, frozenOf } from './draw.ts'
import type { Runtime } from './runtime.ts'
import type { SignedIn } from './session.ts'

/** The published file, byte for byte. @returns refusals: not-found */
export async function drawFile(rt: Runtime, slug: string, id: string): Promise<Outcome<string>> {
  const found = await publicDraw(rt, slug, id)
  return found ? yes(drawFileText({ frozen: frozenOf(found), drawn: drawnOf(found) })) : no('not-found')
}

export interface DrawView {
  id: string
  rule: string
  kind: DrawKind
  scope: string
  source: string
  numberAt: number
  frozenAt: number
  drawnAt: number | null
  number: string | null
  commitment: string
  seed: string | null
  people: number
  prizes: { name: LocalText; count: number }[]
  alternates: number
  witnesses: string[]
  /** The draw that this one takes the place of, and the one that took its place. */
  repeats: { draw: string; reason: string } | null
  repeatedBy: string | null
  /** Tokens in the order in which they were drawn; empty before. */
  winners: string[]
  standbys: string[]
}

/** All draws of a published contest, the newest first; null for one that is not there. */
export async function drawViews(rt: Runtime, slug: string): Promise<DrawView[] | null> {
  const contest = await contestBySlug(rt.storage.read, slug)
  if (!contest || contest.publishedAt === null) return null
  const rows = await drawsOf(rt.storage.read, contest.id)
  return Promise.all(rows.map(row => viewOf(rt, row, rows)).reverse())
}

async function viewOf(rt: Runtime, row: DrawRow, all: readonly DrawRow[]): Promise<DrawView> {
  const [frozen, drawn] = [frozenOf(row), drawnOf(row)]
  const { prizes, alternates, witnesses, repeats } = frozen
  return {
    ...{ id: row.publicId, rule: row.rule, kind: row.kind, scope: row.scope },
    ...{ numberAt: row.numberAt, frozenAt: row.frozenAt, drawnAt: row.drawnAt, commitment: row.commitment },
    ...{ prizes, alternates, witnesses, repeats },
    winners: drawn?.winners ?? [],
    standbys: drawn?.alternates ?? [],
    source: frozen.number.source,
    number: drawn?.number ?? null,
    seed: drawn?.seed ?? null,
    people: await countChances(rt.storage.read, row.id),
    repeatedBy: all.find(other => other.repeats === row.id)?.publicId ?? null,
  }
}

/** The digest of the terms as they were published, or null. */
export async function termsOf(rt: Runtime, slug: string): Promise<string | null> {
  const contest = await contestBySlug(rt.storage.read, slug)
  return contest && ((await fixedTerms(rt.storage.read, contest.id))?.hash ?? null)
}

export interface MyChance {
  draw: string
  contest: { slug: string; title: LocalText }
  kind: DrawKind
  scope: string
  /** With the phone it makes the token: whoever is shown both can tell who this is. */
  salt: string
  token: string
  chances: number
  drawnAt: number | null
  /** From 1 among winners and alternates; null: not drawn, or not yet. */
  place: number | null
}

/** The draws that somebody is on the list of, with what proves it; the newest first. */
export async function chancesOf(rt: Runtime, who: SignedIn): Promise<MyChance[]> {
  const rows = await chancesOfAccount(rt.storage.read, who.account.id)
  return Promise.all(
    rows.map(async ({ draw, token, chances }) => {
      const contest = await contestById(rt.storage.read, draw.contestId)
      const drawn = drawnOf(draw)
      const place = drawn ? [...drawn.winners, ...drawn.alternates].indexOf(token) + 1 : 0
      return {
        ...{ draw: draw.publicId, kind: draw.kind, scope: draw.scope, token, chances, drawnAt: draw.drawnAt },
        contest: { slug: contest?.slug ?? '', title: contest?.title ?? { zh: '', en: '' } },
        salt: rt.secrets.drawSalt(draw.publicId, who.account.id),
        place: place > 0 ? place : null,
      }
    }),
  )
}

async function publicDraw(rt: Runtime, slug: string, id: string): Promise<DrawRow | null> {
  const contest = await contestBySlug(rt.storage.read, slug)
  const draw = await drawByPublicId(rt.storage.read, id)
  return contest && contest.publishedAt !== null && draw?.contestId === contest.id ? draw : null
}
