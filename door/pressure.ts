/**
 * Whether the process keeps up. When it does not, new work is sent away early, with a time to come back.
 * The usual plugin reads `routeOptions` in a hook of its own, which costs each request an object of twenty fields.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Runtime } from '#services/runtime'

export interface Pressure {
  /** Whether new work should be sent away. */
  isHigh(): boolean
  stop(): void
}

/** Mean delay of the event loop over `span`, in milliseconds: a tenth of a second is felt, this is distress. */
const mostDelay = 400
/** Units waiting to be written: at the measured rate this is a quarter of a second of work. */
const mostWaiting = 4000
/** How often the delay is looked at, and how finely it is measured, in milliseconds. */
const span = 500
const resolution = 10

/** @param aloneInProcess whether a late event loop is the server's own doing */
export function watchPressure({ storage, environment }: Runtime, aloneInProcess = true): Pressure {
  // Next compiles in the development server's process: there every page is distress.
  if (environment.development) return { isHigh: () => false, stop: () => undefined }
  if (!aloneInProcess) return { isHigh: () => storage.waiting() > mostWaiting, stop: () => undefined }
  const delay = monitorEventLoopDelay({ resolution })
  delay.enable()
  let isLate = false
  const timer = setInterval(() => {
    // Each sample is a whole tick, the resolution included. No sample at all: the loop stood for most of the span.
    isLate = delay.count === 0 || delay.mean / 1e6 - resolution > mostDelay
    delay.reset()
  }, span).unref()
  return {
    isHigh: () => isLate || storage.waiting() > mostWaiting,
    stop() {
      clearInterval(timer)
      delay.disable()
    },
  }
}
