/** `npm run db:generate` writes both migration folders: run with and without DATABASE_URL. */
import { defineConfig } from 'drizzle-kit'

const postgres = /^postgres/.test(process.env.DATABASE_URL ?? '')

export default defineConfig({
  schema: './db/schema/*.ts',
  dialect: postgres ? 'postgresql' : 'sqlite',
  out: postgres ? './db/migrations/postgres' : './db/migrations/sqlite',
})
