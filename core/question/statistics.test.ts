import { describe, expect, it } from 'vitest'
import { addPerson, contestFigures, noReliability } from '../contest/reliability.ts'
import { shuffled } from '../paper/paper.ts'
import { seededRandom } from '../random.ts'
import { addPaper, type ItemSums, itemFigures, type Met, timesBetween } from './statistics.ts'

/** 400 people, each with 12 of 30 questions at random; partly right answers and unanswered ones among them. */
function invented(): Met[][] {
  const random = seededRandom(5)
  return Array.from({ length: 400 }, () => {
    const skill = random()
    return shuffled([...Array(30).keys()], random)
      .slice(0, 12)
      .map((revision): Met => {
        const luck = random() + skill - revision / 40
        const gained = luck > 0.9 ? 1 : luck > 0.8 ? 0.5 : 0
        const choice = random() < 0.03 ? 0 : 1 + Math.floor(random() * 15)
        const ms = random() < 0.05 ? null : 1000 + Math.floor(random() * 60_000)
        return {
          revision,
          options: 4,
          gained: choice === 0 ? 0 : gained,
          worth: revision % 3 === 0 ? 10 : 5,
          choice,
          ms,
          first: true,
        }
      })
  })
}

const figuresOf = (papers: Met[][]) => {
  const sums: ItemSums = new Map()
  for (const paper of papers) addPaper(sums, paper)
  return itemFigures(sums)
}

const meanOf = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
/** Pearson's correlation, straight from its definition. */
function correlation(a: number[], b: number[]): number {
  const [meanA, meanB] = [meanOf(a), meanOf(b)]
  const products = a.map((value, i) => (value - meanA) * ((b[i] as number) - meanB))
  const squares = (values: number[], mean: number) => values.map(value => (value - mean) ** 2)
  return meanOf(products) / Math.sqrt(meanOf(squares(a, meanA)) * meanOf(squares(b, meanB)))
}

describe('item statistics over random papers', () => {
  it('equal a reference that looks at all answers to one question at once', () => {
    const papers = invented()
    for (const figures of figuresOf(papers)) {
      const with_ = papers.filter(paper => paper.some(met => met.revision === figures.revision))
      const own = with_.map(paper => paper.find(met => met.revision === figures.revision) as Met)
      const rest = with_.map(paper => {
        const others = paper.filter(met => met.revision !== figures.revision)
        const points = others.map(met => met.gained * met.worth).reduce((a, b) => a + b, 0)
        return points / others.map(met => met.worth).reduce((a, b) => a + b, 0)
      })
      const gained = own.map(met => met.gained)
      expect(figures.shown).toBe(own.length)
      expect(figures.answered).toBe(own.filter(met => met.choice !== 0).length)
      expect(figures.right).toBe(own.filter(met => met.gained === 1).length)
      expect(figures.facility).toBeCloseTo(meanOf(gained), 10)
      expect(figures.discrimination).toBeCloseTo(correlation(gained, rest), 8)
      for (const option of [0, 1, 2, 3])
        expect(figures.choices[option]).toBe(own.filter(met => (met.choice >> option) % 2 === 1).length)
      const times = own.flatMap(met => (met.ms === null ? [] : [Math.round(met.ms / 100) * 100])).sort((a, b) => a - b)
      const half = times.length / 2
      expect(figures.timed).toBe(times.length)
      expect(figures.meanMs).toBe(Math.round(meanOf(times)))
      expect(figures.medianMs).toBe(
        times.length % 2 === 1 ? times[Math.floor(half)] : ((times[half - 1] as number) + (times[half] as number)) / 2,
      )
    }
    expect(figuresOf(papers)).toHaveLength(30)
  })

  it('say nothing about discrimination where everybody did alike', () => {
    const right: Met = { revision: 1, options: 4, gained: 1, worth: 5, choice: 1, ms: null, first: true }
    expect(figuresOf([[right, { ...right, revision: 2 }]])[0]).toMatchObject({ facility: 1, discrimination: null })
  })

  it('count a person’s first meeting with a question only, though later papers tell how the rest went', () => {
    const met: Met = { revision: 1, options: 2, gained: 0, worth: 5, choice: 2, ms: 5000, first: true }
    const figures = figuresOf([[met], [{ ...met, gained: 1, choice: 1, first: false }]])
    expect(figures).toEqual([expect.objectContaining({ shown: 1, right: 0, choices: [0, 1] })])
  })
})

