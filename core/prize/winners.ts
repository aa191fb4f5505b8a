/** Who wins in a ranked contest. */

/** The first n of the final standings. Whoever shares the last winning rank wins too: chance decides nothing here. */
export const firstOf = <R extends { rank: number }>(standings: readonly R[], n: number): R[] =>
  standings.filter(row => row.rank <= n)
