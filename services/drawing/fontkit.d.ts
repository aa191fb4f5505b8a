/** The little of fontkit that we use; it brings no types of its own. */
declare module 'fontkit' {
  interface Glyph {
    id: number
    advanceWidth: number
    path: { toSVG(): string }
  }
  interface Font {
    unitsPerEm: number
    hasGlyphForCodePoint(codePoint: number): boolean
    glyphForCodePoint(codePoint: number): Glyph
  }
  export function openSync(path: string): Font
}
