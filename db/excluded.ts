/** Who may win nothing in a contest. */
import { and, eq, inArray, isNotNull, isNull, or } from 'drizzle-orm'
import type { QuestionAct } from '../core/question/state.ts'
import { accounts } from './schema/account.ts'
import { contestSets } from './schema/contest.ts'
import { strikes } from './schema/integrity.ts'
import { insiders } from './schema/prize.ts'
import { questionActs, questionSets, questionSteps, questions, revisions } from './schema/question.ts'
import type { Db } from './storage.ts'

/**
 * Everybody with a login, who closed the account, who wrote or reviewed a question that the contest may ask, whose phone was named as an
 * insider's, and who was struck out.
 */
export async function excludedFrom(db: Db, contestId: number): Promise<Set<number>> {
  const staff = await db
    .select({ id: accounts.id })
    .from(accounts)
    .where(or(isNotNull(accounts.login), isNotNull(accounts.deactivatedAt)))
  const named = await db
    .select({ id: accounts.id })
    .from(insiders)
    .innerJoin(accounts, eq(accounts.phoneIndex, insiders.phoneIndex))
  const struck = await db
    .select({ id: strikes.accountId })
    .from(strikes)
    .where(and(eq(strikes.contestId, contestId), isNull(strikes.undoneAt)))
  const makers = await makersOfQuestions(db, contestId)
  return new Set([...staff, ...makers, ...named, ...struck].flatMap(({ id }) => (id === null ? [] : [id])))
}

/** What shows a question to whoever does it. */
const seeing: QuestionAct[] = ['add', 'edit', 'restore', 'approve', 'return', 'publish']

/** Of any revision, also of one that never came into use: whoever wrote it knows the question. */
async function makersOfQuestions(db: Db, contestId: number): Promise<{ id: number | null }[]> {
  const inContest = eq(contestSets.contestId, contestId)
  const owners = await db
    .select({ id: questionSets.createdBy })
    .from(contestSets)
    .innerJoin(questionSets, eq(questionSets.id, contestSets.setId))
    .where(inContest)
  const authors = await db
    .selectDistinct({ id: revisions.createdBy })
    .from(contestSets)
    .innerJoin(questions, eq(questions.setId, contestSets.setId))
    .innerJoin(revisions, eq(revisions.questionId, questions.id))
    .where(and(inContest, isNotNull(revisions.createdBy)))
  const reviewers = await db
    .selectDistinct({ id: questionActs.by })
    .from(contestSets)
    .innerJoin(questions, eq(questions.setId, contestSets.setId))
    .innerJoin(questionSteps, eq(questionSteps.questionId, questions.id))
    .innerJoin(questionActs, eq(questionActs.id, questionSteps.actId))
    .where(and(inContest, inArray(questionActs.act, seeing)))
  return [...owners, ...authors, ...reviewers]
}
