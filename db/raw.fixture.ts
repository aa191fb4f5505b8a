/** Asks a statement as it stands, for tests of statements that are shown to people. */
import type { Db } from './storage.ts'

type Client =
  | { prepare(text: string): { raw(): { all(): unknown[][] } } }
  | { query(asked: { text: string; rowMode: 'array' }): Promise<{ rows: unknown[][] }> }

/** @returns rows as lists: columns of a count have no names of their own */
export async function rowsOf(db: Db, statement: string): Promise<unknown[][]> {
  const { client } = (db as unknown as { session: { client: Client } }).session
  if (!('prepare' in client)) return (await client.query({ text: statement, rowMode: 'array' })).rows
  const asked = client.prepare(statement).raw()
  return asked.all()
}
