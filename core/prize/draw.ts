/**
 * A draw that anyone can run again, after RFC 3797: who may win and the hash of a secret are published before a public
 * number exists; the secret and the number then decide everything. docs/draw.md says the same for those who check it.
 */
import type { LocalText } from '../locale.ts'
import { sha256 } from './sha256.ts'

export const drawKinds = ['final', 'stage', 'day'] as const
export type DrawKind = (typeof drawKinds)[number]

/** What is fixed and published before the number exists. Its keys stand in this order in the published file. */
export interface Frozen {
  /** Public id of the draw. */
  draw: string
  contest: { slug: string; title: LocalText }
  kind: DrawKind
  /** The stage's key or the day (2027-04-20); '' for the whole contest. */
  scope: string
  /** The draw that this one takes the place of, and why. */
  repeats: { draw: string; reason: string } | null
  /** Which public number decides, and the moment it is made public (2027-05-01T21:30+08:00). */
  number: { source: string; at: string }
  /** Drawn from the first to the last. */
  prizes: { name: LocalText; count: number }[]
  /** How many stand by for prizes that nobody takes. */
  alternates: number
  /** SHA-256 of the secret. */
  secretHash: string
  frozenAt: string
  witnesses: string[]
  /** Drawn from the first to the last: a later group only when the earlier ones are used up. */
  groups: Group[]
}

export interface Group {
  /** What its people have in common: '100', '90'. */
  name: string
  /** 'token chances', sorted: the order tells nothing. */
  people: string[]
}

/** What is known after the number was made public. */
export interface Drawn {
  secret: string
  number: string
  drawnAt: string
  seed: string
  /** Tokens; the first `count` have the first prize, and so on. */
  winners: string[]
  alternates: string[]
}

/** A person in the list: nobody can tell who, the person can prove it with salt and phone. @param phone 11 digits */
export const tokenOf = (salt: string, phone: string): string => sha256(`ip-contest chance 1\n${salt}\n${phone}\n`)

export const entryOf = (token: string, chances: number): string => `${token} ${chances}`
export const secretHashOf = (secret: string): string => sha256(`ip-contest secret 1\n${secret}\n`)
/** What is to be noted before the number exists: it stands for the list, the prizes and all else that was frozen. */
export const commitmentOf = (frozen: Frozen): string =>
  sha256(`ip-contest frozen 1\n${JSON.stringify(inOrder(frozen))}\n`)

/** The same values with their keys in the published order, whatever order a database gave them back in. */
export const inOrder = (frozen: Frozen): Frozen => ({
  draw: frozen.draw,
  contest: { slug: frozen.contest.slug, title: { zh: frozen.contest.title.zh, en: frozen.contest.title.en } },
  kind: frozen.kind,
  scope: frozen.scope,
  repeats: frozen.repeats && { draw: frozen.repeats.draw, reason: frozen.repeats.reason },
  number: { source: frozen.number.source, at: frozen.number.at },
  prizes: frozen.prizes.map(({ name, count }) => ({ name: { zh: name.zh, en: name.en }, count })),
  alternates: frozen.alternates,
  secretHash: frozen.secretHash,
  frozenAt: frozen.frozenAt,
  witnesses: frozen.witnesses,
  groups: frozen.groups.map(({ name, people }) => ({ name, people })),
})

/**
 * A public number in the one way in which it is hashed: groups of digits, with their decimal points, one blank between.
 * @returns null with fewer than four digits: there would be too little chance in it
 */
export function publicNumber(written: string): string | null {
  const groups = written.normalize('NFKC').match(/\d+(\.\d+)?/g) ?? []
  const number = groups.join(' ')
  return number.replace(/\D/g, '').length >= 4 && number.length <= 200 ? number : null
}

export const seedOf = (commitment: string, secret: string, number: string): string =>
  sha256(`ip-contest seed 1\n${commitment}\n${secret}\n${number}\n`)

/**
 * Everybody in the order of their best ticket, group after group. Each chance has one ticket; a person stands where the
 * smallest one falls, so chances count and nobody wins twice.
 */
export function orderOf(groups: readonly Group[], seed: string): string[] {
  return groups.flatMap(({ people }) =>
    people
      .map(entry => ({ token: entry.slice(0, 64), ticket: bestTicket(seed, entry) }))
      .sort((a, b) => (a.ticket < b.ticket ? -1 : 1))
      .map(({ token }) => token),
  )
}

function bestTicket(seed: string, entry: string): string {
  const [token, chances] = entry.split(' ')
  let best = 'g'
  for (let k = 1; k <= Number(chances); k++) {
    const ticket = sha256(`${seed}\n${token}\n${k}\n`)
    if (ticket < best) best = ticket
  }
  return best
}

/** Runs the draw. @param number as `publicNumber` gives it @param drawnAt stands in the record, decides nothing */
export function drawFrom(frozen: Frozen, secret: string, number: string, drawnAt: string): Drawn {
  const seed = seedOf(commitmentOf(frozen), secret, number)
  const order = orderOf(frozen.groups, seed)
  const prizes = frozen.prizes.reduce((total, prize) => total + prize.count, 0)
  return {
    secret,
    number,
    drawnAt,
    seed,
    winners: order.slice(0, prizes),
    alternates: order.slice(prizes, prizes + frozen.alternates),
  }
}

/** @param place from 0 among the winners @returns which prize, from 0 */
export function prizeAt(prizes: readonly { count: number }[], place: number): number {
  let before = 0
  return prizes.findIndex(prize => {
    before += prize.count
    return place < before
  })
}
