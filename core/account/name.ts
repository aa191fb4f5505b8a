/** Names: as people write them, and as others see them. */

const longest = 30
/** Begins with a letter, of which a board shows no more; marks over one letter are at most as many as a script stacks. */
const letters = /^\p{L}(?!\p{M}{5})(?:[\p{L}·.'’ -]|\p{M}(?!\p{M}{4}))*$/u
/** Letters by their kind that show nothing: two of Hangul, two of Khmer, and the empty cell of Braille. */
export const showsNothing = /[\u115F\u1160\u17B4\u17B5\u2800]/u

/** @returns the name in one spelling and with single spaces, or null when it is none (1 to 30 characters) */
export function personName(written: string): string | null {
  const name = written.normalize('NFKC').replace(/\s+/g, ' ').trim()
  return [...name].length <= longest && letters.test(name) && !showsNothing.test(name) ? name : null
}

/** 张*: a board, with consent. One star whatever the length, so that it tells no more. */
export const boardName = (name: string): string => `${firstCharacter(name)}*`
/** 张**: a winner list. */
export const winnerName = (name: string): string => `${firstCharacter(name)}**`

const firstCharacter = (name: string): string => [...name][0] ?? ''
