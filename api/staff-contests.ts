/** /staff/contests: set up, publish, watch. */
import { z } from 'zod'
import { proposePublishing } from '#services/contest-publish'
import { copyContest, createContest, updateContestDraft } from '#services/contest-setup'
import { contestForStaff, listAllContests } from '#services/contest-view'
import { nameOrganisations } from '#services/organisation'
import type { Runtime } from '#services/runtime'
import { requireFreshRight, requireRight } from './person.ts'
import { refuse } from './problem.ts'
import { localeQuery, nothing, slugParams } from './schemas.ts'
import { refusingStaff, wireStaffContest } from './staff-answers.ts'
import { contestBody, copyBody, organisationsBody } from './staff-schemas.ts'
import type { Api } from './typed.ts'

export function staffContestRoutes(app: Api, rt: Runtime): void {
  app.get(
    '/staff/contests',
    {
      schema: {
        summary: 'All contests, drafts too',
        querystring: localeQuery,
        response: { 200: z.object({ contests: z.array(wireStaffContest) }), ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'contests.write')
      return allowed.ok ? { contests: await listAllContests(rt, allowed.value) } : refuse(reply, allowed)
    },
  )

  app.get(
    '/staff/contests/:slug',
    {
      schema: {
        summary: 'One contest with its live numbers',
        params: slugParams,
        querystring: localeQuery,
        response: { 200: wireStaffContest, ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'contests.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const contest = await contestForStaff(rt, allowed.value, request.params.slug)
      return contest.ok ? contest.value : refuse(reply, contest)
    },
  )

  app.post(
    '/staff/contests',
    {
      schema: {
        summary: 'Keep a new contest as a draft',
        querystring: localeQuery,
        body: contestBody,
        response: { 201: wireStaffContest, ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'contests.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const made = await createContest(rt, allowed.value, request.body)
      return made.ok ? reply.code(201).send(made.value) : refuse(reply, made)
    },
  )

  app.post(
    '/staff/contests/:slug/copies',
    {
      schema: {
        summary: 'A new draft with the rules, sets and texts of this contest; all dates move along',
        params: slugParams,
        querystring: localeQuery,
        body: copyBody,
        response: { 201: wireStaffContest, ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'contests.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const made = await copyContest(rt, allowed.value, request.params.slug, request.body)
      return made.ok ? reply.code(201).send(made.value) : refuse(reply, made)
    },
  )

  app.post(
    '/staff/organisations',
    {
      schema: {
        summary: 'Ids of organisations by their names; those not known yet are made',
        querystring: localeQuery,
        body: organisationsBody,
        response: {
          200: z.object({ organisations: z.array(z.object({ id: z.string(), name: z.string() })) }),
          ...refusingStaff,
        },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'contests.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const named = await nameOrganisations(rt, allowed.value, request.body.names)
      return named.ok ? { organisations: named.value } : refuse(reply, named)
    },
  )

  app.put(
    '/staff/contests/:slug',
    {
      schema: {
        summary: 'Change a contest; once it is open only its words',
        params: slugParams,
        querystring: localeQuery,
        body: contestBody,
        response: { 200: wireStaffContest, ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'contests.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const changed = await updateContestDraft(rt, allowed.value, request.params.slug, request.body)
      return changed.ok ? changed.value : refuse(reply, changed)
    },
  )

  app.post(
    '/staff/contests/:slug/publish',
    {
      schema: {
        summary: 'Ask a second person to publish it. Wants a fresh code',
        params: slugParams,
        querystring: localeQuery,
        body: nothing,
        response: { 200: wireStaffContest, ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireFreshRight(rt, request, 'contests.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const published = await proposePublishing(rt, allowed.value, request.params.slug)
      return published.ok ? published.value : refuse(reply, published)
    },
  )
}
