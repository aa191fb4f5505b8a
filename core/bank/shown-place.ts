/** '题库!D17' as it is shown. */

const [head, tail] = [7, 6]

/** The name of a file or a sheet, when long, is shortened in its middle: the cell is what one looks for. */
export function shownPlace(place: string): string {
  const at = place.lastIndexOf('!')
  const name = [...place.slice(0, Math.max(at, 0))]
  if (name.length <= head + tail + 1) return place
  return `${name.slice(0, head).join('')}…${name.slice(-tail).join('')}${place.slice(at)}`
}
