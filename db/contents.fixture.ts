/** Everything that is stored, table by table: to see that nothing was. */
import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { getTableName, is, Table } from 'drizzle-orm'
import type { meta } from './schema/meta.ts'
import type { Db } from './storage.ts'

type AnyTable = typeof meta

/** @returns of each table by name: how many rows, and the hash of all of them */
export async function contentsOf(db: Db): Promise<Record<string, { rows: number; hash: string }>> {
  const found: Record<string, { rows: number; hash: string }> = {}
  for (const table of await tables()) {
    const rows = (await db.select().from(table)).map(row => JSON.stringify(row)).sort()
    found[getTableName(table)] = {
      rows: rows.length,
      hash: createHash('sha256').update(rows.join('\n')).digest('base64url'),
    }
  }
  return found
}

async function tables(): Promise<AnyTable[]> {
  const folder = join(import.meta.dirname, 'schema')
  const files = readdirSync(folder).filter(name => name.endsWith('.ts') && !name.includes('.test.'))
  const modules = await Promise.all(files.map(name => import(pathToFileURL(join(folder, name)).href)))
  return modules.flatMap(one => Object.values(one as object)).filter(value => is(value, Table)) as AnyTable[]
}
