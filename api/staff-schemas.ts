/** Schemas of what staff send; what they get is typed by core/wire-staff.ts. */
import { z } from 'zod'
import { roles } from '#core/account/roles'
import { contestRules } from '#core/contest/rules'
import { moment } from '#core/contest/rules/part'
import type { ContestDraft } from '#core/contest/setup'
import { exportFormats, exportKinds } from '#core/prize/export'

export const publicId = z.string().regex(/^[\w-]{22}$/)
const line = z.string().trim().max(200)
const localText = (most: number) => z.strictObject({ zh: z.string().trim().max(most), en: z.string().trim().max(most) })

export const idParams = z.object({ id: publicId })

export const commitBody = z.strictObject({
  preview: publicId,
  name: line.min(1),
  owner: line.default(''),
  source: line.default(''),
  licence: line.default(''),
  send: z.boolean().default(false),
})

export const contestBody = z.strictObject({
  slug: z.string().trim().max(60),
  title: localText(100),
  summary: localText(1000),
  opensAt: moment,
  closesAt: moment,
  rules: contestRules,
  sets: z.array(publicId).max(100),
}) satisfies z.ZodType<ContestDraft>

export const copyBody = z.strictObject({
  slug: z.string().trim().max(60),
  title: localText(100),
  opensAt: moment,
})

export const organisationsBody = z.strictObject({ names: z.array(z.string().max(200)).max(20_000) })

export const exportBody = z.strictObject({
  kind: z.enum(exportKinds),
  format: z.enum(exportFormats),
  masked: z.boolean().default(true),
  columns: z.array(z.string().max(30)).min(1).max(40),
  /** Slug of a district or county; null: all. */
  region: z.string().max(60).nullable().default(null),
  reason: line,
})

const password = z.string().max(200)
const name = z.string().trim().min(1).max(40)

export const setUpBody = z.strictObject({
  token: z.string().min(1).max(100),
  password,
  /** For the first account only: a colleague's link knows them. */
  login: z.string().max(60).optional(),
  name: name.optional(),
})

const givenRoles = z.array(z.enum(roles)).max(roles.length)
/** Why: at least four characters, asked by the use case; it stands in the audit log. */
const reason = line.default('')

export const staffBody = z.strictObject({ login: z.string().max(60), name, roles: givenRoles.min(1), reason })
export const rolesBody = z.strictObject({ roles: givenRoles, reason })
export const reasonBody = z.strictObject({ reason })
