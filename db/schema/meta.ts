/** What this installation knows of itself. */
import { table, text } from '../columns.ts'

/** Facts about this installation: the hash of what was seeded. */
export const meta = table('meta', { key: text().primaryKey(), value: text().notNull() })
