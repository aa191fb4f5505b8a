/** /staff/phones: what staff play with themselves, and win nothing by. */
import { z } from 'zod'
import { ownPhones, stateOwnPhone } from '#services/own-phone'
import type { Runtime } from '#services/runtime'
import { codeBrowser } from './code-browser.ts'
import { requireStaff } from './person.ts'
import { refuse } from './problem.ts'
import { localeQuery } from './schemas.ts'
import { refusingStaff } from './staff-answers.ts'
import type { Api } from './typed.ts'

export function ownPhoneRoutes(app: Api, rt: Runtime): void {
  app.get(
    '/staff/phones',
    {
      schema: {
        summary: 'The phones that one plays with oneself, masked',
        querystring: localeQuery,
        response: {
          200: z.object({ phones: z.array(z.object({ phone: z.string(), addedAt: z.int() })) }),
          ...refusingStaff,
        },
      },
    },
    async (request, reply) => {
      const staff = await requireStaff(rt, request)
      return staff.ok ? { phones: await ownPhones(rt, staff.value) } : refuse(reply, staff)
    },
  )

  app.post(
    '/staff/phones',
    {
      schema: {
        summary: 'State a phone that one plays with, with the code that POST /sign-in/codes sent to it',
        querystring: localeQuery,
        body: z.strictObject({ phone: z.string().max(40), code: z.string().max(20) }),
        response: { 204: z.null(), ...refusingStaff },
      },
    },
    async (request, reply) => {
      const staff = await requireStaff(rt, request)
      if (!staff.ok) return refuse(reply, staff)
      const stated = await stateOwnPhone(rt, staff.value, { ...request.body, browser: codeBrowser(rt, request) })
      return stated.ok ? reply.code(204).send(null) : refuse(reply, stated)
    },
  )
}
