/** Uploaded pictures, made anew: whatever was hidden in the file does not come along. */
import sharp from 'sharp'
import { no, type Outcome, yes } from '#core/refusal'

/** Bytes of an upload, its pixels, and how long making it anew may take, in seconds. */
export const pictureLimits = { bytes: 10_000_000, pixels: 50_000_000, seconds: 20 }
/** Longest side in pixels, and WebP's quality. */
const large = { side: 1600, quality: 80 }
const small = { side: 640, quality: 74 }
/** Pictures in memory at once, and how many may wait for their turn. */
const atOnce = 1
const mostWaiting = 8

sharp.cache(false)
sharp.concurrency(1)

export interface MadePicture {
  large: Buffer
  small: Buffer
  width: number
  height: number
}

/**
 * Reads JPEG, PNG and WebP, and nothing else; SVG and the like never reach a decoder. The first frame only, upright,
 * without metadata. @returns refusals: picture-type, picture-too-large, picture-broken, busy
 */
export async function makePicture(bytes: Uint8Array): Promise<Outcome<MadePicture>> {
  if (bytes.length > pictureLimits.bytes) return no('picture-too-large')
  if (!kindOf(bytes)) return no('picture-type')
  if (waiting >= mostWaiting) return no('busy')
  return inTurn(() => made(bytes))
}

async function made(bytes: Uint8Array): Promise<Outcome<MadePicture>> {
  try {
    const { width, height } = await opened(bytes).metadata()
    if (width * height > pictureLimits.pixels) return no('picture-too-large')
    const whole = await shrunk(bytes, large)
    const part = await shrunk(bytes, small)
    return yes({ large: whole.data, small: part.data, width: whole.info.width, height: whole.info.height })
  } catch (error) {
    return no(/pixel limit/.test(String(error)) ? 'picture-too-large' : 'picture-broken')
  }
}

const opened = (bytes: Uint8Array) =>
  sharp(bytes, { limitInputPixels: pictureLimits.pixels, failOn: 'error', sequentialRead: true })

const shrunk = (bytes: Uint8Array, { side, quality }: typeof large) =>
  opened(bytes)
    .timeout({ seconds: pictureLimits.seconds })
    .autoOrient()
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .webp({ quality })
    .toBuffer({ resolveWithObject: true })

/** By the first bytes, not by the name or what the browser says. */
function kindOf(bytes: Uint8Array): 'jpeg' | 'png' | 'webp' | null {
  const begins = (at: number, ...signs: number[]) => signs.every((sign, i) => bytes[at + i] === sign)
  if (begins(0, 0xff, 0xd8, 0xff)) return 'jpeg'
  if (begins(0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png'
  // RIFF....WEBP
  if (begins(0, 0x52, 0x49, 0x46, 0x46) && begins(8, 0x57, 0x45, 0x42, 0x50)) return 'webp'
  return null
}

let running = 0
let waiting = 0
const queue: (() => void)[] = []

/** One after another: several large pictures at once would not fit into the memory of a small machine. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) {
    waiting++
    await new Promise<void>(resolve => queue.push(resolve))
    waiting--
  } else running++
  try {
    return await work()
  } finally {
    const next = queue.shift()
    if (next) next()
    else running--
  }
}
