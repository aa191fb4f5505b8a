/** A drawn sheet as a picture. */
import sharp from 'sharp'
import { oneByOne } from './one-by-one.ts'

/** @param sheet draws it as SVG @param wide in dots; without it as wide as the sheet says */
export const pngOf = (sheet: () => string, wide?: { dots: number; sheet: number }): Promise<Buffer> =>
  oneByOne(() => {
    const density = wide && { density: (72 * wide.dots) / wide.sheet }
    const picture = sharp(Buffer.from(sheet()), density)
    return (wide ? picture.resize({ width: wide.dots }) : picture).png({ palette: true }).toBuffer()
  })
