/** Entering a contest: what its rules ask of a person beside the account. */
import { type Entrant, type Missing, missing, type Outside, outside } from '#core/contest/eligibility'
import type { ContestRules } from '#core/contest/rules'
import { no, type Outcome, yes } from '#core/refusal'
import { isOpenAccount } from '#db/account'
import { attemptsIn } from '#db/attempt'
import type { ContestRow } from '#db/contest'
import { type EntryRow, entryOf, isInvited, organisationPublicId, putEntry } from '#db/entry'
import { chooseName } from './account.ts'
import { publishedRow } from './contest.ts'
import { unitNamed } from './region.ts'
import type { Runtime } from './runtime.ts'
import type { SignedIn } from './session.ts'

export interface Standing {
  entrant: Entrant
  /** Why one may never enter; null: one may. */
  outside: Outside | null
  /** What is to be said first. */
  missing: Missing[]
}

/** Where a person stands with a contest's conditions. */
export async function standingWith(rt: Runtime, contest: ContestRow, who: SignedIn): Promise<Standing> {
  const entrant = await entrantFor(rt, contest, who)
  return { entrant, outside: outside(contest.rules, entrant), missing: missing(contest.rules, entrant) }
}

/** For the page that asks. @returns null when there is no such contest */
export async function entryFor(
  rt: Runtime,
  who: SignedIn,
  slug: string,
): Promise<{ contest: ContestRow; entrant: Entrant } | null> {
  const contest = await publishedRow(rt, slug)
  return contest && { contest, entrant: await entrantFor(rt, contest, who) }
}

async function entrantFor(rt: Runtime, contest: ContestRow, { account }: SignedIn): Promise<Entrant> {
  const { rules } = contest
  const db = rt.storage.read
  const unit = account.region ? await unitNamed(rt, contest.edition, account.region) : null
  // The usual contest asks for nothing of this, and a start should not wait for it.
  const entry = asksMore(rules) ? await entryOf(db, contest.id, account.id) : null
  const house = account.organisationId
  const named = house !== null && rules.who.entry.by === 'organisations' ? await organisationPublicId(db, house) : null
  return {
    region: unit?.slug ?? null,
    organisation: house === null ? null : (named ?? ''),
    individual: entry?.individual ?? false,
    invited: rules.who.entry.by === 'invited' && (await isInvited(db, contest.id, account.id)),
    track: entry?.track ?? null,
    name: account.name,
    number: entry?.numberCipher ? rt.secrets.decrypt(entry.numberCipher) : null,
    oldEnough: entry?.ageSaidAt != null,
    grown: entry?.ageSaidAt != null,
    guardian: entry?.guardianAgreedAt != null,
  }
}

/** Whether the rules ask for something that an entry says. */
const asksMore = ({ who, identity }: ContestRules): boolean =>
  who.tracks.length > 0 ||
  who.minimumAge !== 14 ||
  who.organisation.need === 'required' ||
  (identity.number.need !== 'off' && identity.number.at === 'entry')

export interface EntryWish {
  track: string | null
  individual: boolean
  name: string | null
  number: string | null
  /** Said to be old enough: of the minimum age, or of fourteen where younger ones may enter too. */
  age: boolean
  /** A guardian agrees for one who is under fourteen. */
  guardian: boolean
}

/**
 * Keeps what a person says of themselves for one contest. A track is chosen once: after the first attempt it stays.
 * @returns what is still missing · refusals: not-found, entry-invalid (`where`), name-invalid, entry-fixed,
 *   sign-in-required (the account was closed a moment ago)
 */
export async function enter(rt: Runtime, who: SignedIn, slug: string, wish: EntryWish): Promise<Outcome<Missing[]>> {
  const contest = await publishedRow(rt, slug)
  if (!contest) return no('not-found')
  const { rules } = contest
  const { tracks } = rules.who
  const number = wish.number?.normalize('NFKC').trim() || null
  if (wish.track !== null && !tracks.some(track => track.id === wish.track))
    return no('entry-invalid', { where: 'track' })
  if (number !== null && !/^[\p{L}\p{N}_-]{1,40}$/u.test(number)) return no('entry-invalid', { where: 'number' })
  if (wish.name?.trim() && wish.name.trim() !== who.account.name) {
    const named = await chooseName(rt, who.account.id, { name: wish.name, showName: who.account.showName })
    if (!named.ok) return named
  }
  const kept = await rt.storage.atomically(async tx => {
    if (!(await isOpenAccount(tx, who.account.id))) return no('sign-in-required')
    const [held, made] = [
      await entryOf(tx, contest.id, who.account.id),
      await attemptsIn(tx, contest.id, who.account.id),
    ]
    if (held?.track && made.length > 0 && wish.track !== held.track) return no('entry-fixed', { where: 'track' })
    await putEntry(tx, rowOf(rt, contest, who, wish, number, held))
    return yes(null)
  })
  if (!kept.ok) return kept
  const name = wish.name?.trim() || who.account.name
  return yes((await standingWith(rt, contest, { ...who, account: { ...who.account, name } })).missing)
}

/** What the rules do not ask for is not kept. */
function rowOf(
  rt: Runtime,
  { id, rules }: ContestRow,
  who: SignedIn,
  wish: EntryWish,
  number: string | null,
  held: EntryRow | null,
): EntryRow {
  const now = rt.clock.now()
  const asksNumber = rules.identity.number.need !== 'off' && rules.identity.number.at === 'entry'
  return {
    contestId: id,
    accountId: who.account.id,
    track: wish.track,
    individual: wish.individual && rules.who.organisation.individual,
    numberCipher: number !== null && asksNumber ? rt.secrets.encrypt(number) : null,
    ageSaidAt: wish.age ? (held?.ageSaidAt ?? now) : null,
    guardianAgreedAt: wish.guardian && !wish.age ? (held?.guardianAgreedAt ?? now) : null,
    createdAt: held?.createdAt ?? now,
  }
}
