/** Whether the process keeps up. When it does not, new work is sent away early, with a time to come back. */

import underPressure from '@fastify/under-pressure'
import type { FastifyInstance } from 'fastify'
import type { Runtime } from '#services/runtime'

/** @returns true while new work should be sent away */
export type Pressure = () => boolean

/** Mean delay of the event loop over half a second, in milliseconds: a tenth of a second is felt, this is distress. */
const mostDelay = 400
/** Units waiting to be written: at the measured rate this is a quarter of a second of work. */
const mostWaiting = 4000

export function watchPressure(door: FastifyInstance, { storage, environment }: Runtime): Pressure {
  // Next compiles in the development server's process: there every page is distress.
  if (environment.development) return () => false
  let isUnderPressure = () => false
  door.register(underPressure, {
    maxEventLoopDelay: mostDelay,
    sampleInterval: 500,
    exposeStatusRoute: false,
    pressureHandler: () => undefined,
  })
  door.after(() => {
    isUnderPressure = () => door.isUnderPressure()
  })
  return () => storage.waiting() > mostWaiting || isUnderPressure()
}
