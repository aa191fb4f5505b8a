import { Table } from '#components/table'
import { Tag } from '#components/tag'
import { shownPlace } from '#core/bank/shown-place'
import type { WireProblem } from '#core/wire-staff'
import type { Messages } from '#messages/zh'
import styles from './staff.module.css'

/** Every problem with its place; errors first. A place of a question that stands on this page leads to it. */
export function Problems({
  problems,
  questions,
  text,
}: {
  problems: WireProblem[]
  /** Places of the questions on the page. */
  questions: ReadonlySet<string>
  text: Messages['bank']
}) {
  return (
    <Table flowing caption={text.problemsTitle} captionSpoken>
      <thead>
        <tr>
          <th scope="col">{text.severityHead}</th>
          <th scope="col">{text.placeHead}</th>
          <th scope="col">{text.saysHead}</th>
        </tr>
      </thead>
      <tbody>
        {problems.map(problem => (
          <tr key={`${problem.place}${problem.code}${problem.says}`}>
            <td>
              <Tag kind={problem.severity === 'error' ? 'open' : 'attention'}>{text.severity[problem.severity]}</Tag>
            </td>
            <th scope="row" className={styles.place}>
              <Place place={problem.place} questions={questions} />
            </th>
            <td>{text.problems[problem.code](problem.data)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

/** 题库!D17 leads to the question of row 17; a row that is not stored can be reached by the keys all the same. */
function Place({ place, questions }: { place: string; questions: ReadonlySet<string> }) {
  const row = place.replace(/![A-Z]*(\d+)$/, '!$1')
  return questions.has(row) ? (
    <a href={`#${encodeURIComponent(row)}`} title={place} data-problem>
      {shownPlace(place)}
    </a>
  ) : (
    <span tabIndex={-1} title={place} data-problem>
      {shownPlace(place)}
    </span>
  )
}
