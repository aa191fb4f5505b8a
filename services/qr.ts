/** QR codes as the outline of one SVG path: no picture, no markup that is made of text. */
import { encode } from 'uqr'

export interface QrCode {
  /** Modules on each side, the quiet zone included. */
  size: number
  /** Path data of the dark modules, one unit a module. */
  path: string
}

export function qrCode(text: string): QrCode {
  const { size, data } = encode(text, { ecc: 'M', border: 4 })
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return { size, path }
}
