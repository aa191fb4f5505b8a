/** A seeded generator, uniform in [0, 1): for samples and simulations, never for papers or draws. (mulberry32) */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/**
 * A seeded generator with 128 bits of state, uniform in [0, 1): for papers, whose seed is kept. (sfc32)
 * @param seed at least 16 bytes
 */
export function randomFrom(seed: Uint8Array): () => number {
  const view = new DataView(seed.buffer, seed.byteOffset, 16)
  let [a, b, c, count] = [view.getInt32(0), view.getInt32(4), view.getInt32(8), view.getInt32(12)]
  const next = () => {
    const sum = (((a + b) | 0) + count) | 0
    count = (count + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 2 ** 32
  }
  // The first words still show the seed's own pattern.
  for (let i = 0; i < 12; i++) next()
  return next
}
