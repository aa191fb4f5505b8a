/** What our drawn sheets have in common: colours, frame, seal, pot, skyline, code. */
import { qrCode } from '../qr.ts'
import { letters } from './letters.ts'

export const colours = {
  paper: '#fbf8f1',
  card: '#ffffff',
  line: '#d9d2c3',
  ink: '#1c2733',
  quiet: '#55606e',
  seal: '#a8231c',
  river: '#0b5f66',
  far: '#ece6d8',
  near: '#e0d8c6',
}

/** A whole sheet. */
export const sheet = (width: number, height: number, parts: string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
  `<path fill="${colours.paper}" d="M0 0h${width}v${height}H0z"/>${parts.join('')}</svg>`

/** The square red seal with one or two lines in it. @param at its left upper corner */
export function seal(lines: string[], at: { x: number; y: number; side: number }): string {
  const { x, y, side } = at
  const inner = side * 0.94
  const edge = (side - inner) / 2
  const size = lines.length > 1 ? side * 0.36 : side * 0.46
  const first = y + side / 2 + size * 0.36 - ((lines.length - 1) * size * 1.08) / 2
  return (
    `<path fill="${colours.seal}" d="M${x} ${y}h${side}v${side}h${-side}z"/>` +
    `<rect x="${x + edge}" y="${y + edge}" width="${inner}" height="${inner}" fill="none" stroke="${colours.card}" stroke-width="${side * 0.02}"/>` +
    lines
      .map((line, i) =>
        letters(line, {
          x: x + side / 2,
          y: first + i * size * 1.08,
          size,
          face: 'head',
          fill: colours.card,
          anchor: 'middle',
          most: side * 0.8,
        }),
      )
      .join('')
  )
}

/** A QR code on white, quiet zone included. */
export function code(text: string, { x, y, side }: { x: number; y: number; side: number }): string {
  const { size, path } = qrCode(text)
  const scale = side / size
  return (
    `<path fill="#fff" d="M${x} ${y}h${side}v${side}h${-side}z"/>` +
    `<path fill="#000" transform="translate(${x} ${y}) scale(${scale})" d="${path}"/>`
  )
}

/** Ridges, a bridge and a cable car at the foot of a sheet. @param y of the water line */
export function skyline(width: number, y: number): string {
  const scale = Math.max(width / 1440, 0.6)
  const ground = 'v200H0z'
  const pen = `fill="none" stroke="${colours.ink}" stroke-linecap="round" stroke-linejoin="round"`
  return (
    `<g transform="translate(${(width - 1440 * scale) / 2} ${y - 206 * scale}) scale(${scale})">` +
    `<path fill="${colours.far}" d="M0 230V120l70-40 60 34 90-70 86 60 70-36 80 46 100-74 84 58 76-34 90 52 70-44 84 50 96-72 90 64 84-46 80 40 64-30 66 34v148${ground}"/>` +
    `<path fill="${colours.near}" d="M0 230v-60l90-22 110 30 120-40 130 46 90-22 130 34 120-30 110 26 140-44 120 40 130-36 80 20 70-14v72${ground}"/>` +
    `<path ${pen} stroke-width="2" d="M584 168H1176M584 175H1176M670 172Q880 4 1090 172M656 186Q880-10 1104 186M0 206H1440M0 30 1440 66M606 44.5h24M618 45v12"/>` +
    `<path fill="${colours.card}" stroke="${colours.ink}" stroke-width="2" d="M596 57h44q7 0 7 7v18q0 8-8 8h-42q-8 0-8-8V64q0-7 7-7z"/></g>`
  )
}

/** The hotpot with its steam, 260 units wide. */
export function hotpot({ x, y, scale }: { x: number; y: number; scale: number }): string {
  const pen = `stroke="${colours.ink}" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round"`
  return (
    `<g transform="translate(${x} ${y}) scale(${scale})" fill="none" ${pen}>` +
    '<path d="M100 52c-10-12 10-20 0-34M130 48c-10-13 10-22 0-38M160 52c-10-12 10-20 0-34" stroke="#55606e"/>' +
    '<path fill="#fff" d="M60 78q2 42 32 46h76q30-4 32-46z"/>' +
    '<path d="M61 85q-18-5-17 8 2 9 21 7M199 85q18-5 17 8-2 9-21 7"/>' +
    '<ellipse fill="#fff" cx="130" cy="78" rx="70" ry="17"/><ellipse cx="130" cy="78.5" rx="62" ry="12.5"/>' +
    '<path d="M74 74h112M72 83.500h116M111 66.700l-4 23.200M149 66.700l4 23.200M100 124v8M160 124v8M92 132h76M20 140h220"/>' +
    '<path d="M164 79 190 38q4-6 9-3"/></g>'
  )
}
