/** Names of districts in letters, broken where they are spoken in two. */

/** Before a consonant with a vowel behind it, after a vowel, n, ng or r: Shaping-ba, Liang-jiang. */
const syllable = /(?<=[aeiouvngr])(?=(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])[aeiou])/i

/** Names of so many letters stand in one line of a tile that is as wide as it is high. */
const short = 5

/** @returns one line, or two of about the same length with a hyphen between them */
export function linesOf(name: string): [string] | [string, string] {
  if (name.length <= short) return [name]
  const parts = name.split(syllable)
  const breaks = parts
    .slice(1)
    .map((_, i): [string, string] => [`${parts.slice(0, i + 1).join('')}-`, parts.slice(i + 1).join('')])
  const longest = ([first, second]: [string, string]) => Math.max(first.length, second.length)
  return breaks.toSorted((a, b) => longest(a) - longest(b))[0] ?? [name]
}
