/** Keys and explanations. Only the grader and regrades, the result, practising and the bank's own editors may import this file. */
import { inArray } from 'drizzle-orm'
import { keys } from './schema/question.ts'
import type { Db } from './storage.ts'

export const rightsFor = async (db: Db, revisionIds: number[]): Promise<{ revisionId: number; right: number }[]> =>
  db.select({ revisionId: keys.revisionId, right: keys.right }).from(keys).where(inArray(keys.revisionId, revisionIds))

export const explanationsFor = async (db: Db, revisionIds: number[]) =>
  db.select().from(keys).where(inArray(keys.revisionId, revisionIds))
