/** The picture of one's own result. */
import { z } from 'zod'
import { siteOf } from '#core/site'
import type { Runtime } from '#services/runtime'
import { sharePicture } from '#services/share'
import { asItIs } from './as-it-is.ts'
import { hourly } from './hourly.ts'
import { requirePerson } from './person.ts'
import { localeOf, refuse } from './problem.ts'
import { localeQuery, problem, refusing } from './schemas.ts'
import type { Api } from './typed.ts'

/** A person tries a few nicknames; a program makes thousands of pictures. */
const mostPerHour = 30

export function shareRoutes(app: Api, rt: Runtime): void {
  const made = hourly(mostPerHour)
  app.post(
    '/attempts/:id/share-picture',
    {
      schema: {
        summary: 'One’s own result as a picture: nickname, score, district and a code; kept nowhere',
        params: z.object({ id: z.string().max(40) }),
        querystring: localeQuery,
        body: z.strictObject({ nickname: z.string().max(100).default(''), district: z.boolean().default(false) }),
        response: { 200: z.any().meta({ description: 'image/png' }), 422: problem, ...refusing },
      },
    },
    async (request, reply) => {
      const person = await requirePerson(rt, request)
      if (!person.ok) return refuse(reply, person)
      if (!made.take(String(person.value.account.id), rt.clock.now())) return refuse(reply, 'too-many-requests')
      const { origin } = siteOf(rt.environment.siteUrl, request.headers.host ?? '')
      const where = { locale: localeOf(request), origin }
      const picture = await sharePicture(rt, person.value, request.params.id, request.body, where)
      if (!picture.ok) return refuse(reply, picture)
      return reply.header('cache-control', 'private, no-store').type('image/png').serializer(asItIs).send(picture.value)
    },
  )
}
