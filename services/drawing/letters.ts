/**
 * Text as outlines in SVG, out of the shipped fonts: a machine that has no fonts at all draws the same picture. Letters
 * that the fonts lack become an empty box.
 */
import { join } from 'node:path'
import { type Font, openSync } from 'fontkit'
import { fittingQuotes } from './quotes.ts'

export type Face = 'text' | 'head'

const files: Record<Face, string> = { text: 'NotoSansSC-Regular.otf', head: 'NotoSerifSC-Bold.otf' }
/** Asked late: pages import what draws, and in their bundle there is no folder. */
const folder = () => join(import.meta.dirname, '../booklet/fonts')
const opened = new Map<Face, Font>()

export interface Written {
  x: number
  /** Of the baseline. */
  y: number
  size: number
  face?: Face
  fill?: string
  anchor?: 'start' | 'middle' | 'end'
  /** The widest it may be; longer text is set smaller. */
  most?: number
}

/** @returns one <path> */
export function letters(
  text: string,
  { x, y, size, face = 'text', fill = '#1c2733', anchor = 'start', most }: Written,
): string {
  const natural = widthOf(text, size, face)
  const fitted = most !== undefined && natural > most ? (size * most) / natural : size
  const width = widthOf(text, fitted, face)
  let at = anchor === 'start' ? x : anchor === 'middle' ? x - width / 2 : x - width
  const scale = fitted / fontOf(face).unitsPerEm
  const shapes = glyphsOf(text, face).map(glyph => {
    const placed = `<path transform="translate(${round(at)} ${round(y)}) scale(${scale} ${-scale})" d="${glyph.path.toSVG()}"/>`
    at += glyph.advanceWidth * scale
    return placed
  })
  return `<g fill="${fill}">${shapes.join('')}</g>`
}

export const widthOf = (text: string, size: number, face: Face = 'text'): number =>
  (glyphsOf(text, face).reduce((sum, glyph) => sum + glyph.advanceWidth, 0) * size) / fontOf(face).unitsPerEm

/**
 * In one line as large as it may be; set smaller than `least` there, in two lines that are about as long as each other.
 * @param lead from the first baseline to the second @returns the paths; the last line stands on `y`
 */
export function oneOrTwoLines(
  text: string,
  { least, lead, ...at }: Written & { most: number; least: number; lead: number },
): string {
  const natural = widthOf(text, at.size, at.face)
  if ((at.size * at.most) / natural >= least) return letters(text, at)
  const half = (natural * (least / at.size)) / 2
  const whole = { ...at, size: least }
  const first = firstLine(text, half, whole)
  if (first.length === text.length) return letters(text, at)
  const second = letters(text.slice(first.length).trim(), whole)
  return letters(first.trim(), { ...whole, y: at.y - lead }) + second
}

/** As many pieces as come nearest to a width, but one at least. */
function firstLine(text: string, wanted: number, { size, face }: Written): string {
  let line = ''
  for (const piece of text.match(pieces) ?? []) {
    const before = widthOf(line.trimEnd(), size, face)
    if (line !== '' && widthOf((line + piece).trimEnd(), size, face) - wanted > wanted - before) break
    line += piece
  }
  return line
}

/** Several lines, broken between hanzi or words so that none is wider than `most`. @returns the paths, and where they end */
export function paragraph(
  text: string,
  { most, lead, ...at }: Written & { most: number; lead: number },
): { svg: string; y: number } {
  const lines: string[] = []
  let line = ''
  for (const piece of text.match(pieces) ?? []) {
    if (
      line !== '' &&
      widthOf((line + piece).trimEnd(), at.size, at.face) > most &&
      !/^[，。、；：？！）”》]/.test(piece)
    ) {
      lines.push(line)
      line = ''
    }
    line += piece
  }
  if (line !== '') lines.push(line)
  const svg = lines.map((one, i) => letters(one.trimEnd(), { ...at, y: at.y + i * lead })).join('')
  return { svg, y: at.y + (lines.length - 1) * lead }
}

/** What stays together: a short bracket with all inside it, an opening bracket with what it opens, a word, a hanzi. */
const pieces = /（[^（）]{1,8}）|《[^《》]{1,8}》|[（《]?[\w’'“”().,:;-]+\s*|\s+|[（《]?./gu

const glyphsOf = (text: string, face: Face) => {
  const font = fontOf(face)
  return [...fittingQuotes(text)].map(letter => {
    const code = letter.codePointAt(0) ?? 0x25a1
    return font.glyphForCodePoint(font.hasGlyphForCodePoint(code) ? code : 0x25a1)
  })
}

function fontOf(face: Face): Font {
  const known = opened.get(face)
  if (known) return known
  const font = openSync(join(folder(), files[face]))
  opened.set(face, font)
  return font
}

const round = (n: number): number => Math.round(n * 100) / 100
