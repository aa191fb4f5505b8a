/** /campaigns: the publicity weeks and their activities, and the pictures of them. */
import { z } from 'zod'
import { allow } from '#core/account/roles'
import { activitiesOf, activityAt, campaignBySlug, listCampaigns } from '#services/campaign'
import { pictureFile } from '#services/picture'
import type { Runtime } from '#services/runtime'
import { asItIs } from './as-it-is.ts'
import { personOf } from './person.ts'
import { refuse } from './problem.ts'
import { localeQuery, problem, slugParams } from './schemas.ts'
import type { Api } from './typed.ts'

const text = z.object({ zh: z.string(), en: z.string() })
const day = z.string().nullable()
const place = z.object({ slug: z.string(), name: text }).nullable()
const picture = z.object({
  id: z.string(),
  alt: text,
  illustration: z.boolean(),
  width: z.int(),
  height: z.int(),
})
const wireCampaign = z.object({
  slug: z.string(),
  title: text,
  theme: text,
  slogan: text,
  lead: text,
  year: z.int(),
  fromDay: day,
  toDay: day,
  activities: z.int(),
})
const card = { number: z.int(), day, region: place, department: place, title: text, summary: text }
const wireCard = z.object({ ...card, picture: picture.nullable() })
const wireActivity = z.object({
  ...card,
  body: text.meta({ description: 'Markdown: paragraphs, headings, lists, quotations, emphasis, links' }),
  pictures: z.array(picture),
  publishedAt: z.int(),
})
const slug = z.string().max(80).optional()

export function campaignRoutes(app: Api, rt: Runtime): void {
  app.get(
    '/campaigns',
    {
      schema: {
        summary: 'Publicity campaigns, the newest first',
        querystring: localeQuery,
        response: { 200: z.object({ campaigns: z.array(wireCampaign) }) },
      },
    },
    async () => ({ campaigns: await listCampaigns(rt) }),
  )

  app.get(
    '/campaigns/:slug',
    {
      schema: {
        summary: 'A campaign with its calendar and a page of its activities',
        params: slugParams,
        querystring: localeQuery.extend({
          region: slug,
          department: slug,
          day: z.iso.date().optional(),
          page: z.coerce.number().int().min(1).max(100_000).default(1),
        }),
        response: {
          200: wireCampaign.extend({
            items: z.array(z.object({ day, title: text })),
            contests: z.array(z.string()),
            found: z.object({
              activities: z.array(wireCard),
              total: z.int(),
              page: z.int(),
              pages: z.int(),
            }),
          }),
          404: problem,
        },
      },
    },
    async (request, reply) => {
      const [campaign, found] = await Promise.all([
        campaignBySlug(rt, request.params.slug),
        activitiesOf(rt, request.params.slug, request.query),
      ])
      if (!campaign || !found) return refuse(reply, 'not-found')
      const { choices: _choices, edition: _edition, contests, ...shown } = campaign
      return { ...shown, contests: contests.map(contest => contest.slug), found }
    },
  )

  app.get(
    '/campaigns/:slug/activities/:number',
    {
      schema: {
        summary: 'One activity with its text and pictures',
        params: slugParams.extend({ number: z.coerce.number().int().min(1).max(1_000_000) }),
        querystring: localeQuery,
        response: { 200: wireActivity, 404: problem },
      },
    },
    async (request, reply) => {
      const found = await activityAt(rt, request.params.slug, request.params.number)
      if (!found) return refuse(reply, 'not-found')
      const { campaign: _campaign, before: _before, after: _after, ...shown } = found
      return shown
    },
  )

  pictureRoute(app, rt)
}

function pictureRoute(app: Api, rt: Runtime): void {
  app.get(
    '/pictures/:id',
    {
      schema: {
        summary: 'A picture as WebP; of a report that is not public, only within one’s reach',
        params: z.object({ id: z.string().regex(/^[\w-]{22}$/) }),
        querystring: localeQuery.extend({ size: z.enum(['large', 'small']).default('large') }),
        response: { 200: z.any().meta({ description: 'image/webp' }), 304: z.null(), 404: problem },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const { size } = request.query
      const who = allow((await personOf(rt, request))?.account ?? null, 'activities.write')
      const found = await pictureFile(rt, who, id, size)
      if (!found) return refuse(reply, 'not-found')
      // A picture never changes under its id, but it may be withdrawn: so it is asked for again after a while.
      const etag = `"${id}-${size}"`
      reply.header('etag', etag)
      reply.header('cache-control', found.isPublic ? 'public, max-age=600' : 'private, no-store')
      if (request.headers['if-none-match']?.includes(etag)) return reply.code(304).send(null)
      return reply.type('image/webp').serializer(asItIs).send(found.bytes)
    },
  )
}
