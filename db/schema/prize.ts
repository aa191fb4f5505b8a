/** Prizes: the terms that were promised, draws, lists of winners, claims, objections. */
import type { LocalText } from '../../core/locale.ts'
import type { DrawKind } from '../../core/prize/draw.ts'
import type { EndReason, ListKind } from '../../core/prize/state.ts'
import { flag, identity, index, instant, integer, json, primaryKey, table, text, uniqueIndex } from '../columns.ts'
import { accounts, organisations } from './account.ts'
import { contests } from './contest.ts'

/** What was promised when the contest was published; after its opening another hash is refused. */
export const prizeTerms = table('prize_terms', {
  contestId: integer()
    .primaryKey()
    .references(() => contests.id),
  hash: text().notNull(),
  fixedAt: instant().notNull(),
})

export const draws = table(
  'draws',
  {
    id: identity(),
    publicId: text().notNull(),
    contestId: integer()
      .notNull()
      .references(() => contests.id),
    /** Which of the rules' draws, of which stage or day. */
    rule: text().notNull(),
    kind: text().$type<DrawKind>().notNull(),
    scope: text().notNull(),
    /** 1; one more for each repeat. Unique: a draw is never made twice by accident. */
    run: integer().notNull(),
    repeats: integer(),
    commitment: text().notNull(),
    numberAt: instant().notNull(),
    secretCipher: text().notNull(),
    /** The published record, word for word: a JSON column might give it back in another order. */
    frozen: text().notNull(),
    frozenAt: instant().notNull(),
    frozenBy: integer().notNull(),
    frozenWith: integer().notNull(),
    drawn: text(),
    drawnAt: instant(),
    drawnBy: integer(),
    drawnWith: integer(),
  },
  t => [
    uniqueIndex('draws_public_id').on(t.publicId),
    uniqueIndex('draws_run').on(t.contestId, t.rule, t.scope, t.run),
  ],
)

/** Whose token is whose. Never published. */
export const drawChances = table(
  'draw_chances',
  {
    drawId: integer()
      .notNull()
      .references(() => draws.id),
    accountId: integer()
      .notNull()
      .references(() => accounts.id),
    token: text().notNull(),
    chances: integer().notNull(),
  },
  t => [
    primaryKey({ columns: [t.drawId, t.accountId] }),
    uniqueIndex('draw_chances_token').on(t.drawId, t.token),
    index('draw_chances_account').on(t.accountId),
  ],
)

export const winnerLists = table(
  'winner_lists',
  {
    id: identity(),
    publicId: text().notNull(),
    contestId: integer()
      .notNull()
      .references(() => contests.id),
    kind: text().$type<ListKind>().notNull(),
    /** Of a draw's list. */
    drawId: integer().references(() => draws.id),
    /** Of the rules' instant draw whose winners it lists: nobody draws there, papers that are handed in do. */
    rule: text(),
    settledAt: instant().notNull(),
    settledBy: integer().notNull(),
    publishedAt: instant(),
    publishedBy: integer(),
    publishedWith: integer(),
    /** Until then objections are taken. */
    noticeUntil: instant(),
  },
  t => [
    uniqueIndex('winner_lists_public_id').on(t.publicId),
    index('winner_lists_contest').on(t.contestId),
    uniqueIndex('winner_lists_draw').on(t.drawId),
    uniqueIndex('winner_lists_rule').on(t.contestId, t.rule),
  ],
)

export const winners = table(
  'winners',
  {
    id: identity(),
    publicId: text().notNull(),
    listId: integer()
      .notNull()
      .references(() => winnerLists.id),
    /** Null: the prize is the organisation's or the district's. */
    accountId: integer().references(() => accounts.id),
    /** With a person, where they come from. */
    organisationId: integer().references(() => organisations.id),
    region: text(),
    /** The paper that won at once. */
    attemptId: integer(),
    /** Order in the list: of the ranking, or of the draw. */
    place: integer().notNull(),
    rank: integer(),
    score: integer(),
    /** Null for an alternate who has not been called. */
    tier: text(),
    tierName: json<LocalText>(),
    prize: json<LocalText>(),
    calledAt: instant(),
    claimUntil: instant(),
    eraseAt: instant(),
    endedAt: instant(),
    endedWhy: text().$type<EndReason>(),
    /** The winner whose prize this alternate was called up for. */
    standsInFor: integer(),
    handedOverAt: instant(),
    handedOverBy: integer(),
    /** As it was published. */
    shownName: text(),
    shownPhone: text(),
    shownPlace: text(),
  },
  t => [
    uniqueIndex('winners_public_id').on(t.publicId),
    index('winners_list').on(t.listId, t.place),
    index('winners_account').on(t.accountId),
    index('winners_attempt').on(t.attemptId),
    index('winners_claim_until').on(t.claimUntil),
    index('winners_erase_at').on(t.eraseAt),
  ],
)

export const claims = table(
  'claims',
  {
    winnerId: integer()
      .primaryKey()
      .references(() => winners.id),
    /** When a fresh code proved the phone. */
    provedAt: instant().notNull(),
    consentVersion: text().notNull(),
    /** What the prize needs, as AES-256-GCM over JSON. Null once it was erased. */
    sealed: text(),
    submittedAt: instant().notNull(),
    erasedAt: instant(),
    /** Keyed hash of who this is, for this contest alone (core/prize/person.ts). Goes with what is sealed. */
    person: text(),
  },
  t => [index('claims_person').on(t.person)],
)

export const objections = table(
  'objections',
  {
    id: identity(),
    publicId: text().notNull(),
    listId: integer()
      .notNull()
      .references(() => winnerLists.id),
    /** Both sealed: an objection names people. Null once erased. */
    sealed: text(),
    locale: text().$type<'zh' | 'en'>().notNull(),
    createdAt: instant().notNull(),
    eraseAt: instant().notNull(),
    answeredAt: instant(),
    answeredBy: integer(),
    upheld: flag(),
    answer: text(),
  },
  t => [
    uniqueIndex('objections_public_id').on(t.publicId),
    index('objections_list').on(t.listId),
    index('objections_erase_at').on(t.eraseAt),
  ],
)

/** Phones of those who may win nothing: who set the contest up and who is close to them. Found by index, never shown. */
export const insiders = table(
  'insiders',
  {
    id: identity(),
    phoneIndex: text().notNull(),
    /** 138****8000 */
    shown: text().notNull(),
    note: text().notNull(),
    /** Whose own phone it is, proven with a code: of staff who play. Null for what an organizer named. */
    accountId: integer().references(() => accounts.id),
    addedBy: integer().notNull(),
    addedAt: instant().notNull(),
  },
  t => [uniqueIndex('insiders_phone').on(t.phoneIndex)],
)
