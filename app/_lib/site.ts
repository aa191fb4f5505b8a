/** What an office says about itself on every page: `site.json` in DATA_DIR, all of it optional. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { messagesIn } from '#messages/messages'
import { runtime } from '#services/runtime'

const localText = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })
const httpAddress = z.url({ protocol: /^https?$/ })

const site = z.strictObject({
  name: localText.default({ zh: messagesIn('zh').frame.siteName, en: messagesIn('en').frame.siteName }),
  /** A line above every page: maintenance, a change of dates. */
  banner: localText.optional(),
  /** 主办单位. */
  sponsor: localText.optional(),
  sponsorUrl: httpAddress.optional(),
  /** Telephone or e-mail; made into a link where it is one. */
  contact: z.string().min(1).optional(),
  /** ICP备案号, linked to beian.miit.gov.cn as the rules ask. */
  icp: z.string().min(1).optional(),
  /** 公安联网备案号, for example 渝公网安备50010302000000号. */
  police: z.string().min(1).optional(),
})

export type Site = z.infer<typeof site>

/** @returns the settings of `site.json`; without the file, a name and nothing else. A wrong file is logged, not shown. */
export async function siteSettings(): Promise<Site> {
  const { environment, log } = runtime()
  const file = join(environment.dataDir, 'site.json')
  try {
    return site.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch (error) {
    if (!isMissing(error))
      log.warn({ err: error, file }, 'site.json is not as docs/site.md describes it; using none of it')
    return site.parse({})
  }
}

/** Digits of a record number, as the public-security register's query wants them. */
export const recordDigits = (number: string): string => number.replace(/\D/g, '')

/** tel:, mailto: or nothing, as the contact is written. */
export function contactHref(contact: string): string | null {
  if (/^[^\s@]+@[^\s@]+$/.test(contact)) return `mailto:${contact}`
  return /^\+?[\d\s-]{5,20}$/.test(contact) ? `tel:${contact.replace(/[\s-]/g, '')}` : null
}

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'
