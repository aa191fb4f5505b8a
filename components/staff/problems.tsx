import { Table } from '#components/table'
import { Tag } from '#components/tag'
import type { WireProblem } from '#core/wire-staff'
import type { Messages } from '#messages/zh'
import styles from './staff.module.css'

/** Every problem with its place; errors first. */
export function Problems({ problems, text }: { problems: WireProblem[]; text: Messages['bank'] }) {
  return (
    <Table caption={text.problemsTitle} captionSpoken>
      <thead>
        <tr>
          <th scope="col">{text.severityHead}</th>
          <th scope="col">{text.placeHead}</th>
          <th scope="col">{text.saysHead}</th>
        </tr>
      </thead>
      <tbody>
        {problems.map(problem => (
          <tr key={`${problem.place}${problem.code}`}>
            <td>
              <Tag kind={problem.severity === 'error' ? 'open' : 'attention'}>{text.severity[problem.severity]}</Tag>
            </td>
            <th scope="row" className={styles.place}>
              {problem.place}
            </th>
            <td>{text.problems[problem.code](problem.data)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
