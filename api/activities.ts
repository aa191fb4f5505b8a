/** /staff/activities: reports, their steps and their pictures. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type ActivityDraft, activityActions, activityStates } from '#core/activity/activity'
import { activitiesFor, activityFor, editActivity, stepActivity, writeActivity } from '#services/activity'
import { addPicture, describePicture, removePicture, type Said } from '#services/picture'
import { pictureLimits } from '#services/picture-file'
import type { Runtime } from '#services/runtime'
import { requireRight } from './person.ts'
import { refuse } from './problem.ts'
import { localeQuery, nothing, slugParams } from './schemas.ts'
import { refusingStaff } from './staff-answers.ts'
import { idParams } from './staff-schemas.ts'
import type { Api } from './typed.ts'

const text = (most: number) =>
  z.strictObject({ zh: z.string().trim().max(most), en: z.string().trim().max(most).default('') })
const slug = z.string().min(1).max(80).nullable()
/** The texts' own limits are the use case's, which says them in words. */
const draft = {
  day: z.iso.date().nullable(),
  region: slug,
  department: slug,
  title: text(400),
  summary: text(2000),
  body: text(20_000),
}
const activityBody = z.strictObject(draft) satisfies z.ZodType<ActivityDraft>
const said = z.strictObject({ alt: text(500), illustration: z.boolean() }) satisfies z.ZodType<Said>

const words = z.object({ zh: z.string(), en: z.string() })
const wireListed = z.object({
  id: z.string(),
  campaign: z.string(),
  number: z.int(),
  state: z.enum(activityStates),
  day: z.string().nullable(),
  region: slug,
  regionName: words.nullable(),
  department: slug,
  departmentName: words.nullable(),
  title: words,
  summary: words,
  updatedAt: z.int(),
})
const wireForm = wireListed.extend({
  body: words,
  pictures: z.array(
    z.object({ id: z.string(), alt: words, illustration: z.boolean(), width: z.int(), height: z.int() }),
  ),
  events: z.array(z.object({ action: z.enum(activityActions), reason: z.string(), by: z.string(), at: z.int() })),
  actions: z.array(z.enum(activityActions)),
})

export function activityRoutes(app: Api, rt: Runtime): void {
  app.get(
    '/staff/campaigns/:slug/activities',
    {
      schema: {
        summary: 'The reports of a campaign within one’s reach',
        params: slugParams,
        querystring: localeQuery,
        response: { 200: z.object({ activities: z.array(wireListed) }), ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'activities.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const found = await activitiesFor(rt, allowed.value, request.params.slug)
      return found.ok ? { activities: found.value } : refuse(reply, found)
    },
  )

  app.post(
    '/staff/campaigns/:slug/activities',
    {
      schema: {
        summary: 'A new report, as a draft',
        params: slugParams,
        querystring: localeQuery,
        body: activityBody,
        response: { 201: z.object({ id: z.string() }), ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'activities.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const made = await writeActivity(rt, allowed.value, request.params.slug, request.body)
      return made.ok ? reply.code(201).send(made.value) : refuse(reply, made)
    },
  )

  oneActivity(app, rt)
  app.register(async scope => pictureUpload(scope, rt))
  onePicture(app, rt)
}

function oneActivity(app: Api, rt: Runtime): void {
  app.get(
    '/staff/activities/:id',
    {
      schema: {
        summary: 'One report with its pictures and its history',
        params: idParams,
        querystring: localeQuery,
        response: { 200: wireForm, ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'activities.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const found = await activityFor(rt, allowed.value, request.params.id)
      return found.ok ? found.value : refuse(reply, found)
    },
  )

  app.put(
    '/staff/activities/:id',
    {
      schema: {
        summary: 'Edit a draft; `seen` is the updatedAt of what was edited',
        params: idParams,
        querystring: localeQuery,
        body: z.strictObject({ ...draft, seen: z.int() }),
        response: { 200: z.object({ updatedAt: z.int() }), ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'activities.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const { seen, ...written } = request.body
      const done = await editActivity(rt, allowed.value, request.params.id, seen, written)
      return done.ok ? done.value : refuse(reply, done)
    },
  )

  app.post(
    '/staff/activities/:id/steps',
    {
      schema: {
        summary: 'Move a report on: submit, take back, publish, return, withdraw, reopen',
        params: idParams,
        querystring: localeQuery,
        body: z.strictObject({ action: z.enum(activityActions), reason: z.string().trim().max(1000).default('') }),
        response: { 200: z.object({ state: z.enum(activityStates) }), ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'activities.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const { action, reason } = request.body
      const done = await stepActivity(rt, allowed.value, request.params.id, action, reason)
      return done.ok ? done.value : refuse(reply, done)
    },
  )
}

const uploadTypes = ['image/jpeg', 'image/png', 'image/webp', 'application/octet-stream']

/** The picture itself is the body. Who may not upload is told so before the body is read. */
function pictureUpload(scope: Api, rt: Runtime): void {
  scope.addContentTypeParser(uploadTypes, { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  scope.post(
    '/staff/activities/:id/pictures',
    {
      config: { rawBody: true },
      bodyLimit: pictureLimits.bytes + 1,
      onRequest: async (request: FastifyRequest, reply: FastifyReply) => {
        const allowed = await requireRight(rt, request, 'activities.write')
        if (!allowed.ok) return refuse(reply, allowed)
      },
      schema: {
        summary: 'Add a picture: JPEG, PNG or WebP, at most 10 MB; it is made anew, without metadata',
        consumes: uploadTypes,
        params: idParams,
        querystring: localeQuery.extend({
          altZh: z.string().trim().max(500).default(''),
          altEn: z.string().trim().max(500).default(''),
          illustration: z.enum(['true', 'false']).default('false'),
        }),
        response: { 201: z.object({ id: z.string() }), ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'activities.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const { altZh, altEn, illustration } = request.query
      const about = { alt: { zh: altZh, en: altEn }, illustration: illustration === 'true' }
      const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
      const added = await addPicture(rt, allowed.value, request.params.id, bytes, about)
      return added.ok ? reply.code(201).send(added.value) : refuse(reply, added)
    },
  )
}

function onePicture(app: Api, rt: Runtime): void {
  app.put(
    '/staff/pictures/:id',
    {
      schema: {
        summary: 'Say anew what a picture shows',
        params: idParams,
        querystring: localeQuery,
        body: said,
        response: { 200: z.object({ described: z.literal(true) }), ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'activities.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const done = await describePicture(rt, allowed.value, request.params.id, request.body)
      return done.ok ? { described: true as const } : refuse(reply, done)
    },
  )

  app.post(
    '/staff/pictures/:id/removal',
    {
      schema: {
        summary: 'Take a picture out of a draft',
        params: idParams,
        querystring: localeQuery,
        body: nothing,
        response: { 200: z.object({ removed: z.literal(true) }), ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'activities.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const done = await removePicture(rt, allowed.value, request.params.id)
      return done.ok ? { removed: true as const } : refuse(reply, done)
    },
  )
}
