/** The contest clock: the wall clock at start, carried on by the monotonic one, so that a jump moves no deadline. */
export interface Clock {
  /** Epoch milliseconds, whole. */
  now(): number
}

export function steadyClock(): Clock {
  const offset = Date.now() - performance.now()
  return { now: () => Math.floor(offset + performance.now()) }
}
