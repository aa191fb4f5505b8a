/** A connection to the live numbers that comes back by itself. */
import type { WireLive } from '#core/wire-live'

/** Milliseconds: first and longest pause before trying again, and how long no sign of life is too long. */
const pauses = { first: 1000, longest: 30_000 }
const silence = 35_000

interface Told {
  onState(state: WireLive): void
  onBeat(asOf: number): void
  /** The connection was lost, or is there again. */
  onLine(isThere: boolean): void
}

/** @returns how to stop */
export function listen(path: string, { onState, onBeat, onLine }: Told): () => void {
  let source: EventSource | null = null
  let tries = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const drop = () => {
    clearTimeout(timer)
    source?.close()
    source = null
  }
  const again = () => {
    drop()
    onLine(false)
    const pause = Math.min(pauses.longest, pauses.first * 2 ** tries++)
    // Not all screens of a city at the same moment.
    timer = setTimeout(connect, pause * (0.75 + Math.random() / 2))
  }
  const alive = () => {
    tries = 0
    clearTimeout(timer)
    timer = setTimeout(again, silence)
    onLine(true)
  }
  function connect(): void {
    drop()
    timer = setTimeout(again, silence)
    source = new EventSource(path)
    source.addEventListener('state', event => {
      alive()
      onState(JSON.parse(event.data) as WireLive)
    })
    source.addEventListener('beat', event => {
      alive()
      onBeat((JSON.parse(event.data) as { asOf: number }).asOf)
    })
    source.addEventListener('error', again)
  }
  connect()
  return drop
}
