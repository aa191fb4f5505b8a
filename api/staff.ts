/** /staff/set-up: using a set-up link. Signing in is next-auth's provider "staff". */
import { z } from 'zod'
import { coarseAddress } from '#core/account/address'
import type { Runtime } from '#services/runtime'
import { choosePassword, createFirstStaff } from '#services/staff'
import { refuse } from './problem.ts'
import { localeQuery } from './schemas.ts'
import { refusingStaff } from './staff-answers.ts'
import { setUpBody } from './staff-schemas.ts'
import type { Api } from './typed.ts'

export function staffRoutes(app: Api, rt: Runtime): void {
  app.post(
    '/staff/set-up',
    {
      schema: {
        summary: 'Use a set-up link: make the first account (login, name), or choose a colleague’s password',
        querystring: localeQuery,
        body: setUpBody,
        response: { 201: z.object({ login: z.string() }), ...refusingStaff },
      },
    },
    async (request, reply) => {
      const { token, password, login, name } = request.body
      const from = coarseAddress(request.ip)
      const made =
        login !== undefined && name !== undefined
          ? await createFirstStaff(rt, token, { login, password, name }, from)
          : await choosePassword(rt, token, password, from)
      return made.ok ? reply.code(201).send(made.value) : refuse(reply, made)
    },
  )
}
