/** /staff/campaigns and /staff/departments: what organizers set up. */
import { z } from 'zod'
import type { CampaignDraft } from '#core/activity/campaign'
import {
  addDepartment,
  campaignForStaff,
  campaignsForStaff,
  changeCampaign,
  createCampaign,
  departmentsFor,
  showCampaign,
} from '#services/campaign-setup'
import { giveArea } from '#services/reporter'
import type { Runtime } from '#services/runtime'
import { requireRight } from './person.ts'
import { refuse } from './problem.ts'
import { localeQuery, slugParams } from './schemas.ts'
import { refusingStaff } from './staff-answers.ts'
import type { Api } from './typed.ts'

const text = (most: number) =>
  z.strictObject({ zh: z.string().trim().max(most), en: z.string().trim().max(most).default('') })
const day = z.iso.date().nullable()
const campaignBody = z.strictObject({
  slug: z.string().trim().max(60),
  title: text(120),
  theme: text(200),
  slogan: text(200),
  lead: text(600),
  year: z.int().min(1900).max(2999),
  fromDay: day,
  toDay: day,
  items: z.array(z.strictObject({ day, title: text(200) })).max(100),
  contests: z.array(z.string().max(80)).max(50),
}) satisfies z.ZodType<CampaignDraft>
const made = z.object({ slug: z.string() })

export function staffCampaignRoutes(app: Api, rt: Runtime): void {
  app.get(
    '/staff/campaigns',
    {
      schema: {
        summary: 'All campaigns, drafts too',
        querystring: localeQuery,
        response: {
          200: z.object({
            campaigns: z.array(z.object({ slug: z.string(), year: z.int(), published: z.boolean() })),
          }),
          ...refusingStaff,
        },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'activities.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const rows = await campaignsForStaff(rt, allowed.value)
      return {
        campaigns: rows.map(({ slug, year, publishedAt }) => ({ slug, year, published: publishedAt !== null })),
      }
    },
  )

  app.post(
    '/staff/campaigns',
    {
      schema: {
        summary: 'A new campaign; not public yet',
        querystring: localeQuery,
        body: campaignBody,
        response: { 201: made, ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'campaigns.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const done = await createCampaign(rt, allowed.value, request.body)
      return done.ok ? reply.code(201).send(done.value) : refuse(reply, done)
    },
  )

  oneCampaign(app, rt)
  departmentRoutes(app, rt)
  areaRoute(app, rt)
}

function oneCampaign(app: Api, rt: Runtime): void {
  app.get(
    '/staff/campaigns/:slug',
    {
      schema: {
        summary: 'A campaign as its form shows it',
        params: slugParams,
        querystring: localeQuery,
        response: { 200: z.object({ ...campaignBody.shape, published: z.boolean() }), ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'campaigns.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const found = await campaignForStaff(rt, allowed.value, request.params.slug)
      return found.ok ? found.value : refuse(reply, found)
    },
  )

  app.put(
    '/staff/campaigns/:slug',
    {
      schema: {
        summary: 'Change a campaign; what is public changes at once',
        params: slugParams,
        querystring: localeQuery,
        body: campaignBody,
        response: { 200: made, ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'campaigns.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const done = await changeCampaign(rt, allowed.value, request.params.slug, request.body)
      return done.ok ? done.value : refuse(reply, done)
    },
  )

  app.put(
    '/staff/campaigns/:slug/published',
    {
      schema: {
        summary: 'Make a campaign public, or take it off the site',
        params: slugParams,
        querystring: localeQuery,
        body: z.strictObject({ published: z.boolean() }),
        response: { 200: z.object({ published: z.boolean() }), ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'campaigns.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const done = await showCampaign(rt, allowed.value, request.params.slug, request.body.published)
      return done.ok ? done.value : refuse(reply, done)
    },
  )
}

function departmentRoutes(app: Api, rt: Runtime): void {
  app.get(
    '/staff/departments',
    {
      schema: {
        summary: 'The departments that report',
        querystring: localeQuery,
        response: {
          200: z.object({ departments: z.array(z.object({ slug: z.string(), name: text(80) })) }),
          ...refusingStaff,
        },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'activities.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const rows = await departmentsFor(rt, allowed.value)
      return { departments: rows.map(({ slug, name }) => ({ slug, name })) }
    },
  )

  app.post(
    '/staff/departments',
    {
      schema: {
        summary: 'One more department',
        querystring: localeQuery,
        body: z.strictObject({ slug: z.string().trim().max(40), name: text(80) }),
        response: { 201: made, ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'campaigns.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const done = await addDepartment(rt, allowed.value, request.body)
      return done.ok ? reply.code(201).send(done.value) : refuse(reply, done)
    },
  )
}

function areaRoute(app: Api, rt: Runtime): void {
  const area = z.strictObject({ region: z.string().max(80).nullable(), department: z.string().max(80).nullable() })
  app.put(
    '/staff/:login/area',
    {
      schema: {
        summary: 'For which district or county and which department a reporter reports',
        params: z.object({ login: z.string().max(60) }),
        querystring: localeQuery,
        body: area,
        response: { 200: area, ...refusingStaff },
      },
    },
    async (request, reply) => {
      const allowed = await requireRight(rt, request, 'people.write')
      if (!allowed.ok) return refuse(reply, allowed)
      const done = await giveArea(rt, allowed.value, request.params.login, request.body)
      return done.ok ? done.value : refuse(reply, done)
    },
  )
}
