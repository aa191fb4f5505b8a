/** Which database this process speaks. Fixed before the schema is made, hence read here and nowhere else. */
export type Dialect = 'sqlite' | 'postgres'

/** `DATABASE_URL=postgres://…` moves everything to PostgreSQL; anything else means the SQLite file in DATA_DIR. */
export const dialect: Dialect = /^postgres(ql)?:/.test(process.env.DATABASE_URL ?? '') ? 'postgres' : 'sqlite'
