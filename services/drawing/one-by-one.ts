/** Drawing takes memory and the server's own time: one sheet at a time, and whoever else asks in between. */
let last: Promise<unknown> = Promise.resolve()

/** Waits for those that came before, and lets the server answer others first. */
export function oneByOne<T>(draw: () => Promise<T>): Promise<T> {
  const turn = async () => {
    await new Promise(resolve => setImmediate(resolve))
    return draw()
  }
  const drawn = last.then(turn, turn)
  last = drawn
  return drawn
}
