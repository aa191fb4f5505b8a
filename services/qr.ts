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

/** A picture of its own: black on white whatever the page's colours. */
export function qrSvg(text: string): string {
  const { size, path } = qrCode(text)
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>`
  )
}
