/** The environment, read once at start; everything wrong with it is said at once. */
import { isIP } from 'node:net'
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

/** '127.0.0.1, 10.0.0.0/8' */
const proxies = z
  .string()
  .transform(list => list.split(',').map(one => one.trim()))
  .refine(list => list.every(isNetwork), 'must be addresses or networks, such as 127.0.0.1,10.0.0.0/8')

function isNetwork(written: string): boolean {
  const [address = '', bits, ...more] = written.split('/')
  const version = isIP(address)
  if (version === 0 || more.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128))
}

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
  PROXIES: proxies.default([]),
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
  /** Addresses and networks of the proxies in front: theirs is the only word that is taken for who asks. */
  proxies: readonly string[]
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
      proxies: value.PROXIES,
      outbox: local && value.OUTBOX !== 'off',
      logLevel: value.LOG_LEVEL,
      development: value.NODE_ENV === 'development',
    },
  }
}
