/** The log. Nobody's name, phone, address or query string goes in; whoever logs says which fields. */
import pino, { type Logger } from 'pino'

export const openLog = (level: string): Logger =>
  pino({ level, base: null, serializers: { error: describeError, err: describeError } })

/** What the log says of an error. Messages of the database quote what was written, so they stay out. */
interface Described {
  name: string
  code: string | null
  at: string[]
}

/** @returns the kind of error and where it arose; nothing that a person typed */
export function describeError(error: unknown): Described {
  const cause = (error as { cause?: unknown } | null)?.cause ?? error
  const { name, code } = (cause ?? {}) as { name?: string; code?: unknown }
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  return {
    name: name ?? typeof error,
    code: typeof code === 'string' ? code : null,
    at: stack
      .split('\n')
      .filter(line => /^\s+at /.test(line))
      .slice(0, 8)
      .map(line => line.trim()),
  }
}
