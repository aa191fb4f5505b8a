/** Five classes of a map, of as equal a size as equal values allow. */
export interface MapClass {
  /** 1 (least) to 5 (most). */
  level: number
  from: number
  to: number
}

/**
 * Quantiles over what is above zero; zero and unknown belong to no class. Equal values share a class.
 * @returns the classes that hold something, ascending, and the level of each value
 */
export function classesOf(values: readonly (number | null)[]): {
  classes: MapClass[]
  levelOf(value: number | null): number | null
} {
  const above = values.filter((value): value is number => value !== null && value > 0).sort((a, b) => a - b)
  const levelOf = (value: number | null) =>
    value === null || value <= 0 ? null : 1 + Math.floor((above.filter(one => one < value).length / above.length) * 5)
  const classes = [1, 2, 3, 4, 5].flatMap(level => {
    const inside = above.filter(value => levelOf(value) === level)
    const [from, to] = [inside[0], inside.at(-1)]
    return from === undefined || to === undefined ? [] : [{ level, from, to }]
  })
  return { classes, levelOf }
}
