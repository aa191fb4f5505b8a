/** Schemas of prizes: what is sent, and what comes back. */
import { z } from 'zod'
import { moment } from '#core/contest/rules/part'
import { claimFields } from '#core/prize/claim'
import { drawKinds } from '#core/prize/draw'
import { endReasons, listKinds } from '#core/prize/state'
import type { MyPrize } from '#services/claim'
import type { InsiderView, OpenedClaim } from '#services/claim-desk'
import type { DrawView, MyChance } from '#services/draw-public'
import type { FreezeWish } from '#services/draw-ready'
import type { ObjectionView } from '#services/objection'
import type { PublicList } from '#services/winners-public'
import { slugParams } from './schemas.ts'

export const publicIdText = z.string().regex(/^[\w-]{22}$/)
export const inContest = slugParams.extend({ id: publicIdText })

const text = z.object({ zh: z.string(), en: z.string() })
const instant = z.int().meta({ description: 'Epoch milliseconds' })
const maybe = instant.nullable()
const line = (most: number) => z.string().trim().max(most)
const kind = z.enum(drawKinds)

export const freezeBody = z.strictObject({
  rule: z.string().max(40),
  scope: z.string().max(40).default(''),
  source: line(100),
  at: moment,
  repeatWhy: line(200).default(''),
}) satisfies z.ZodType<FreezeWish>

export const numberBody = z.strictObject({ number: line(200) })
export const settleBody = z.strictObject({ kind: z.enum(['awards', 'collective']) })
export const reasonBody = z.strictObject({ reason: line(200) })
export const answerBody = z.strictObject({ upheld: z.boolean(), text: line(1000) })
export const insiderBody = z.strictObject({ phone: z.string().max(40), note: line(60) })
export const objectionBody = z.strictObject({ body: z.string().max(5000), contact: line(100).default('') })
export const claimBody = z.strictObject({
  code: z.string().max(20),
  consent: z.string().max(20),
  fields: z.strictObject(
    Object.fromEntries(claimFields.map(field => [field, line(400).optional()])) as Record<
      (typeof claimFields)[number],
      z.ZodOptional<z.ZodString>
    >,
  ),
})

export const proposed = z.object({ approval: z.string() })

export const wireDraw = z.object({
  id: z.string(),
  rule: z.string(),
  kind,
  scope: z.string(),
  source: z.string(),
  numberAt: instant,
  frozenAt: instant,
  drawnAt: maybe,
  number: z.string().nullable(),
  commitment: z.string(),
  seed: z.string().nullable(),
  people: z.int(),
  prizes: z.array(z.object({ name: text, count: z.int() })),
  alternates: z.int(),
  witnesses: z.array(z.string()),
  repeats: z.object({ draw: z.string(), reason: z.string() }).nullable(),
  repeatedBy: z.string().nullable(),
  winners: z.array(z.string()),
  standbys: z.array(z.string()),
}) satisfies z.ZodType<DrawView>

export const wireWinners = z.object({
  id: z.string(),
  kind: z.enum(listKinds),
  draw: z.object({ id: z.string().nullable(), rule: z.string(), scope: z.string() }).nullable(),
  early: z.boolean(),
  publishedAt: instant,
  noticeUntil: instant,
  tiers: z.array(
    z.object({
      id: z.string(),
      name: text,
      prize: text,
      winners: z.array(
        z.object({
          id: z.string(),
          name: z.string().nullable(),
          phone: z.string().nullable(),
          organisation: z.string().nullable(),
          region: text.nullable(),
          rank: z.int().nullable(),
          standsIn: z.boolean(),
          ended: z.enum(['given-up', 'taken-away']).nullable(),
        }),
      ),
    }),
  ),
}) satisfies z.ZodType<PublicList>

const states = ['standby', 'settled', 'called', 'claimed', 'handed-over', ...endReasons] as const

export const wireMyPrize = z.object({
  id: z.string(),
  contest: z.object({ slug: z.string(), title: text }),
  tier: text,
  prize: text,
  state: z.enum(states),
  claimUntil: maybe,
  eraseAt: maybe,
  claimedAt: maybe,
  handedOverAt: maybe,
  erasedAt: maybe,
  asked: z.array(z.object({ field: z.enum(claimFields), required: z.boolean(), lastDigits: z.int().nullable() })),
}) satisfies z.ZodType<MyPrize>

export const wireMyChance = z.object({
  draw: z.string(),
  contest: z.object({ slug: z.string(), title: text }),
  kind,
  scope: z.string(),
  salt: z.string(),
  token: z.string(),
  chances: z.int(),
  drawnAt: maybe,
  place: z.int().nullable(),
}) satisfies z.ZodType<MyChance>

export const wireOpenedClaim = z.object({
  fields: z.object({
    name: z.string().optional(),
    idNumber: z.string().optional(),
    number: z.string().optional(),
    address: z.string().optional(),
  }),
  phone: z.string().nullable(),
  consentVersion: z.string(),
  provedAt: instant,
  otherName: z.boolean(),
}) satisfies z.ZodType<OpenedClaim>

export const wireObjection = z.object({
  id: z.string(),
  list: z.string(),
  said: z.object({ body: z.string(), contact: z.string() }).nullable(),
  createdAt: instant,
  answer: z.object({ by: z.string(), at: instant, upheld: z.boolean(), text: z.string() }).nullable(),
}) satisfies z.ZodType<ObjectionView>

export const wireInsider = z.object({
  id: z.int(),
  phone: z.string(),
  note: z.string(),
  staff: z.string().nullable(),
  addedAt: instant,
}) satisfies z.ZodType<InsiderView>
