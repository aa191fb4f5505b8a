/** The environment, read once at start; everything wrong with it is said at once. */
import { isAbsolute, resolve } from 'node:path'
import { z } from 'zod'
import { isLocalHost } from '#core/host'

const port = z
  .string()
  .regex(/^\d+$/, 'must be a whole number')
  .transform(Number)
  .refine(n => n <= 65_535, 'must be at most 65535')

const siteUrl = z
  .url({ protocol: /^https?$/, error: 'must be an address such as https://contest.example.gov.cn' })
  .refine(url => !/^https?:\/\//.test(url) || new URL(url).pathname === '/', 'must not contain a path')
  .transform(url => new URL(url).origin)

const shape = z.object({
  PORT: port.default(3000),
  HOST: z.string().min(1).default('0.0.0.0'),
  DATA_DIR: z
    .string()
    .min(1)
    .default('data')
    .transform(folder => (isAbsolute(folder) ? folder : resolve(folder))),
  DATABASE_URL: z
    .string()
    .regex(/^(postgres|postgresql):\/\//, 'must begin with postgres:// (leave it out for SQLite in DATA_DIR)')
    .optional(),
  SITE_URL: siteUrl.optional(),
  OUTBOX: z.enum(['memory', 'off'], { error: 'must be memory or off' }).optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
})

export interface Environment {
  port: number
  host: string
  dataDir: string
  databaseUrl: string | null
  /** Origin under which people reach the site; null: a local trial, reached under any loopback or private address. */
  siteUrl: string | null
  /** Codes are shown on a page instead of being sent. Only for a site on a local address. */
  outbox: boolean
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
  development: boolean
}

/** @returns the settings, or every problem, one line each, naming the variable */
export function readEnvironment(
  variables: Record<string, string | undefined>,
): { ok: true; environment: Environment } | { ok: false; problems: string[] } {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''))
  const read = shape.safeParse(given)
  if (!read.success)
    return { ok: false, problems: read.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`) }
  const value = read.data
  const local = value.SITE_URL === undefined || isLocalHost(new URL(value.SITE_URL).hostname)
  if (value.OUTBOX === 'memory' && !local)
    return { ok: false, problems: ['OUTBOX: memory shows sign-in codes to everybody; not with a public SITE_URL'] }
  return {
    ok: true,
    environment: {
      port: value.PORT,
      host: value.HOST,
      dataDir: value.DATA_DIR,
      databaseUrl: value.DATABASE_URL ?? null,
      siteUrl: value.SITE_URL ?? null,
      outbox: local && value.OUTBOX !== 'off',
      logLevel: value.LOG_LEVEL,
      development: value.NODE_ENV === 'development',
    },
  }
}
