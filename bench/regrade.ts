/**
 * `npm run bench:regrade`: what a regrade and the statistics of questions take in a contest of 100,000 papers, on both
 * databases, and how long the server stands still for others meanwhile. The last line is JSON. Another number of papers
 * may be given, and `--only=sqlite` or `--only=postgres`.
 */
import { givenNumbers, onBothDatabases } from './databases.ts'

const [papers = 100_000] = givenNumbers
await onBothDatabases({ script: 'regrade-child.ts', given: [papers] }, (figures: readonly object[]) => ({
  papers,
  ...Object.assign({}, ...figures),
}))
