/** GET /regions: districts and counties of a day. */
import { z } from 'zod'
import { dayOf } from '#core/day'
import { editionOn, regionsOf } from '#services/region'
import type { Runtime } from '#services/runtime'
import { localeOf } from './problem.ts'
import { localeQuery, wireRegion } from './schemas.ts'
import type { Api } from './typed.ts'

export function regionRoutes(app: Api, rt: Runtime): void {
  app.get(
    '/regions',
    {
      schema: {
        summary: 'Districts, counties and zones in the edition in force on a day (today without one)',
        querystring: localeQuery.extend({ date: z.iso.date().optional() }),
        response: { 200: z.object({ edition: z.string(), regions: z.array(wireRegion) }) },
      },
    },
    async request => {
      const edition = await editionOn(rt, request.query.date ?? dayOf(rt.clock.now()))
      return { edition, regions: await regionsOf(rt, edition, localeOf(request)) }
    },
  )
}
