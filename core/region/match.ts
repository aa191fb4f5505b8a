/** Looking for a district or county by hanzi, pinyin, initials or an old name. */
export interface Choice {
  slug: string
  name: string
  /** Written forms that find it. */
  keys: string[]
  /** Old names and zones that resolve to it, with what to say about them. */
  also: { keys: string[]; note: string }[]
}

export interface ChoiceGroup {
  name: string
  choices: Choice[]
}

/** @returns null when it does not match; else the note to show, '' when found by its own name */
export function matchOf(choice: Choice, written: string): string | null {
  const sought = plain(written)
  if (sought === '' || choice.keys.some(key => plain(key).includes(sought))) return ''
  return choice.also.find(({ keys }) => keys.some(key => plain(key).includes(sought)))?.note ?? null
}

/** Width, case, spaces, tones and apostrophes do not count. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\s'’·-]/g, '')
    .toLowerCase()
