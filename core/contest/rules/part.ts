/** Pieces that several parts of the rules are made of. */
import { z } from 'zod'

/** The Chinese text is the authoritative one; an empty English text shows the Chinese. */
export const localText = z.strictObject({ zh: z.string().trim().min(1).max(200), en: z.string().trim().max(400) })

/** Names a stage, a tier, a draw inside one contest: small letters, digits, hyphens. */
export const partId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(40)

/** Epoch milliseconds, before the year 3000: a copy may move it on, and it is a day still. */
export const moment = z.int().min(0).max(32_503_651_200_000)

/** From the first instant on, before the second. */
export const span = z.strictObject({ opensAt: moment, closesAt: moment })

/** How many people, prizes or organisations. */
export const quantity = z.int().min(0).max(1_000_000)

export const days = z.int().min(0).max(3650)