describe('the reliability of a contest', () => {
  const of = (papers: Met[][]) => {
    const items: ItemSums = new Map()
    for (const paper of papers) addPaper(items, paper)
    const sums = noReliability()
    for (const paper of papers) addPerson(sums, items, paper)
    return contestFigures(sums, items)
  }
  const fixed = (rows: number[][], worth = 5): Met[][] =>
    rows.map(row =>
      row.map((gained, revision) => ({ revision, options: 4, gained, worth, choice: 1, ms: null, first: true })),
    )

  it('is KR-20 where all have one paper: worked out by hand for four people', () => {
    // p = 3/4, 1/2, 1/4, so the sum of pq is 0.625; scores 3 2 1 0 have variance 1.25; 3/2 × (1 - 0.5) = 0.75.
    const figures = of(
      fixed([
        [1, 1, 1],
        [1, 1, 0],
        [1, 0, 0],
        [0, 0, 0],
      ]),
    )
    expect(figures.reliability).toBeCloseTo(0.75, 12)
    expect(figures).toMatchObject({ people: 4, method: 'kr20' })
    expect(figures.mean).toBeCloseTo(0.5, 12)
    expect(figures.deviation).toBeCloseTo(Math.sqrt(1.25) / 3, 12)
  })

  it('is coefficient alpha where answers may be partly right: worked out by hand', () => {
    // Items 1 .5 0 and 1 0 .5: variances 1/6 each; sums 2 .5 .5: variance 0.5; 2 × (1 - (1/3) / 0.5) = 2/3.
    expect(
      of(
        fixed([
          [1, 1],
          [0.5, 0],
          [0, 0.5],
        ]),
      ).reliability,
    ).toBeCloseTo(2 / 3, 12)
    expect(
      of(
        fixed([
          [1, 1],
          [0.5, 0],
          [0, 0.5],
        ]),
      ).method,
    ).toBe('alpha')
  })

  it('equals a reference over random papers that lays every score beside what its questions give on average', () => {
    const papers = invented()
    const varianceOf = (values: number[]) => {
      const mean = meanOf(values)
      return meanOf(values.map(value => (value - mean) ** 2))
    }
    const answers = Array.from({ length: 30 }, (_, revision) =>
      papers.flatMap(paper => paper.filter(met => met.revision === revision).map(met => met.gained)),
    )
    const mean = answers.map(meanOf)
    const variances = answers.map(varianceOf)
    const above = papers.map(paper =>
      paper.map(met => met.worth * (met.gained - (mean[met.revision] as number))).reduce((a, b) => a + b, 0),
    )
    const items = papers.map(paper =>
      paper.map(met => met.worth ** 2 * (variances[met.revision] as number)).reduce((a, b) => a + b, 0),
    )
    const reference = (12 / 11) * (1 - meanOf(items) / varianceOf(above))
    expect(of(papers).reliability).toBeCloseTo(reference, 8)
    expect(of(papers).method).toBe('alpha-random')
  })

  it('is not told for one person, one question or equal scores', () => {
    expect(of(fixed([[1, 0, 1]])).reliability).toBeNull()
    expect(of(fixed([[1], [0]])).reliability).toBeNull()
    expect(
      of(
        fixed([
          [1, 0],
          [1, 0],
        ]),
      ).reliability,
    ).toBeNull()
    expect(of([])).toMatchObject({ people: 0, reliability: null })
  })
})

describe('the time that a question takes', () => {
  it('runs from the first save before it to its own, in the order in which they came', () => {
    const times = timesBetween(1000, [
      { position: 2, at: 31_000 },
      { position: 1, at: 11_000 },
      { position: 3, at: 36_000 },
    ])
    expect([...times]).toEqual([
      [1, 10_000],
      [2, 20_000],
      [3, 5000],
    ])
  })

  it('is not told for answers that were sent together, nor for somebody who was away', () => {
    const times = timesBetween(0, [
      { position: 1, at: 9000 },
      { position: 2, at: 9100 },
      { position: 3, at: 700_000 },
      { position: 4, at: 710_000 },
    ])
    expect([...times.keys()]).toEqual([1, 4])
  })
})
