/** A question by its number from 1, or the page on which one checks the answers. */
export type Place = number | 'check'

/** 'q3', 'check': what stands behind the # of the address. */
export const placeName = (place: Place): string => (place === 'check' ? 'check' : `q${place}`)

/** @returns null for what is no place on a paper of `total` questions */
export function placeFrom(name: string | null, total: number): Place | null {
  if (name === 'check') return 'check'
  const number = Number(/^q(\d{1,3})$/.exec(name ?? '')?.[1] ?? 0)
  return number >= 1 && number <= total ? number : null
}

export const nextOf = (place: Place, total: number): Place =>
  place === 'check' || place >= total ? 'check' : place + 1

/** @returns null before the first question */
export function previousOf(place: Place, total: number): Place | null {
  if (place === 'check') return total
  return place > 1 ? place - 1 : null
}
